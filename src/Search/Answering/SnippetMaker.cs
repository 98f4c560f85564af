using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>Passages of documents under their questions. One for each search.</summary>
internal sealed class SnippetMaker(IReadOnlyList<SectionLabel> labels, SearchRequest request)
{
    private readonly HashSet<int> _wanted = request.In.SelectMany(section => SectionLabels.Named(labels, section)).ToHashSet();

    /// <summary>The best passages; where nothing can be shown, the beginning.</summary>
    public IReadOnlyList<Snippet> Of(DocumentDetails details)
    {
        if (request.Snippets == 0)
        {
            return [];
        }

        var (document, passages) = (details.Document, details.Passages);
        if (passages.Count == 0)
        {
            return Beginning(document) is { } section
                ? [Snippet(PassageChooser.Beginning(document, section, request.SnippetLength), FirstAnswer(document))]
                : [];
        }

        var firstAnswer = FirstAnswer(document);
        var snippets = new Snippet[passages.Count];
        for (var at = 0; at < snippets.Length; at++)
        {
            snippets[at] = Snippet(passages[at], firstAnswer);
        }

        return snippets;
    }

    /// <summary>Places of matches, as a response has them.</summary>
    public static TextSpan[] Spans(IReadOnlyList<TextMatch> matches) =>
        [.. matches.Select(match => new TextSpan(match.Start, match.Length))];

    private Snippet Snippet(Passage passage, int firstAnswer)
    {
        var label = labels[passage.Label];
        int? answer = passage.Label < SectionLabels.FirstQuestion ? null : passage.Section - firstAnswer;
        return new Snippet(label.Question, label.QuestionId, answer, passage.Text, Spans(passage.Matches));
    }

    /// <summary>The section of the first answer, or the number of sections where there is none.</summary>
    private static int FirstAnswer(IStoredDocument document)
    {
        var (first, count) = (0, document.SectionCount);
        while (first < count && document.Label(first) < SectionLabels.FirstQuestion)
        {
            first++;
        }

        return first;
    }

    /// <summary>The section to begin with: the summary, or the first answer with a text, within the sections asked for.</summary>
    private int? Beginning(IStoredDocument document)
    {
        var best = (int?)null;
        for (var section = document.SectionCount - 1; section > 0; section--)
        {
            var label = document.Label(section);
            if (label == SectionLabels.Organization || document.TokenCount(section) == 0 || (_wanted.Count > 0 && !_wanted.Contains(label)))
            {
                continue;
            }

            best = best is { } later && labels[document.Label(later)].IsSummary && label != SectionLabels.Summary ? later : section;
        }

        return best;
    }
}
