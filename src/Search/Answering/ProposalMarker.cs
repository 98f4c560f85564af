using ProposalSearch.Highlighting;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>Finds where a proposal has the words of a search, and its neighbours among the hits. One for each request.</summary>
internal sealed class ProposalMarker(OpenedIndex index, SearchRequest request, CancellationToken cancellation)
{
    // Ids and organizations are names alike: more than one proposal may have what is asked for as one of its names.
    private const int MostOfAName = 16;

    private readonly ISearchRun _run = index.Reader.Begin(index.LimitOf(request.TimeBudget, cancellation));

    /// <summary>The marks of a proposal; <see langword="null"/> where there is none of this id.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="place">Which hit it is, from 1; 0 where that is not known.</param>
    public async ValueTask<ProposalMarks?> MarkAsync(Proposal proposal, int place)
    {
        var found = await new ResponseMaker(index, request, cancellation).FindAsync(place == 0 ? 1 : place + 1, isFilled: true)
            .ConfigureAwait(false);
        if (await DescribeAsync(proposal.Id, found).ConfigureAwait(false) is not { } details)
        {
            return null;
        }

        var (before, after) = await NeighboursAsync(proposal.Id, found, place).ConfigureAwait(false);
        var sections = Sections(details);
        var first = sections.Count - proposal.Answers.Count;
        return new ProposalMarks(
            found.Result.Total + (found.Partial?.Total ?? 0),
            sections[0],
            Summary(details, sections),
            [.. sections.Skip(first)],
            before,
            after);
    }

    private async ValueTask<DocumentDetails?> DescribeAsync(string id, FoundDocuments found)
    {
        var named = await _run.SearchAsync(
            new ValueQuery(ProposalNames.Column, [ProposalNames.Id(id)]), new SearchOptions { Top = MostOfAName }).ConfigureAwait(false);
        var details = await _run.DescribeAsync(new DetailsRequest([.. named.Hits])
        {
            Marked = found.HasWords ? found.Partial?.Marked ?? found.Marked : null,
            Passages = new HighlightOptions { MaximumPassages = 0 },
            AllSections = true,
        }).ConfigureAwait(false);
        return details.FirstOrDefault(one => one.Document.Id == id);
    }

    /// <summary>The hits before and after a place, where the proposal has that.</summary>
    private async ValueTask<(Hit? Before, Hit? After)> NeighboursAsync(string id, FoundDocuments found, int place)
    {
        var hits = found.Result.Hits.Skip(Math.Max(place - 2, 0)).Take(place < 2 ? 2 : 3).ToArray();
        if (place == 0 || hits.Length == 0)
        {
            return (null, null);
        }

        var details = await _run.DescribeAsync(new DetailsRequest(hits)).ConfigureAwait(false);
        List<Hit> read = [.. details.Select(static one => StoredHit.Read(one.Document, 0))];
        var at = place < 2 ? 0 : 1;
        return at < read.Count && read[at].Id == id ? (at == 0 ? null : read[0], read.ElementAtOrDefault(at + 1)) : (null, null);
    }

    private static List<IReadOnlyList<TextSpan>> Sections(DocumentDetails details) =>
    [
        .. Enumerable.Range(0, details.Document.SectionCount).Select(section =>
            section < details.SectionMatches.Count ? SnippetMaker.Spans(details.SectionMatches[section]) : []),
    ];

    /// <summary>The summary has a section of its own, or is one of the answers.</summary>
    private IReadOnlyList<TextSpan> Summary(DocumentDetails details, List<IReadOnlyList<TextSpan>> sections)
    {
        var labels = index.Record.Labels;
        var at = Enumerable.Range(0, details.Document.SectionCount).Where(section =>
            details.Document.Label(section) == SectionLabels.Summary || labels[details.Document.Label(section)].IsSummary).ToList();
        return at.Count > 0 ? sections[at[0]] : [];
    }
}
