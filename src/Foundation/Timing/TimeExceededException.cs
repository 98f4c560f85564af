using System.Globalization;

namespace ProposalSearch.Foundation.Timing;

/// <summary>A search was given up since it took longer than it was allowed. Nothing is wrong with the index.</summary>
/// <param name="budget">The time that it was allowed.</param>
public sealed class TimeExceededException(TimeSpan budget)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture, $"The search was given up after {budget.TotalSeconds:0.###} s, the time that it was allowed."))
{
    /// <summary>The time that the search was allowed.</summary>
    public TimeSpan Budget { get; } = budget;
}
