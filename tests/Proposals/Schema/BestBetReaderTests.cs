using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class BestBetReaderTests
{
    [Fact]
    public void Load_ABestBet_HasAllItSays()
    {
        var rule = Assert.Single(Load(
            "best_bets:\n  - queries: [rent, rent control]\n    proposals: 2015/lift\n    text: See our guide\n    "
                + "link: https://example.org/\n    from: 2026-01-01\n    to: 2026-03-31\n"));

        Assert.Equal(["rent", "rent control"], rule.Bet.Queries);
        Assert.Equal(["2015/lift"], rule.Bet.Proposals);
        Assert.Equal(("See our guide", "https://example.org/", 3), (rule.Bet.Text, rule.Bet.Link, rule.Line));
        DateOnly[] days = [new(2025, 12, 31), new(2026, 1, 1), new(2026, 2, 1), new(2026, 3, 31), new(2026, 4, 1)];
        Assert.Equal([false, true, true, true, false], days.Select(rule.Bet.IsShownOn));
    }

    [Theory]
    [InlineData("best_bets:\n  - proposals: [a]\n", "line 2: an item of 'best_bets' has no 'queries'")]
    [InlineData("best_bets:\n  - queries: [a]\n", "line 2: an item of 'best_bets' has neither 'proposals' nor 'text'")]
    [InlineData("best_bets:\n  - rent\n", "line 1: 'best_bets' has an item that is no mapping")]
    [InlineData("best_bets:\n  - queries: [a]\n    text: b\n    from: tomorrow\n", "line 4: 'from' is 'tomorrow'; it must be a day")]
    [InlineData("best_bets:\n  - queries: [a]\n    text: b\n    from: 2026-02-01\n    to: 2026-01-01\n", "'from' is after 'to'")]
    [InlineData("best_bets:\n  - queries: [a]\n    text: b\n    link: javascript:alert(1)\n", "which is no address")]
    [InlineData("best_bets:\n  - queries: [a]\n    proposal: b\n", "Did you mean 'proposals'?")]
    public void Load_WhatIsNoBestBet_IsAFaultWithItsLine(string schema, string fault)
        => Assert.Contains(fault, Assert.Throws<SourceUnavailableException>(() => Load(schema)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<BestBetRule> Load(string schema)
    {
        using var archive = new TemporaryArchive().Write("s.yml", schema);
        return SchemaFile.Load(Path.Combine(archive.Path, "s.yml")).BestBets;
    }
}
