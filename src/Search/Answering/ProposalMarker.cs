using ProposalSearch.Highlighting;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>Finds where a proposal has the words of a search, and its neighbours among the hits. One for each request.</summary>
internal sealed class ProposalMarker(OpenedIndex index, SearchRequest request, CancellationToken cancellation)
{
    private readonly ResponseMaker _maker = new(index, request, cancellation);

    /// <summary>The marks of a proposal; <see langword="null"/> where there is none of this id.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="place">Which hit it is, from 1; 0 where that is not known.</param>
    public async ValueTask<ProposalMarks?> MarkAsync(Proposal proposal, int place)
    {
        var bets = new BestBetFinder(index, _maker.Run, request);
        var most = place == 0 ? 1 : place + 1 + bets.Bets.Sum(static bet => bet.Proposals.Count);
        var found = await _maker.FindAsync(most, isFilled: true).ConfigureAwait(false);
        var named = await _maker.Run.SearchAsync(ProposalNames.Having(proposal.Id), new SearchOptions { Top = 1 }).ConfigureAwait(false);
        if (named.Hits is not [var itself])
        {
            return null;
        }

        var shownFirst = await bets.FindAsync(found.Filters).ConfigureAwait(false);
        var neighbours = await NeighboursAsync(itself, found, place, [.. shownFirst.Values]).ConfigureAwait(false);
        var details = await DescribeAsync(itself, found).ConfigureAwait(false);
        var sections = Sections(details);
        return new ProposalMarks(
            found.Result.Total + (found.Partial?.Total ?? 0),
            sections[0],
            Summary(details, sections),
            [.. sections.Skip(sections.Count - proposal.Answers.Count)],
            neighbours.Before,
            neighbours.After);
    }

    private async ValueTask<DocumentDetails> DescribeAsync(RankedDocument itself, FoundDocuments found) =>
        (await _maker.Run.DescribeAsync(new DetailsRequest([itself])
        {
            Marked = found.HasWords ? found.Partial?.Marked ?? found.Marked : null,
            Passages = new HighlightOptions { MaximumPassages = 0 },
            AllSections = true,
        }).ConfigureAwait(false))[0];

    /// <summary>
    /// The hits before and after a place, where the proposal has that. What is shown first is among the hits of no page, so that a place
    /// may be as many too small.
    /// </summary>
    private async ValueTask<(Hit? Before, Hit? After)> NeighboursAsync(
        RankedDocument itself, FoundDocuments found, int place, IReadOnlyList<RankedDocument> shownFirst)
    {
        var taken = shownFirst.Select(static hit => hit.Document).ToHashSet();
        var hits = found.Result.Hits;
        var at = hits.TakeWhile(hit => hit.Document != itself.Document).Count();
        if (place == 0 || at < place - 1 || at > place - 1 + taken.Count || at == hits.Count)
        {
            return (null, null);
        }

        var before = hits.Take(at).Where(hit => !taken.Contains(hit.Document)).TakeLast(1).ToArray();
        var after = hits.Skip(at + 1).Where(hit => !taken.Contains(hit.Document)).Take(1).ToArray();
        var details = await _maker.Run.DescribeAsync(new DetailsRequest([.. before, .. after])).ConfigureAwait(false);
        List<Hit> read = [.. details.Select(static one => StoredHit.Read(one.Document, 0))];
        return (before.Length == 0 ? null : read[0], after.Length == 0 ? null : read[^1]);
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
