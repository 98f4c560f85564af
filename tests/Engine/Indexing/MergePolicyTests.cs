using System.Globalization;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Storage;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>A segment is written as its documents, a slash, and how many of them are deleted; a group that is written anew is in brackets.</summary>
public sealed class MergePolicyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("5", "5")]
    [InlineData("9 8 7 6 5 4 3 2", "9 8 7 6 5 4 3 2")]
    [InlineData("9 8 7 6 5 4 3 2 1", "9 8 7 6 5 4 3 [2 1]")]
    [InlineData("1000 1 1000 3 1000 2 4 1000 5", "1000 1 1000 3 1000 [2 4] 1000 5")]
    [InlineData("4 1 1 4 4 4 4 4 4", "4 [1 1] 4 4 4 4 4 4")]
    [InlineData("1 1 9 9 9 9 9 9 9 1 1", "[1 1 9] 9 9 9 9 9 9 [1 1]")]
    public void Plan_MoreThanEight_MergesTheNeighboursWithTheFewestDocuments(string segments, string planned) => Assert.Equal(planned, Plan(segments));

    [Theory]
    [InlineData("5/5", "")]
    [InlineData("4/1 3/3 2", "4/1 2")]
    [InlineData("9 9 9 9 9 9 9/8 9 2", "9 9 9 9 9 [9 9/8] 9 2")]
    [InlineData("9 9 9 9 9 9 9/9 9 9", "9 9 9 9 9 9 9 9")]
    public void Plan_DeletedDocuments_CountForNothing(string segments, string planned) => Assert.Equal(planned, Plan(segments));

    [Theory]
    [InlineData("10/4", "10/4")]
    [InlineData("10/5", "[10/5]")]
    [InlineData("11/5 11/6", "11/5 [11/6]")]
    [InlineData("2000000000/1200000000", "[2000000000/1200000000]")]
    public void Plan_HalfDeleted_IsWrittenAnew(string segments, string planned) => Assert.Equal(planned, Plan(segments));

    private static string Plan(string segments)
    {
        var infos = segments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(segment => $"{segment}/0".Split('/'))
            .Select(parts => new SegmentInfo("s1", Number(parts[0]), Number(parts[1]), []));
        return string.Join(' ', MergePolicy.Plan(infos).Select(Describe));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Describe(List<SegmentInfo> group)
    {
        var all = string.Join(' ', group.Select(segment => segment.Deleted > 0 ? $"{segment.Documents}/{segment.Deleted}" : $"{segment.Documents}"));
        return MergePolicy.NeedsMerge(group) ? $"[{all}]" : all;
    }
}
