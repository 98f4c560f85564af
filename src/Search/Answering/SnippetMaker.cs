using ProposalSearch.Highlighting;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>Passages of documents under their questions. One for each search.</summary>
internal sealed class SnippetMaker(IReadOnlyList<SectionLabel> labels, SearchRequest request)
{
    /// <summary>The canonical question that tells most of a proposal without a summary.</summary>
    private const string NeedId = "need";
    private const int WordsOfASentence = 6;

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

    /// <summary>
    /// The section to begin with, within the sections asked for: the summary, else an answer that is one, else the need, else the first
    /// text of a sentence, else the first text.
    /// </summary>
    private int? Beginning(IStoredDocument document)
    {
        var (best, rank) = ((int?)null, int.MaxValue);
        for (var section = 1; section < document.SectionCount; section++)
        {
            var label = document.Label(section);
            if (label == SectionLabels.Organization || document.TokenCount(section) == 0 || (_wanted.Count > 0 && !_wanted.Contains(label)))
            {
                continue;
            }

            if (Rank(label, document.TokenCount(section)) is var own && own < rank)
            {
                (best, rank) = (section, own);
            }
        }

        return best;
    }

    private int Rank(int label, int words) => labels[label] switch
    {
        _ when label == SectionLabels.Summary => 0,
        { IsSummary: true } => 0,
        { QuestionId: QuerySections.Summary } => 1,
        { QuestionId: NeedId } => 2,
        { Question: var question } when OwnQuestions.Contains(question) => 5,
        _ when words >= WordsOfASentence => 3,
        _ => 4,
    };
}
