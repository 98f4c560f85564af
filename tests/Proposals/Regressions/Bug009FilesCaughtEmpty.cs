using System.Globalization;
using ProposalSearch.Proposals.Indexing;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// A file that was rewritten in place was empty for a moment; a run that looked just then indexed it as nothing, and its proposal was
/// gone.
/// </summary>
public sealed class Bug009FilesCaughtEmpty
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Run_AFileThatIsEmptyForAMoment_IsReadWhenItHasContent()
    {
        using var archive = new TemporaryArchive().Write("a.md", "").Write("b.md", "---\ntitle: B\n---\n");
        var writing = WriteSoonAsync(archive, "a.md", "---\ntitle: Rewritten\n---\n");
        var (report, index) = archive.Run();
        await writing;

        Assert.Equal(["Rewritten", "B"], index.Added.Select(static proposal => proposal.Title));
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public async Task Read_AFileThatIsCutBetweenLookAndReading_IsReadWhenItHasContent()
    {
        using var archive = new TemporaryArchive().Write("a.md", "---\ntitle: Before\n---\n");
        var files = SourceFolder.List(archive.Path).Files;
        var looks = FileLooks.At(files, new HashSet<string>(), DateTimeOffset.UnixEpoch, CancellationToken.None);
        archive.Write("a.md", "");
        var writing = WriteSoonAsync(archive, "a.md", "---\ntitle: After\n---\n");
        var keys = new SchemaKeys(SchemaFile.BuiltIn());
        var reader = new ArchiveReader(keys, memory: null, new ProgressCount(null, 1), long.MaxValue, CancellationToken.None);
        reader.Read(looks);
        await writing;

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

    private static async Task WriteSoonAsync(TemporaryArchive archive, string path, string text)
    {
        await Task.Delay(Moment);
        archive.Write(path, text);
    }
}
