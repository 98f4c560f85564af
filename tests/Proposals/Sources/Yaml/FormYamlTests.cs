using System.Text;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Proposals.Sources.Yaml;
using ProposalSearch.Testing;
using Xunit;
using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Tests.Sources.Yaml;

/// <summary>The fast reader against YamlDotNet: what the one reads, the other reads as the same.</summary>
public sealed class FormYamlTests
{
    [Theory]
    [InlineData("a: one\nb: two words\n")]
    [InlineData("a:\nb: 2\nc: ~\nd: null\ne: ''\nf: \"\"\n")]
    [InlineData("a: >-\n  one\n  two\n\n  three\n\n\n  four\nb: x\n")]
    [InlineData("a: >\n  one\n    more indented\n  two\n\n    more\n\n  three\n\n")]
    [InlineData("a: |\n  one\n\n   two\n  three \n\n\nb: |-\n  x\n\nc: |+\n  y\n\n\n")]
    [InlineData("a: >-\n\n  one\n   \n  two\n \n  three\n")]
    [InlineData("a: |-\n  one\n  \t two\n     \n  three\n")]
    [InlineData("a: 'it''s\n  folded\n\n  text '\nb: \"a\\tb\\r\\n \\u2019 \\x41 c\\\n   \\ d\n  e \\\"f\\\"\"\n")]
    [InlineData("a:\n  - one\n  - two: not\n")]
    [InlineData("a:\n- one\n- 'two'\n-\n- >-\n  three\n  four\n- plain that\n  goes on\nb: 1\n")]
    [InlineData("a: plain that\n  goes on\n\n  and on\n   and on\nb: -5\nc: -x\nd: 3-DSPACE.org\n")]
    [InlineData("'a key: with colon?': 1\n\"another \\\"key\\\"\": 2\nWhat is it? (really): 3\n")]
    [InlineData("# comment\n\na: 1\n  \n# another\nb: 2\n#end")]
    [InlineData("answers:\n  'q: 1': one\n  q 2: >-\n    two\n    lines\n  deep:\n    - 1\n    - 2\nlast: x\n")]
    [InlineData("a: ['x', \"y\", z w]\nb: []\nc: [ 1 , 2 ]\n")]
    [InlineData("a: 1\r\nb: >-\r\n  one\r\n  two\r\n")]
    [InlineData("a: http://x.org/a#b\nb: 10:30\nc: a:b\nd: 100%\ne: 'x'   \nf:    spaced   \n")]
    [InlineData("a: x # comment\nb: y#z\n")]
    [InlineData("a: &anchor x\nb: *anchor\nc: !!str 5\n? complex\n: key\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: |\n\n\nb: >-\n\nc: x\n")]
    public void TryRead_Examples_AreWhatYamlDotNetReads(string yaml) => AssertSame(yaml, mayBeLenient: false);

    [Theory]
    [InlineData("a: {x: 1}\n")]
    [InlineData("a: *none\n")]
    [InlineData("a: \"unclosed\n")]
    [InlineData("a: 'unclosed\nb: 1\n")]
    [InlineData("a: b: c\n")]
    [InlineData("\ta: 1\n")]
    [InlineData("a: @x\n")]
    [InlineData("a: [1, 2\n")]
    [InlineData("a:\n  - 1\n b: 2\n")]
    [InlineData("just words\n")]
    public void TryRead_WhatItDoesNotKnow_IsLeftToYamlDotNet(string yaml)
        => Assert.False(FormYaml.TryRead(yaml, 1, Reading(), out _));

    [Theory]
    [InlineData("a: 1\nb: >\n  two\n  lines\n")]
    [InlineData("a: 1\r\nb: |\r\n  two\r\n  lines\r\n")]
    [InlineData("a:\n- 'x'\n- \"y\n\n  z\"\nb: c")]
    [InlineData("a: 'never closed\n")]
    [InlineData("")]
    public void TryRead_APartOfAText_IsReadAsIfItStoodAlone(string yaml)
    {
        var file = "---\r\n" + yaml + "---\nbody: no part of it\n'";

        Assert.Equal(FormYaml.TryRead(yaml, 2, Reading(), out var alone), FormYaml.TryRead(file, 5, 5 + yaml.Length, 2, Reading(), out var part));
        Assert.Equal(Read.Show(alone), Read.Show(part));
    }

    [Fact]
    public void TryRead_QuotedTextThatGoesOnAtTheMargin_IsRead()
    {
        Assert.True(FormYaml.TryRead("title: \"one   \ntwo\"\nnext: x\n", 1, Reading(), out var map));

        Assert.Equal("{1:title=one two ; 3:next=x}", Read.Show(map));
    }

    [Fact]
    public void TryRead_RandomForms_AreWhatYamlDotNetReads()
    {
        const int Seed = 20260;
        var read = 0;
        for (var round = 0; round < 4000; round++)
        {
            var yaml = RandomYaml.Make(new Random(Seed + round));
            read += AssertSame(yaml, mayBeLenient: true, $"seed {Seed + round}") ? 1 : 0;
        }

        Assert.InRange(read, 500, 4000);
    }

    [SharedFact("corpora")]
    public void TryRead_SharedArchives_AreWhatYamlDotNetReads()
    {
        var (files, read) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(SharedCorpus.Path("corpora")!, "*.md", SearchOption.AllDirectories).Where(static (_, at) => at % 3 == 0))
        {
            var text = File.ReadAllText(path, Encoding.UTF8);
            var yaml = text[4..(text.IndexOf("\n---", 4, StringComparison.Ordinal) + 1)];
            read += AssertSame(yaml, mayBeLenient: true, path) ? 1 : 0;
            files++;
        }

        Assert.InRange(read, 0.98 * files, files);
    }

    /// <summary>True where the fast reader read the text.</summary>
    private static bool AssertSame(string yaml, bool mayBeLenient, string? where = null)
    {
        var ours = Reading();
        if (!FormYaml.TryRead(yaml, 1, ours, out var map))
        {
            return false;
        }

        var theirs = Reading();
        try
        {
            var documents = new YamlTree(yaml, 1, theirs).ReadDocuments();
            var expected = documents is [SourceMap only] ? Read.Show(only) : "{}";
            Assert.True(expected == Read.Show(map), $"{where}\n{yaml}\nexpected {expected}\nbut read {Read.Show(map)}");
            Assert.Equal(theirs.Warnings, ours.Warnings);
        }
        catch (YamlException failure) when (mayBeLenient && IsLeniency(failure.Message))
        {
            return true;
        }
        catch (YamlException failure)
        {
            Assert.Fail($"{where}\n{yaml}\nYamlDotNet: {failure.Message}\nbut read {Read.Show(map)}");
        }

        return true;
    }

    /// <summary>Quoted texts that go on at the margin; and block scalars after a line of spaces, which YAML allows.</summary>
    private static bool IsLeniency(string message)
        => message.Contains("wrong indentation", StringComparison.Ordinal) || message.Contains("extra spaces in first line", StringComparison.Ordinal);

    private static SourceReading Reading() => new(new SourceFile("x.yml", "x.yml", SourceFormat.Yaml));
}
