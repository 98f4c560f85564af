namespace ProposalSearch.Proposals;

/// <summary>
/// Questions that no form asks: what a proposal states beside its answers is searched under them, so that no word of a file is lost.
/// </summary>
public static class OwnQuestions
{
    /// <summary>A heading that lost to another title; a text of its own.</summary>
    internal const string Heading = "Heading";

    /// <summary>Headings with words that no text has.</summary>
    public const string Headings = "Headings";

    /// <summary>Values to filter by, years, names of accounts and labels of links, where no text has them.</summary>
    public const string Stated = "Also stated";

    /// <summary>Whether a question is one of them: what stands below it is a list of words, and no text to begin with.</summary>
    public static bool Contains(string question) => question is Headings or Stated;
}
