using ProposalSearch.Foundation.Timing;
using ProposalSearch.Proposals.Applicants;

namespace ProposalSearch.Search.Completing;

/// <summary>Suggestions out of the lists of an index. Thread-safe.</summary>
/// <param name="lists">The lists.</param>
/// <param name="organizations">Organizations that have several names: each is suggested once.</param>
internal sealed class Suggester(IReadOnlyList<SuggestionsReader> lists, KnownOrganizations organizations)
{
    // So many that fit as they are leave no wish for others that fit with a letter changed.
    private const int Enough = 3;

    // Where organizations have several names, so many times as many completions are looked at as are wanted.
    private const int NamesLookedAt = 3;

    /// <summary>The best of all lists in turn, those with the fewest wrong letters first.</summary>
    public IReadOnlyList<Suggestion> Complete(SuggestRequest request, TimeLimit time)
    {
        var looked = organizations.IsEmpty ? request.Limit : request.Limit * NamesLookedAt;
        var found = lists.SelectMany(list => list.Complete(request.Text, looked, time).DistinctBy(Named).Index())
            .OrderBy(pair => pair.Item.Edits)
            .ThenBy(pair => pair.Index)
            .Select(pair => pair.Item)
            .ToList();
        var plain = found.Count(completion => completion.Edits == 0);
        return [.. found.Take(Math.Min(request.Limit, plain >= Enough ? plain : int.MaxValue)).Select(Suggestion)];
    }

    /// <summary>Equal for the names of one organization.</summary>
    private (byte Kind, string Name) Named(Completion completion) => (
        completion.Kind,
        completion.Kind == (byte)SuggestionKind.Organization ? organizations.KeyOf(completion.Text) : completion.Text);

    private static Suggestion Suggestion(Completion completion) =>
        new(
            completion.Text,
            (SuggestionKind)completion.Kind,
            new TextSpan(completion.MatchStart, completion.MatchLength),
            completion.Edits);
}
