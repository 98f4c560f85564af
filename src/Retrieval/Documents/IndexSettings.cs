using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Retrieval.Documents;

/// <summary>How an index is made. All segments of an index share it.</summary>
public sealed record IndexSettings
{
    private const int MaximumWeight = byte.MaxValue;

    /// <summary>How words become terms.</summary>
    public AnalysisOptions Analysis { get; init; } = new();

    /// <summary>Which forms of the words are indexed. Default both.</summary>
    public TermForms Forms { get; init; } = TermForms.Stemmed | TermForms.Exact;

    /// <summary>Positions left free between two sections, so that no phrase reaches from one into the next. Default 100.</summary>
    public int SectionGap { get; init; } = 100;

    /// <summary>
    /// How often a word counts in sections of a label: <c>SectionWeights[label]</c>, 1 to 255; 1 for labels beyond the list.
    /// </summary>
    public IReadOnlyList<int> SectionWeights { get; init; } = [];

    /// <summary>Refuses what cannot be written.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight or the gap is out of its range.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(SectionGap);
        foreach (int weight in SectionWeights)
        {
            if (weight is < 1 or > MaximumWeight)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(SectionWeights), weight, $"A section weighs 1 to {MaximumWeight}, for a word counts so often.");
            }
        }
    }

    /// <summary>How often a word counts in a section.</summary>
    public int WeightOf(int label) => label >= 0 && label < SectionWeights.Count ? SectionWeights[label] : 1;
}

/// <summary>Forms of a word that an index keeps.</summary>
[Flags]
public enum TermForms
{
    /// <summary>None: no text can be searched.</summary>
    None = 0,

    /// <summary>Stems, without stop words.</summary>
    Stemmed = 1,

    /// <summary>Whole words, stop words too.</summary>
    Exact = 2,
}

/// <summary>A form of a word.</summary>
public enum TermForm
{
    /// <summary>The stem.</summary>
    Stemmed,

    /// <summary>The whole word.</summary>
    Exact,
}
