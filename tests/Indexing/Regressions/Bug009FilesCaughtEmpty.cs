using System.Globalization;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// A file that was rewritten in place was empty for a moment; a run that looked just then indexed it as nothing, and its proposal was
/// gone.
/// </summary>
public sealed class Bug009FilesCaughtEmpty
{
    [Fact]
    public void Run_AFileThatIsEmptyForAMoment_IsReadWhenItHasContent()
    {
        using var archive = new TemporaryArchive().Write("a.md", "").Write("b.md", "---\ntitle: B\n---\n");
        var (report, index) = archive.Run(time: new Meanwhile(() => archive.Write("a.md", "---\ntitle: Rewritten\n---\n")));

        Assert.Equal(["Rewritten", "B"], index.Added.Select(static proposal => proposal.Title));
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void Read_AFileThatIsCutBetweenLookAndReading_IsReadWhenItHasContent()
    {
        using var archive = new TemporaryArchive().Write("a.md", "---\ntitle: Before\n---\n");
        var time = new Meanwhile(() => archive.Write("a.md", "---\ntitle: After\n---\n"));
        var looks = FileLooks.At(SourceFolder.List(archive.Path).Files, new HashSet<string>(), time, CancellationToken.None);
        archive.Write("a.md", "");
        var keys = new SchemaKeys(SchemaFile.BuiltIn());
        var reader = new ArchiveReader(keys, memory: null, new ProgressCount(null, 1), long.MaxValue, CancellationToken.None);
        reader.Read(looks);

        Assert.Equal("title", Assert.Single(Assert.Single(reader.Records).Record.Fields.Entries).Key);
        Assert.Null(looks.Stamps[0]);
    }

    [Fact]
    public void Run_AFileThatStaysEmpty_IsAWarning()
    {
        using var archive = new TemporaryArchive().Write("a.md", "").Write("b.md", "---\ntitle: B\n---\n");

        Assert.Contains("empty", Assert.Single(archive.Run().Report.Warnings).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "12:00:00", false, true)]
    [InlineData(0, "12:00:01", false, true)]
    [InlineData(0, "11:59:59", false, true)]
    [InlineData(0, "12:00:05", false, false)]
    [InlineData(0, "13:00:00", false, false)]
    [InlineData(0, "13:00:00", true, true)]
    [InlineData(7, "12:00:00", true, false)]
    public void MayBeRewritten_AnEmptyFile_ChangedJustNowOrHadContent(int length, string now, bool hadContent, bool mayBe)
    {
        var changed = new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var at = new DateTimeOffset(changed.Date + TimeSpan.Parse(now, CultureInfo.InvariantCulture), TimeSpan.Zero);

        Assert.Equal(mayBe, EmptyFiles.MayBeRewritten(new FileStamp(length, changed.UtcTicks), at, hadContent));
    }
}
