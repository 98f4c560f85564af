using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Engine.Scoring;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Proposals.Search;
using ProposalSearch.Proposals.Search.Language;

namespace ProposalSearch.Backends.Embedded.Searching;

/// <summary>Documents to hits. One for each search; used by one thread.</summary>
internal sealed class HitMaker(IndexSnapshot snapshot, IReadOnlyList<SectionLabel> labels, FoundDocuments found, SearchRequest request, SearchRun run)
{
    private readonly bool _canLack = found.Words.Count > 1 && HasAlternatives(found.Reading.Root);

    /// <summary>The hits of a page, in its order. Documents are read in the order in which they are stored.</summary>
    public Hit[] Make(RankedDocument[] page)
    {
        int[] documents = [.. page.Select(ranked => ranked.Document)];
        var missing = MissingWords(documents);
        var explanations = request.Explain ? snapshot.Explain(found.Query, documents, run) : null;
        var snippets = new SnippetMaker(snapshot, labels, found, request, run);
        var hits = new Hit[page.Length];
        foreach (var (at, document) in page.Index().OrderBy(pair => pair.Item.Document))
        {
            run.Limit.Check();
            hits[at] = Make(document) with
            {
                TitleMatches = snippets.InTitle(document.Document),
                Snippets = snippets.Of(document.Document),
                MissingWords = missing[at],
                Explanation = explanations is null ? null : Explanation(explanations[at]),
            };
        }

        return hits;
    }

    /// <summary>A hit without what costs more than reading it.</summary>
    public Hit Make(RankedDocument document)
    {
        var view = snapshot.Document(document.Document);
        var id = view.Id;
        var record = ProposalRecordFormat.Read(view.ReadStored(), id);
        return new Hit
        {
            Id = id,
            Title = view.Text(0),
            Summary = StoredProposal.Text(view, record.SummarySection),
            Organization = StoredProposal.Text(view, record.OrganizationSection),
            Year = record.Year,
            Image = record.Image,
            Score = found.HasWords ? document.Score : 0,
            Facets = record.Facets,
            Source = record.SourcePath,
        };
    }

    /// <summary>Whether one of several parts of a query is enough, so that a hit can lack others.</summary>
    private static bool HasAlternatives(QueryNode? node) => node switch
    {
        GroupNode group => group.IsAnyOf || group.Clauses.Any(clause => HasAlternatives(clause.Node)),
        WithinNode within => HasAlternatives(within.Inner),
        _ => false,
    };

    /// <summary>For each document of a page, the words that it lacks.</summary>
    private List<string>[] MissingWords(int[] documents)
    {
        var missing = Array.ConvertAll(documents, _ => new List<string>());
        foreach (var word in _canLack ? found.Words : [])
        {
            foreach (var (at, matches) in snapshot.Matches(word.Query, documents, run).Index())
            {
                if (!matches)
                {
                    missing[at].Add(word.Word);
                }
            }
        }

        return missing;
    }

    private static ScoreExplanation Explanation(Explanation explanation) =>
        new(explanation.Value, explanation.Description, [.. explanation.Details.Select(Explanation)]);
}
