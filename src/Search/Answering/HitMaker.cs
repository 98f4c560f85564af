using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>Documents to hits. One for each search; used by one thread.</summary>
internal sealed class HitMaker(OpenedIndex index, ISearchRun run, FoundDocuments found, SearchRequest request)
{
    private static readonly IReadOnlySet<int> ShownAnyway = new HashSet<int> { SectionLabels.Title };

    /// <summary>The hits of a page, in its order.</summary>
    public async ValueTask<Hit[]> MakeAsync(RankedDocument[] page)
    {
        var canLack = found.Words.Count > 1 && HasAlternatives(found.Reading.Root);
        RankedDocument[] full = found.Partial is null ? page : [.. page.Where(static hit => !Partials.Has(hit))];
        var hits = await MakeAsync(full, canLack ? found.Words : [], found.Query, found.Marked).ConfigureAwait(false);
        if (found.Partial is not { } partial || full.Length == page.Length)
        {
            return hits;
        }

        var others = await MakeAsync(page[full.Length..], partial.Words, partial.Query, partial.Marked).ConfigureAwait(false);
        return [.. hits, .. others.Select(static hit => hit with { Partial = true })];
    }

    private async ValueTask<Hit[]> MakeAsync(
        RankedDocument[] page, IReadOnlyList<(string Word, Query Query)> words, Query query, Query marked)
    {
        if (page.Length == 0)
        {
            return [];
        }

        var details = await run.DescribeAsync(new DetailsRequest(page)
        {
            Marked = found.HasWords ? marked : null,
            Passages = new HighlightOptions { MaximumPassages = request.Snippets, Length = request.SnippetLength, Without = ShownAnyway },
            WholeLabel = SectionLabels.Title,
            Parts = [.. words.Select(static word => word.Query)],
            Explained = request.Explain ? query : null,
        }).ConfigureAwait(false);
        var snippets = new SnippetMaker(index.Record.Labels, request);
        return [.. page.Select((ranked, at) => Make(ranked, details[at], words, snippets))];
    }

    private Hit Make(
        RankedDocument ranked, DocumentDetails details, IReadOnlyList<(string Word, Query Query)> words, SnippetMaker snippets) =>
        index.Hits.Of(ranked.Document, details.Document, found.ScoreOf(ranked)) with
        {
            TitleMatches = SnippetMaker.Spans(details.WholeMatches),
            Snippets = snippets.Of(details),
            MissingWords = [.. details.MatchedParts.Index().Where(part => !part.Item).Select(part => words[part.Index].Word)],
            Explanation = details.Explanation is { } explanation ? Account(explanation) : null,
        };

    /// <summary>Whether one of several parts of a query is enough, so that a hit can lack others.</summary>
    private static bool HasAlternatives(QueryNode? node) => node switch
    {
        GroupNode group => group.IsAnyOf || group.Clauses.Any(clause => HasAlternatives(clause.Node)),
        WithinNode within => HasAlternatives(within.Inner),
        _ => false,
    };

    private static ScoreExplanation Account(Explanation explanation) =>
        new(explanation.Value, explanation.Description, [.. explanation.Details.Select(Account)]);
}
