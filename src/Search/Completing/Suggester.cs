using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Search.Completing;

/// <summary>Suggestions out of the lists of an index. Thread-safe.</summary>
internal sealed class Suggester(IReadOnlyList<SuggestionsReader> lists)
{
    // So many that fit as they are leave no wish for others that fit with a letter changed.
    private const int Enough = 3;

    /// <summary>The best of all lists in turn, those with the fewest wrong letters first.</summary>
    public IReadOnlyList<Suggestion> Complete(SuggestRequest request, TimeLimit time)
    {
        var found = lists.SelectMany(list => list.Complete(request.Text, request.Limit, time).Index())
            .OrderBy(pair => pair.Item.Edits)
            .ThenBy(pair => pair.Index)
            .Select(pair => pair.Item)
            .ToList();
        var plain = found.Count(completion => completion.Edits == 0);
        return [.. found.Take(Math.Min(request.Limit, plain >= Enough ? plain : int.MaxValue)).Select(Suggestion)];
    }

    private static Suggestion Suggestion(Completion completion) =>
        new(
            completion.Text,
            (SuggestionKind)completion.Kind,
            new TextSpan(completion.MatchStart, completion.MatchLength),
            completion.Edits);
}
