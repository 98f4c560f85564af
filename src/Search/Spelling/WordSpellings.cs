using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Search.Spelling;

/// <summary>In which other ways one word of a query may be written, and in which forms it may stand.</summary>
internal sealed class WordSpellings(SpellingKnowledge known, TermCounts counts, IReadOnlyDictionary<string, string[]> halves)
{
    /// <summary>The other spellings of a word that the index has.</summary>
    /// <param name="word">The word as typed.</param>
    /// <param name="joined">Words that it makes with the one before or behind it.</param>
    public IEnumerable<OtherSpelling> Of(string word, IEnumerable<string> joined)
    {
        var tokens = Analyzer.Exact(word, known.Normalizer);
        var found = tokens switch
        {
            [] => [],
            [var token] => OfOne(token.Term, word).Concat(joined.Select(Stemmed)),
            _ => OfSeveral(word, tokens),
        };
        return found.OfType<OtherSpelling>().Where(spelling => counts.Has(spelling.Form, spelling.Terms.Select(term => term.Term)));
    }

    private IEnumerable<OtherSpelling?> OfOne(string term, string typed)
    {
        foreach (var written in known.Written.OfStem(known.Normalizer.Stem(term)).Where(written => IsMeant(written, term, typed)))
        {
            yield return Exact(written);
        }

        foreach (var other in known.IsEnglish ? EnglishForms.Others(term) : [])
        {
            yield return Exact(other);
        }

        if (halves.TryGetValue(term, out var both) && both.Length > 0)
        {
            yield return known.Compounds.SideBySide(both);
        }

        foreach (var spelling in SignedWord.HasSign(term) ? OfSigned(term) : [])
        {
            yield return spelling;
        }
    }

    private IEnumerable<OtherSpelling?> OfSigned(string term)
    {
        yield return SignedWord.Joined(term) is { } joined && !known.IsFunctionWord(joined) ? Stemmed(joined) : null;
        if (SignedWord.MayFallApart(term) && SignedWord.Parts(term) is { Length: > 1 } parts)
        {
            yield return new OtherSpelling(TermForm.Exact, [.. parts.Select((part, at) => new PhraseTerm(part, at))], 1);
        }
    }

    /// <summary>What stands with a hyphen stands as one word too, and what stands with <c>&amp;</c> with "and".</summary>
    private IEnumerable<OtherSpelling?> OfSeveral(string word, List<Token> tokens)
    {
        var between = tokens.Zip(tokens.Skip(1), (left, right) => word[left.End..right.Start]).ToList();
        if (between.TrueForAll(IsHyphen))
        {
            yield return Stemmed(string.Concat(tokens.Select(token => token.Term)));
        }

        if (known.IsEnglish && between.Contains("&"))
        {
            var terms = tokens.SelectMany(
                (token, at) => at > 0 && between[at - 1] == "&" ? [EnglishForms.And, token.Term] : new[] { token.Term });
            yield return new OtherSpelling(TermForm.Exact, [.. terms.Select((term, at) => new PhraseTerm(term, at))], 1);
        }
    }

    /// <summary>"US" may be U.S., but "us" is not: a word that holds sentences together stands for initials in capitals only.</summary>
    private bool IsMeant(string written, string term, string typed) =>
        !known.IsFunctionWord(term) || typed.All(char.IsUpper) || SignedWord.Joined(written) is null;

    private static bool IsHyphen(string between) => between is "-" or "\u2010" or "\u2011" or "\u00AD" or "\u2013";

    private OtherSpelling? Stemmed(string term) => known.Normalizer.Stem(term) is { Length: > 0 } stem
        ? new OtherSpelling(TermForm.Stemmed, [new PhraseTerm(stem, 0)], 1) : null;

    private static OtherSpelling Exact(string term) => new(TermForm.Exact, [new PhraseTerm(term, 0)], 1);
}
