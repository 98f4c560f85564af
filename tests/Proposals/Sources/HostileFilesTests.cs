using System.Diagnostics;
using System.Globalization;
using System.Text;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Sources;

/// <summary>
/// Files that were made to do harm, or came by accident: each is refused quickly and by name, and costs the others nothing.
/// </summary>
public sealed class HostileFilesTests(ITestOutputHelper output)
{
    private const long OneGibibyte = 1L << 30;

    public static TheoryData<string, string, string> Bombs { get; } = new()
    {
        { "aliases.yml", AliasBomb(levels: 12, width: 10), "4000000 values" },
        {
            "merges.yml",
            "a: &a {" + string.Join(", ", Enumerable.Range(0, 500).Select(static key => $"k{key}: v")) + "}\n"
                + Repeated("b", 9000, "\n  <<: [*a, *a, *a, *a]\n"),
            "4000000 values"
        },
        { "text.yml", $"a: &a \"{new string('x', 1 << 20)}\"\nb: [{string.Join(", ", Enumerable.Repeat("*a", 5000))}]\n", "characters" },
        { "deep.yml", "a: " + new string('[', 200_000), "deeper than 64" },
        { "deep.json", "{\"a\": " + new string('[', 200_000), "depth" },
        { "picture.md", "\u0089PNG\u0001\u0002\u0003\0\0\0\u0004\u0005\u0006", "binary" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Run_ABomb_IsRefusedAndCostsNothingElse(string name, string text, string cause)
    {
        using var archive = new TemporaryArchive().Write(name, text).Write("good.md", "---\ntitle: Good\n---\n");
        var watch = Stopwatch.StartNew();
        var (report, index) = archive.Run();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {watch.Elapsed.TotalMilliseconds:F0} ms"));
        Assert.Contains(cause, Assert.Single(report.Failed).Cause, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Good", Assert.Single(index.Added).Title);
    }

    [Theory]
    [InlineData("wide.json", "[{\"a\": [0", ",0", "]}]")]
    [InlineData("wide.jsonl", "", "{\"a\": [0,0,0,0,0,0,0,0,0,0]}\n", "")]
    [InlineData("wide.csv", "a,b\n", "1,2,3,4,5,6,7,8,9\n", "")]
    public void Read_MoreValuesThanTheLimit_AreRefused(string name, string start, string more, string end)
    {
        var times = SourceLimits.MostValues / more.Count(static character => character is ',' or '\n') * 11 / 10;
        var fault = Assert.Single(Read.File(name, start + new StringBuilder().Insert(0, more, times) + end).Failed);

        Assert.Contains("4000000 values", fault.Cause, StringComparison.Ordinal);
        Assert.True(fault.Line > 0);
    }

    [Theory]
    [InlineData("aliases.yml")]
    [InlineData("huge.md")]
    public void Read_AnAliasBombOrAGibibyte_IsRefusedSoonWithBoundedMemory(string name)
    {
        using var archive = new TemporaryArchive().Write("aliases.yml", AliasBomb(levels: 30, width: 10));
        using (var huge = File.Create(Path.Combine(archive.Path, "huge.md")))
        {
            huge.SetLength(OneGibibyte);
        }

        var file = SourceFolder.List(archive.Path).Files.Single(file => file.RelativePath == name);
        var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var fault = Assert.Single(SourceReader.Read(file).Failed);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: refused in {watch.Elapsed.TotalMilliseconds:F1} ms, {allocated / 1024.0:F0} KiB allocated: {fault.Cause}"));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        Assert.InRange(allocated, 0, 4 << 20);
    }

    [Theory]
    [InlineData("country: NO", "country", "NO")]
    [InlineData("title: 2015-03-04", "title", "2015-03-04")]
    [InlineData("title: 007", "title", "007")]
    [InlineData("title: 1e3", "title", "1e3")]
    [InlineData("title: 0x1F", "title", "0x1F")]
    [InlineData("title: 12:30:45", "title", "12:30:45")]
    [InlineData("title: true", "title", "true")]
    public void Read_WhatYamlWouldConvert_StaysTheTextThatTheFileHas(string yaml, string key, string text)
        => Assert.Equal(text, Read.File("a.yml", yaml).Only().Value(key));

    [Fact]
    public void Run_TabsInYaml_AreNamedWithTheirLine()
    {
        using var archive = new TemporaryArchive().Write("a.yml", "title: A\nanswers:\n\twhat: x\n").Write("b.yml", "title: B\n");
        var (report, index) = archive.Run();

        var warning = Assert.Single(report.Warnings);
        Assert.Equal(("a.yml", 3), (warning.Path, warning.Line));
        Assert.Contains("tabs", warning.Remedy, StringComparison.Ordinal);
        Assert.Equal("x", Assert.Single(index.Added.Single(static one => one.Id == "a").Answers).Text);
    }

    [Fact]
    public void Run_FrontMatterOnly_IsAProposal()
        => Assert.Equal("A", TemporaryArchive.Of("a.md", "---\ntitle: A\n---\n").Title);

    [Fact]
    public void Run_KeysThatNestAndGrow_StayWithinMemory()
    {
        var inner = string.Concat(Enumerable.Range(0, 2000).Select(static key => $"    k{key}: v\n"));
        var text = $"{new string('q', 900)}:\n" + string.Concat(Enumerable.Range(0, 100).Select(part => $"  p{part}:\n{inner}"));
        using var archive = new TemporaryArchive().Write("a.yml", text);

        Assert.InRange(archive.Run().Index.Added.Single().Answers.Sum(static answer => (long)answer.Question.Length), 1, 16 << 20);
    }

    private static string AliasBomb(int levels, int width)
    {
        var yaml = new StringBuilder("a0: &a0 lol\n");
        for (var level = 1; level <= levels; level++)
        {
            yaml.Append(
                CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", width))}]\n");
        }

        return yaml.ToString();
    }

    private static string Repeated(string key, int times, string value)
        => string.Concat(Enumerable.Range(0, times).Select(number => $"{key}{number}:{value}"));
}
