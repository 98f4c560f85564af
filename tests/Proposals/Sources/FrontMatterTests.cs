using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: A\n---\nbody\n", "A", "body\n")]
    [InlineData("---\r\ntitle: A\r\n---\r\nbody\r\n", "A", "body\n")]
    [InlineData("---\rtitle: A\r---\rbody\r", "A", "body\n")]
    [InlineData("\n\n---yaml\ntitle: A\n---\n\nbody\n", "A", "\nbody\n")]
    [InlineData("+++\ntitle = 'A'\n+++\nbody\n", "A", "body\n")]
    [InlineData(";;;\n{\"title\": \"A\"}\n;;;\nbody\n", "A", "body\n")]
    [InlineData("{\"title\": \"A é\"}\nbody\n", "A é", "\nbody\n")]
    [InlineData("{\"title\": \"A\"}", "A", null)]
    [InlineData("\n---\n{title: A}\n---\nbody", "A", "body")]
    [InlineData("--- \ntitle: A\n...\nbody", "A", "body")]
    [InlineData("---\ntitle: A\n---", "A", null)]
    [InlineData("---\ntitle: A\nnote: |-\n  ---\n  x\n--- \t\n\n", "A", null)]
    [InlineData("---\ntitle: ----\n---\nb", "----", "b")]
    public void Read_FrontMatterAndBody_AreToldApart(string text, string title, string? body)
    {
        var record = Read.File("a.md", text).Only();

        Assert.Equal(title, record.Value("title"));
        Assert.Equal(body, record.Body?.Text);
    }

    [Fact]
    public void Read_EmptyFrontMatter_IsABodyOnly()
    {
        var record = Read.File("a.md", "---\n---\n# Title\n").Only();

        Assert.Empty(record.Fields.Entries);
        Assert.Equal("# Title\n", record.Body?.Text);
    }

    [Theory]
    [InlineData("a.md", "Markdown")]
    [InlineData("a.html", "Html")]
    [InlineData("a.txt", "None")]
    public void Read_NoFrontMatter_IsAllBody(string name, string markup)
    {
        var record = Read.File(name, "words\n").Only();

        Assert.Equal(("words\n", markup), (record.Body!.Text, record.Body.Markup.ToString()));
    }

    [Theory]
    [InlineData("---\ntitle: A\nbody without end\n", "never closed")]
    [InlineData("---", "never closed")]
    [InlineData("+++\ntitle = \"A\"\n", "never closed")]
    [InlineData("---\n- a\n- b\n---\n", "no mapping")]
    [InlineData("---json\n{\"a\": 1} {\"b\": 2}\n---\n", "The JSON cannot be read")]
    [InlineData("{\"a\": 1,\n\"b\" 2}\n", "The JSON cannot be read")]
    public void Read_WhatIsNoFrontMatter_FailsWithALineAndARemedy(string text, string cause)
    {
        var fault = Assert.Single(Read.File("a.md", text).Failed);

        Assert.Equal("a.md", fault.Path);
        Assert.InRange(fault.Line ?? 0, 1, 2);
        Assert.Contains(cause, fault.Cause, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\r\n\t")]
    public void Read_EmptyFile_IsAWarningAndNoRecord(string text)
    {
        var reading = Read.File("a.md", text);

        Assert.Empty(reading.Records);
        Assert.Empty(reading.Failed);
        Assert.Contains("empty", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }
}
