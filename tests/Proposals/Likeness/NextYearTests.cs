using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Likeness;

/// <summary>
/// The wordings of <c>bench/Wordings</c>, which were written before the likeness was made as it is: half of them find their question, and
/// hardly one a wrong one.
/// </summary>
public sealed class NextYearTests
{
    [Fact]
    public void Match_WordingsOfNextYear_FindHalfAndHardlyEverAWrongOne()
    {
        var finder = new QuestionFinder(SchemaFile.BuiltIn());
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "next-year.txt"))
            .Where(static line => line.Contains('|', StringComparison.Ordinal))
            .Select(static line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .ToList();
        var asked = lines.Where(static line => line[0].Length > 0).ToList();
        var found = asked.ConvertAll(line => (Meant: line[0].Split(' '), finder.Match(line[1]).QuestionId));

        Assert.Equal((60, 30), (asked.Count, lines.Count - asked.Count));
        Assert.True(found.Count(static one => one.Meant.Contains(one.QuestionId)) >= 30);
        Assert.True(found.Count(static one => one.QuestionId is not null && !one.Meant.Contains(one.QuestionId)) <= 1);
        Assert.DoesNotContain(lines, line => line[0].Length == 0 && finder.Match(line[1]).QuestionId is not null);
    }
}
