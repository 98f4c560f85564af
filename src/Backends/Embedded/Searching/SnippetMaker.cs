using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Searching;

/// <summary>Passages of documents under their questions. One for each search; used by one thread, fastest with documents in ascending order.</summary>
internal sealed class SnippetMaker(IndexSnapshot snapshot, IReadOnlyList<SectionLabel> labels, FoundDocuments found, SearchRequest request, SearchRun run)
{
    private static readonly IReadOnlySet<int> ShownAnyway = new HashSet<int> { SectionLabels.Title };

    private readonly Highlighter? _highlighter = found.HasWords ? new Highlighter(snapshot, found.Marked, run) : null;
    private readonly HighlightOptions _options = new() { MaximumPassages = request.Snippets, Length = request.SnippetLength, Without = ShownAnyway };

    /// <summary>What was found in the title.</summary>
    public IReadOnlyList<TextSpan> InTitle(int document) => _highlighter is null ? [] : Spans(_highlighter.MatchesIn(document, SectionLabels.Title));

    /// <summary>The best passages; where nothing can be shown, the beginning.</summary>
    public IReadOnlyList<Snippet> Of(int document)
    {
        if (request.Snippets == 0)
        {
            return [];
        }

        var passages = _highlighter?.Passages(document, _options) ?? [];
        var view = snapshot.Document(document);
        if (passages.Count == 0)
        {
            return Beginning(view) is { } section ? [Snippet(view, Highlighter.Beginning(view, section, request.SnippetLength))] : [];
        }

        var snippets = new Snippet[passages.Count];
        for (var at = 0; at < snippets.Length; at++)
        {
            snippets[at] = Snippet(view, passages[at]);
        }

        return snippets;
    }

    private Snippet Snippet(DocumentView view, Passage passage)
    {
        var label = labels[passage.Label];
        return new Snippet(label.Question, label.QuestionId, AnswerIndex(view, passage), passage.Text, Spans(passage.Matches));
    }

    private static int? AnswerIndex(DocumentView view, Passage passage)
    {
        if (passage.Label < SectionLabels.FirstQuestion)
        {
            return null;
        }

        var first = 0;
        while (view.Label(first) < SectionLabels.FirstQuestion)
        {
            first++;
        }

        return passage.Section - first;
    }

    /// <summary>The section to begin with: the summary, or the first answer with a text, within the sections asked for.</summary>
    private int? Beginning(DocumentView view)
    {
        var wanted = request.In.SelectMany(section => SectionLabels.Named(labels, section)).ToHashSet();
        var best = (int?)null;
        for (var section = view.SectionCount - 1; section > 0; section--)
        {
            var label = view.Label(section);
            if (label == SectionLabels.Organization || view.TokenCount(section) == 0 || (wanted.Count > 0 && !wanted.Contains(label)))
            {
                continue;
            }

            best = best is { } later && labels[view.Label(later)].IsSummary && label != SectionLabels.Summary ? later : section;
        }

        return best;
    }

    private static TextSpan[] Spans(IReadOnlyList<TextMatch> matches) => [.. matches.Select(match => new TextSpan(match.Start, match.Length))];
}
