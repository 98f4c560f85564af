using ProposalSearch.Engine.Documents;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>How often a match counts that was found by its position: as often as its section weighs. Thread-safe.</summary>
internal sealed class SectionWeights
{
    private readonly DocumentsReader _documents;
    private readonly IndexSettings _settings;
    private readonly bool _all;

    public SectionWeights(DocumentsReader documents, IndexSettings settings)
    {
        _documents = documents;
        _settings = settings;
        _all = settings.SectionWeights.All(weight => weight == 1);
        Greatest = settings.SectionWeights.Append(1).Max();
    }

    /// <summary>What a match counts at most.</summary>
    public int Greatest { get; }

    /// <summary>The frequency that goes with some matches, where without weights it would be <paramref name="frequency"/>.</summary>
    public float Weigh(int document, ReadOnlySpan<PhraseMatch> matches, float frequency)
    {
        if (_all)
        {
            return frequency;
        }

        var view = _documents.Open(document);
        float sum = 0;
        foreach (var match in matches)
        {
            sum += match.Worth * WeightAt(view, match.Word);
        }

        return sum;
    }

    /// <summary>The frequency that goes with some positions of a term.</summary>
    public int Weigh(int document, ReadOnlySpan<int> positions)
    {
        if (_all)
        {
            return positions.Length;
        }

        var view = _documents.Open(document);
        int sum = 0;
        foreach (int position in positions)
        {
            sum += WeightAt(view, position);
        }

        return sum;
    }

    private int WeightAt(DocumentView view, int position) => _settings.WeightOf(view.Label(view.SectionOf(position)));
}
