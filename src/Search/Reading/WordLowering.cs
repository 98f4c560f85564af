using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Spelling;

namespace ProposalSearch.Search.Reading;

/// <summary>
/// From one word, phrase or pattern to what it is found by, and to what only adds to the score of proposals that are found anyhow:
/// which proposals match does not depend on how they are ranked.
/// </summary>
internal sealed class WordLowering(WordAnalysis analysis, WordWeights weights, FoundSpellings spellings)
{
    /// <summary>Words that a fuzzy word stands for at most, the nearest first.</summary>
    public const int MaxFuzzyTerms = 1_000;

    private readonly Dictionary<QueryNode, Query> _matches = [];

    /// <summary>
    /// What finds it, unweighted: the same object for the same word, so that what the engine looks up for it is looked up once for all that
    /// a request asks.
    /// </summary>
    public Query Match(QueryNode node)
    {
        if (!_matches.TryGetValue(node, out var query))
        {
            _matches.Add(node, query = WithOthers(node, MatchOf(node)));
        }

        return query;
    }

    private Query MatchOf(QueryNode node) => node switch
    {
        WordNode word when IsExact(word) => Phrase(TermForm.Exact, analysis.Exact(word.Text), 0),
        WordNode word => Phrase(TermForm.Stemmed, analysis.Stemmed(word.Text), 0),
        PhraseNode phrase => Phrase(TermForm.Exact, analysis.Phrase(phrase.Text), phrase.Slop),
        PrefixNode prefix => new PrefixQuery(TermForm.Exact, analysis.Fold(prefix.Text), TermSetScoring.Blended),
        WildcardNode wildcard => new WildcardQuery(TermForm.Exact, analysis.Fold(wildcard.Pattern), TermSetScoring.Blended),
        FuzzyNode fuzzy => new FuzzyQuery(TermForm.Exact, analysis.Fold(fuzzy.Text), fuzzy.Edits) { MaximumTerms = MaxFuzzyTerms },
        _ => new NoneQuery(),
    };

    private Query WithOthers(QueryNode node, Query typed)
    {
        if (!spellings.Others.TryGetValue(node, out var others))
        {
            return typed;
        }

        var slop = node is PhraseNode phrase ? phrase.Slop : 0;
        return new BooleanQuery { Should = [typed, .. others.Select(other => Other(other, slop))], Minimum = 1 };
    }

    private static BoostQuery Other(OtherSpelling other, int slop) =>
        new(other.Terms is [var one] ? new TermQuery(other.Form, one.Term) : new PhraseQuery(other.Form, other.Terms, slop), other.Share);

    /// <summary>How much what finds it counts, beside <see cref="Exact"/> and <see cref="Parts"/>.</summary>
    public float Weight(QueryNode node) => node is not WordNode word ? weights.Of(node)
        : weights.Of(word.Text) * (IsOneTerm(word) ? 1 - WordWeights.ExactShare : WordWeights.CompoundShare);

    /// <summary>
    /// What also scores, and is found by nothing that <see cref="Match"/> does not find: the form of a word that was typed.
    /// </summary>
    public IEnumerable<Query> Exact(QueryNode node) =>
        node is WordNode word && IsOneTerm(word) && analysis.Stemmed(word.Text) is [var token]
            ? [new BoostQuery(ExactTerm(word.Text, token), weights.Of(word.Text) * WordWeights.ExactShare)]
            : [];

    /// <summary>What also scores, though it may be found elsewhere: the words of a phrase, or of one written with hyphens.</summary>
    public IEnumerable<Query> Parts(QueryNode node) => node switch
    {
        WordNode word when !IsOneTerm(word) => PartsOf(word.Text, weights.Of(word.Text)),
        WordNode word when spellings.Signed.TryGetValue(word.Text, out var signed) =>
            [new ConstantQuery(new ValueQuery(SignedEnds.Column, [signed]), WordWeights.SignedShare)],
        PhraseNode phrase => PartsOf(phrase.Text, weights.Of(phrase)),
        _ => [],
    };

    private bool IsOneTerm(WordNode word) => analysis.Exact(word.Text).Count == 1;

    /// <summary>Whether the parts of a word are looked for as they stand, since all but one of them are stop words: AT&amp;T.</summary>
    private bool IsExact(WordNode word) => !IsOneTerm(word) && analysis.Stemmed(word.Text).Count < 2;

    private IEnumerable<Query> PartsOf(string text, float weight)
    {
        foreach (var token in analysis.Stemmed(text))
        {
            var share = weight * weights.Of(text[token.Start..token.End]);
            yield return new BoostQuery(new TermQuery(TermForm.Stemmed, token.Term), share * (1 - WordWeights.ExactShare));
            yield return new BoostQuery(ExactTerm(text, token), share * WordWeights.ExactShare);
        }
    }

    private TermQuery ExactTerm(string text, Token token) => new(TermForm.Exact, analysis.Fold(text[token.Start..token.End]));

    private static Query Phrase(TermForm form, List<Token> tokens, int slop) => tokens switch
    {
        [] => new NoneQuery(),
        [var token] => new TermQuery(form, token.Term),
        _ => new PhraseQuery(form, tokens.ConvertAll(token => new PhraseTerm(token.Term, token.Position - tokens[0].Position)), slop),
    };
}
