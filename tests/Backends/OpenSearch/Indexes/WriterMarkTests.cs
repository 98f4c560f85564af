using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Indexes;

/// <summary>Whether somebody is at work on an index still.</summary>
public sealed class WriterMarkTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly WriterMark _own = WriterMark.Of("definition", _now);

    [Fact]
    public void Process_ThatIsNoMore_HasEnded()
    {
        Assert.False(_own.HasEnded);
        Assert.True((_own with { Process = int.MaxValue }).HasEnded);
        Assert.True((_own with { Run = "one that had this number before" }).HasEnded);
    }

    [Fact]
    public void Process_OfAnotherMachine_IsNotKnownToHaveEnded() =>
        Assert.False((_own with { Machine = "another", Process = int.MaxValue }).HasEnded);

    [Fact]
    public void Writer_OfLongAgo_IsSilent()
    {
        Assert.False(_own.IsSilent(_now + WriterMark.MostSilence));
        Assert.True(_own.IsSilent(_now + WriterMark.MostSilence + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Definition_IsOfSettingsColumnsAndParts()
    {
        var mark = IndexMark.Of("a", new IndexSettings(), [new IndexColumn("year", ColumnKind.Number)]);
        (IndexMark Mark, int Shards)[] all =
        [
            (mark, 1), (mark, 2), (mark with { Alias = "b" }, 1), (mark with { Settings = new IndexSettings { SectionGap = 7 } }, 1),
            (IndexMark.Of("a", new IndexSettings(), [new IndexColumn("year", ColumnKind.Text)]), 1),
        ];

        Assert.Equal(all.Length, all.Select(one => WriterMark.DefinitionOf(one.Mark, one.Shards)).Distinct().Count());
        Assert.Equal(WriterMark.DefinitionOf(mark, 1), WriterMark.DefinitionOf(mark with { }, 1));
    }
}
