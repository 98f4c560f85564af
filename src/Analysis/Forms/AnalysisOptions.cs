namespace ProposalSearch.Analysis.Forms;

/// <summary>What becomes of a word. An index and the queries on it need the same options.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The default: everything on.</summary>
    public static AnalysisOptions Default { get; } = new();

    /// <summary>Whether accents go and other spellings of a letter become the plain one: "café" is "cafe". Default true.</summary>
    public bool FoldAccents { get; init; } = true;

    /// <summary>Whether the stemmed form leaves out the 33 English stop words. Default true.</summary>
    public bool StopWords { get; init; } = true;

    /// <summary>Whether the stemmed form is cut to its stem: "colleges" is "colleg". Default true.</summary>
    public bool Stem { get; init; } = true;
}
