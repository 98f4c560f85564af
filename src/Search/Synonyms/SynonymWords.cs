using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Search.Synonyms;

/// <summary>
/// A text of a list of synonyms, as terms: in quotes the very words; else all their forms, unless fewer than two words are left without
/// stop words and there were more.
/// </summary>
internal sealed record SynonymWords
{
    private SynonymWords(string text, TermForm form, IReadOnlyList<Token> tokens)
    {
        Text = text;
        Form = form;
        Terms = [.. tokens.Select(token => new PhraseTerm(token.Term, token.Position - tokens[0].Position))];
    }

    /// <summary>The text to show, without quotes.</summary>
    public string Text { get; }

    /// <summary>The form of its terms.</summary>
    public TermForm Form { get; }

    /// <summary>Its terms with their places; none where the text has no word.</summary>
    public IReadOnlyList<PhraseTerm> Terms { get; }

    /// <summary>Reads a text of a list.</summary>
    public static SynonymWords Of(string text, TermNormalizer normalizer)
    {
        var shown = text.Trim().Trim('"', '“', '”').Trim();
        var exact = Analyzer.Exact(shown, normalizer);
        var stemmed = Analyzer.Stemmed(shown, normalizer);
        var isExact = shown.Length < text.Trim().Length || stemmed.Count == 0 || (stemmed.Count == 1 && exact.Count > 1);
        return isExact ? new SynonymWords(shown, TermForm.Exact, exact) : new SynonymWords(shown, TermForm.Stemmed, stemmed);
    }

    /// <summary>
    /// How many typed words, from one on, are these; 0 where they are others. Stop words within a part of a query count along.
    /// </summary>
    public int Covered(IReadOnlyList<TypedTerm> typed, int at)
    {
        var (next, place) = (at, 0);
        for (; place < Terms.Count && next < typed.Count; next++)
        {
            if (Form == TermForm.Stemmed && place > 0 && typed[next].Stem.Length == 0)
            {
                continue;
            }

            if ((Form == TermForm.Exact ? typed[next].Exact : typed[next].Stem) != Terms[place++].Term)
            {
                return 0;
            }
        }

        return place == Terms.Count ? next - at : 0;
    }
}
