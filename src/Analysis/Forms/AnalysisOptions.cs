namespace ProposalSearch.Analysis.Forms;

/// <summary>What becomes of a word. An index and the queries on it need the same options.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The default: everything on, in English.</summary>
    public static AnalysisOptions Default { get; } = new();

    /// <summary>The language of the texts. Default English.</summary>
    public ILanguage Language { get; init; } = BuiltInLanguages.English;

    /// <summary>Whether accents go and other spellings of a letter become the plain one: "café" is "cafe". Default true.</summary>
    public bool FoldAccents { get; init; } = true;

    /// <summary>Whether the stemmed form leaves out stop words; those of another language than English always go. Default true.</summary>
    public bool StopWords { get; init; } = true;

    /// <summary>Whether the stemmed form is cut to its stem: "colleges" is "colleg". Default true.</summary>
    public bool Stem { get; init; } = true;

    /// <summary>The options for a language.</summary>
    public static AnalysisOptions Of(ILanguage language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var hasStems = language != BuiltInLanguages.None;
        return language == BuiltInLanguages.English ? Default : new() { Language = language, Stem = hasStems, StopWords = hasStems };
    }
}
