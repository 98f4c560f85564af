namespace ProposalSearch.Compare.Agreement;

/// <summary>
/// Whether two engines gave the same answer: the same total, and the same documents with the same scores in the same order. Scores
/// are 32-bit sums whose rounding depends on the order of addition; documents whose scores differ by less than
/// <see cref="Tolerance"/> are tied, and ties may stand in any order, at the end of the list too.
/// </summary>
internal static class AnswerComparison
{
    /// <summary>The relative difference of scores that are taken as equal.</summary>
    public const float Tolerance = 1e-5f;

    /// <summary>What differs, in words that begin with its class; <see langword="null"/> where nothing does.</summary>
    public static string? Difference(Answer ours, Answer theirs)
    {
        if (ours.Error is not null || theirs.Error is not null)
        {
            return $"error: ours {ours.Error ?? "none"}; theirs {theirs.Error ?? "none"}";
        }

        if (ours.Total != theirs.Total)
        {
            return FormattableString.Invariant($"total: ours {ours.Total}, theirs {theirs.Total}");
        }

        return ours.Hits.Count != theirs.Hits.Count
            ? FormattableString.Invariant($"count: ours {ours.Hits.Count} hits, theirs {theirs.Hits.Count}")
            : ByRank(ours, theirs);
    }

    private static string? ByRank(Answer ours, Answer theirs)
    {
        var scores = theirs.Hits.ToDictionary(hit => hit.Id, hit => hit.Score, StringComparer.Ordinal);
        for (int i = 0; i < ours.Hits.Count; i++)
        {
            var (own, other) = (ours.Hits[i], theirs.Hits[i]);
            if (!Same(own.Score, other.Score))
            {
                return FormattableString.Invariant($"score: at {i + 1} ours {own.Id} {own.Score}, theirs {other.Id} {other.Score}");
            }

            // A document beyond their list's end is tied with the last of it.
            float score = scores.GetValueOrDefault(own.Id, theirs.Hits[^1].Score);
            if (!Same(own.Score, score))
            {
                return FormattableString.Invariant($"document: at {i + 1} ours {own.Id} {own.Score}, which theirs scores {score}");
            }
        }

        return null;
    }

    private static bool Same(float a, float b) => Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));
}
