using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// In which other ways a phrase may be written: each of its words in each of its spellings, two as one, one as two. The words stay in
/// their form and order.
/// </summary>
internal sealed class PhraseSpellings(SpellingKnowledge known, TermCounts counts, IReadOnlyDictionary<string, string[]> halves)
{
    /// <summary>How many spellings of a phrase are looked for at most.</summary>
    private const int Most = 24;

    /// <summary>The other spellings that the index may have.</summary>
    public IEnumerable<OtherSpelling> Of(string phrase)
    {
        var tokens = PhraseWords.Of(phrase, known.Normalizer);
        if (tokens.Count is 0 or > SpellingFinder.MostWords)
        {
            return [];
        }

        var sequences = new List<List<PhraseTerm[]>> { new() { Array.Empty<PhraseTerm>() } };
        sequences.AddRange(tokens.Select(_ => new List<PhraseTerm[]>()));
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var (used, words) in Options(phrase, tokens, at))
            {
                var gap = at == 0 ? 0 : tokens[at].Position - tokens[at - 1].Position;
                var longer = sequences[at].Select(begun => Append(begun, words, gap));
                sequences[at + used].AddRange(longer.Take(Most - Math.Min(Most, sequences[at + used].Count)));
            }
        }

        return sequences[^1].Where(terms => terms.Length > 0 && !IsTyped(terms, tokens))
            .Where(terms => counts.Has(TermForm.Exact, terms.Select(term => term.Term)))
            .Select(terms => new OtherSpelling(TermForm.Exact, terms, 1));
    }

    /// <summary>What may stand for the word at a place, and how many words of the phrase that is.</summary>
    private IEnumerable<(int Used, string[] Words)> Options(string phrase, List<Token> tokens, int at)
    {
        var term = tokens[at].Term;
        yield return (1, [term]);
        if (IsInterior(tokens, at) && known.IsEnglish && term == EnglishForms.And)
        {
            yield return (1, []);
        }

        if (at > 0 && known.IsEnglish && phrase[tokens[at - 1].End..tokens[at].Start].Trim() == "&")
        {
            yield return (1, [EnglishForms.And, term]);
        }

        foreach (var written in known.Written.OfExact(term))
        {
            yield return (1, [written]);
        }

        foreach (var words in Alone(term).Where(words => counts.Has(TermForm.Exact, words)))
        {
            yield return (1, words);
        }

        if (at + 1 < tokens.Count && tokens[at + 1].Position == tokens[at].Position + 1)
        {
            foreach (var one in AsOne(term, tokens[at + 1].Term).Where(one => counts.Has(TermForm.Exact, [one])))
            {
                yield return (2, [one]);
            }
        }
    }

    private IEnumerable<string[]> Alone(string term)
    {
        if (halves.TryGetValue(term, out var both) && both.Length > 0)
        {
            yield return both;
        }

        if (SignedWord.HasSign(term))
        {
            yield return SignedWord.Joined(term) is { } joined ? [joined] : [term];
            yield return SignedWord.MayFallApart(term) ? SignedWord.Parts(term) : [term];
        }
    }

    /// <summary>Two words as one: written together, or with a sign where a blank is missing.</summary>
    private IEnumerable<string> AsOne(string left, string right)
    {
        if (known.Compounds.MayBeHalf(left) && known.Compounds.MayBeHalf(right) && !known.IsFunctionWord(left + right))
        {
            yield return left + right;
        }

        yield return left + "." + right;
        yield return left + ":" + right;
    }

    private static bool IsInterior(List<Token> tokens, int at) => at > 0 && at + 1 < tokens.Count;

    private static bool IsTyped(PhraseTerm[] terms, List<Token> tokens) =>
        terms.Select(term => term.Term).SequenceEqual(tokens.Select(token => token.Term), StringComparer.Ordinal);

    private static PhraseTerm[] Append(PhraseTerm[] begun, string[] words, int gap)
    {
        var place = begun.Length == 0 ? 0 : begun[^1].Position + gap;
        return [.. begun, .. words.Select((word, at) => new PhraseTerm(word, place + at))];
    }
}
