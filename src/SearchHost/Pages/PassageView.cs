using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Passages of a hit, each below the question that it answers.</summary>
internal static class PassageView
{
    /// <summary>Passages of a hit where nobody asks for another number.</summary>
    public const int Usual = 2;

    /// <summary>The passages; nothing where there are none.</summary>
    public static Html Render(SearchView view, Hit hit)
    {
        var chosen = Chosen([.. hit.Snippets.Where(passage => !IsFact(hit, passage))], MostOf(view.Request));
        return chosen.Count == 0 ? Html.None
            : Html.Of($"""<ul class="snippets"{view.Frame.OfProposals}>{chosen.Select(passages => Item(view, hit, passages))}</ul>""");
    }

    /// <summary>
    /// The passages to show, those below the same question together: the first of each question first, since two that answer different ones
    /// tell more.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Snippet>> Chosen(IReadOnlyList<Snippet> passages, int most)
    {
        var firsts = passages.DistinctBy(static passage => passage.Question, StringComparer.Ordinal).ToList();
        var chosen = firsts.Concat(passages.Except(firsts)).Take(most).ToHashSet();
        return
        [
            .. passages.Where(chosen.Contains).GroupBy(static passage => passage.Question, StringComparer.Ordinal)
                .Select(static group => group.ToList()),
        ];
    }

    /// <summary>Whether a passage in which nothing was found is a value of the proposal, as the line above the passages has it.</summary>
    private static bool IsFact(Hit hit, Snippet passage) => passage.Matches.Count == 0
        && hit.Facets.Values.Any(values => values.Contains(passage.Text, StringComparer.Ordinal));

    private static int MostOf(SearchRequest request) => request.Snippets == new SearchRequest().Snippets ? Usual : request.Snippets;

    private static Html Text(Snippet passage)
    {
        var text = new MarkedText(passage.Text, passage.Matches);
        return text.InOneLine(text.IsChoices || OwnQuestions.Contains(passage.Question));
    }

    private static Html Item(SearchView view, Hit hit, IReadOnlyList<Snippet> passages) => Html.Of($"""
        <li><a class="question" href="{view.Proposal(hit, passages[0].AnswerIndex)}">
        {QuestionLabel.Of(view.Words, passages[0].Question)}</a>
        {passages.Select(passage => Html.Of($"<p dir=\"auto\">{Text(passage)}</p>"))}</li>
        """);
}
