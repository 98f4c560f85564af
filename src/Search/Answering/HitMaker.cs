using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval;
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
        if (page.Length == 0)
        {
            return [];
        }

        var canLack = found.Words.Count > 1 && HasAlternatives(found.Reading.Root);
        var details = await run.DescribeAsync(new DetailsRequest(page)
        {
            Marked = found.HasWords ? found.Marked : null,
            Passages = new HighlightOptions { MaximumPassages = request.Snippets, Length = request.SnippetLength, Without = ShownAnyway },
            WholeLabel = SectionLabels.Title,
            Parts = canLack ? [.. found.Words.Select(word => word.Query)] : [],
            Explained = request.Explain ? found.Query : null,
        }).ConfigureAwait(false);
        var snippets = new SnippetMaker(index.Record.Labels, request);
        var hits = new Hit[page.Length];
        for (var at = 0; at < hits.Length; at++)
        {
            hits[at] = Make(page[at], details[at], snippets);
        }

        return hits;
    }

    private Hit Make(RankedDocument ranked, DocumentDetails details, SnippetMaker snippets) =>
        StoredHit.Read(details.Document, found.ScoreOf(ranked)) with
        {
            TitleMatches = SnippetMaker.Spans(details.WholeMatches),
            Snippets = snippets.Of(details),
            MissingWords = [.. details.MatchedParts.Index().Where(part => !part.Item).Select(part => found.Words[part.Index].Word)],
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
