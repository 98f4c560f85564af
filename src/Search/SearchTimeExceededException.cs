using System.Globalization;

namespace ProposalSearch.Search;

/// <summary>
/// A search was given up because it took longer than its <see cref="SearchRequest.TimeBudget"/>. Nothing is wrong with the index or the
/// request: the same
/// request may do on a machine that has less to do, and a narrower one does in any case.
/// </summary>
/// <param name="budget">The time that the search was allowed.</param>
/// <param name="inner">What the backend said, if anything.</param>
public sealed class SearchTimeExceededException(TimeSpan budget, Exception? inner = null) : Exception(Describe(budget), inner)
{
    /// <summary>The time that the search was allowed.</summary>
    public TimeSpan Budget { get; } = budget;

    private static string Describe(TimeSpan budget) => string.Create(
        CultureInfo.InvariantCulture, $"The search was given up after {budget.TotalSeconds:0.###} s, the time that it was allowed. ")
        + "Ask for less (fewer words, longer beginnings before *, no explanations, fewer hits), or again later.";
}
