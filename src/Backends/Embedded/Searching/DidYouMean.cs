using ProposalSearch.Backends.Embedded.Reading;
using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Suggestions;
using ProposalSearch.Proposals.Search.Language;

namespace ProposalSearch.Backends.Embedded.Searching;

/// <summary>A better spelling where no proposal has all that was asked for. One for each request.</summary>
internal sealed class DidYouMean(IndexSnapshot snapshot, TermNormalizer normalizer, SearchRun run)
{
    private readonly QueryCorrector _corrector = new(new SnapshotTerms(snapshot, run), normalizer);
    private readonly QueryCorrector _ofPhrases = new(new SnapshotTerms(snapshot, run, sideBySide: true), normalizer) { FoundOnly = true };

    /// <summary>The query with other words, as typed otherwise; <see langword="null"/> where none is better. It may have no hits either.</summary>
    public string? Of(string text, QueryReading reading) =>
        QueryText.Leaves(reading.Root).All(leaf => leaf.Node is WordNode or PhraseNode) && reading.Root is not WithinNode
            ? ((reading.Root is PhraseNode { Slop: 0 } ? _ofPhrases.Correct(text) : null) ?? _corrector.Correct(text))?.Text
            : null;
}
