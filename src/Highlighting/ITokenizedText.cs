namespace ProposalSearch.Highlighting;

/// <summary>
/// The sections of a document with the places of their words, as passages are cut of them. Whoever keeps texts implements it, so that only
/// what is shown is read. The words of a section have consecutive positions; no two sections share one.
/// </summary>
public interface ITokenizedText
{
    /// <summary>How many sections there are.</summary>
    int SectionCount { get; }

    /// <summary>What a section is, for whoever made the document.</summary>
    int Label(int section);

    /// <summary>The position of a section's first word.</summary>
    int StartPosition(int section);

    /// <summary>How many words a section has.</summary>
    int TokenCount(int section);

    /// <summary>The length of a section's text in UTF-16 code units.</summary>
    int TextLength(int section);

    /// <summary>Where a word is in its section's text, in UTF-16 code units.</summary>
    /// <param name="section">The section.</param>
    /// <param name="index">The word, from 0.</param>
    (int Start, int Length) Token(int section, int index);

    /// <summary>A part of a section's text, in UTF-16 code units.</summary>
    string Text(int section, int start, int length);
}
