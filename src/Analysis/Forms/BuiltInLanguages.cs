namespace ProposalSearch.Analysis.Forms;

/// <summary>The languages that need nothing beside this project.</summary>
public static class BuiltInLanguages
{
    /// <summary>English, the default: Porter's stems and the 33 stop words of Lucene's EnglishAnalyzer.</summary>
    public static ILanguage English { get; } = new EnglishLanguage();

    /// <summary>
    /// No language, <c>und</c> by BCP 47: words are found as they are written, in any case, with or without accents. For texts in a
    /// language of which an engine has no stems.
    /// </summary>
    public static ILanguage None { get; } = new NoLanguage();
}
