using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Fields;

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
    }

    /// <summary>The frequency that goes with some positions, where without weights it would be <paramref name="frequency"/>.</summary>
    public float Weigh(int document, ReadOnlySpan<int> positions, float frequency)
    {
        if (_all || positions.IsEmpty)
        {
            return frequency;
        }

        var view = _documents.Open(document);
        int sum = 0;
        foreach (int position in positions)
        {
            int section = view.SectionOf(position);
            sum += section < 0 ? 1 : _settings.WeightOf(view.Label(section));
        }

        return frequency * sum / positions.Length;
    }
}
