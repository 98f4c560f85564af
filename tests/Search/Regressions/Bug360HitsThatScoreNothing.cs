using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Ranking;
using Xunit;

namespace ProposalSearch.Search.Tests.Regressions;

/// <summary>
/// Hits that match only since they lack a word score nothing. Where such alone had terms in common, each weighed a nothing of nothing,
/// which is no number, and so did every score.
/// </summary>
public sealed class Bug360HitsThatScoreNothing
{
    private static readonly KnownTerm Harbor = new(0, "harbor", 3, 20);
    private static readonly KnownTerm Pier = new(1, "pier", 2, 20);

    [Fact]
    public void Of_TermsOfHitsThatScoreNothing_AreNone()
    {
        RankedDocument[] hits = [new(0, 1.5f, 0), new(1, 0, 1), new(2, 0, 2)];

        Assert.Empty(Feedback.Of(hits, [Text(Pier), Text(Harbor), Text(Harbor)], new FeedbackSums()));
    }

    [Fact]
    public void Of_TermsOfHitsThatScore_WeighANumber()
    {
        RankedDocument[] hits = [new(0, 1.5f, 0), new(1, 1, 1), new(2, 0, 2)];

        var term = Assert.Single(Feedback.Of(hits, [Text(Harbor), Text(Harbor), Text(Pier)], new FeedbackSums()));

        Assert.Equal("harbor", term.Term);
        Assert.InRange(term.Weight, 0.01f, Feedback.Share);
    }

    private static DocumentTerms Text(KnownTerm term) => new([new CountedTerm(term.Number, 1)], [term], [term.Term], 10, "");
}
