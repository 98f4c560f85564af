using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Proposals.Search.Language;

namespace ProposalSearch.Backends.Embedded.Reading;

/// <summary>
/// From one word, phrase or pattern to what it is found by, and to what only adds to the score of proposals that are found anyhow:
/// which proposals match does not depend on how they are ranked.
/// </summary>
internal sealed class WordLowering(TermNormalizer normalizer, WordWeights weights)
{
    /// <summary>Words that a fuzzy word stands for at most, the nearest first.</summary>
    public const int MaxFuzzyTerms = 1_000;

    private readonly Dictionary<QueryNode, Query> _matches = [];

    /// <summary>
    /// What finds it, unweighted: the same object for the same word, so that what the engine looks up for it is looked up once for all that a request asks.
    /// </summary>
    public Query Match(QueryNode node)
    {
        if (!_matches.TryGetValue(node, out var query))
        {
            _matches.Add(node, query = MatchOf(node));
        }

        return query;
    }

    private Query MatchOf(QueryNode node) => node switch
    {
        WordNode word => Phrase(TermForm.Stemmed, Analyzer.Stemmed(word.Text, normalizer), 0),
        PhraseNode phrase => Phrase(TermForm.Exact, Analyzer.Exact(phrase.Text, normalizer), phrase.Slop),
        PrefixNode prefix => new PrefixQuery(TermForm.Exact, Fold(prefix.Text), TermSetScoring.Blended),
        WildcardNode wildcard => new WildcardQuery(TermForm.Exact, Fold(wildcard.Pattern), TermSetScoring.Blended),
        FuzzyNode fuzzy => new FuzzyQuery(TermForm.Exact, Fold(fuzzy.Text), fuzzy.Edits) { MaximumTerms = MaxFuzzyTerms },
        _ => new NoneQuery(),
    };

    /// <summary>How much what finds it counts, beside <see cref="Exact"/> and <see cref="Parts"/>.</summary>
    public float Weight(QueryNode node) => node is not WordNode word ? 1
        : weights.Of(word.Text) * (IsOneTerm(word) ? 1 - WordWeights.ExactShare : WordWeights.CompoundShare);

    /// <summary>What also scores, and is found by nothing that <see cref="Match"/> does not find: the form of a word that was typed.</summary>
    public IEnumerable<Query> Exact(QueryNode node) =>
        node is WordNode word && Analyzer.Stemmed(word.Text, normalizer) is [var token]
            ? [new BoostQuery(ExactTerm(word.Text, token), weights.Of(word.Text) * WordWeights.ExactShare)]
            : [];

    /// <summary>What also scores, though it may be found elsewhere: the words of a phrase, or of one written with hyphens.</summary>
    public IEnumerable<Query> Parts(QueryNode node) => node switch
    {
        WordNode word when !IsOneTerm(word) => PartsOf(word.Text, weights.Of(word.Text)),
        PhraseNode phrase => PartsOf(phrase.Text, 1),
        _ => [],
    };

    /// <summary>A text as exact terms have it.</summary>
    public static string Fold(string text, TermNormalizer normalizer)
    {
        var folded = new char[text.Length * TermNormalizer.MaxExpansion];
        return new string(folded, 0, normalizer.Exact(text, folded));
    }

    private string Fold(string text) => Fold(text, normalizer);

    private bool IsOneTerm(WordNode word) => Analyzer.Stemmed(word.Text, normalizer).Count == 1;

    private IEnumerable<Query> PartsOf(string text, float weight)
    {
        foreach (var token in Analyzer.Stemmed(text, normalizer))
        {
            var share = weight * weights.Of(text[token.Start..token.End]);
            yield return new BoostQuery(new TermQuery(TermForm.Stemmed, token.Term), share * (1 - WordWeights.ExactShare));
            yield return new BoostQuery(ExactTerm(text, token), share * WordWeights.ExactShare);
        }
    }

    private TermQuery ExactTerm(string text, Token token) => new(TermForm.Exact, Fold(text[token.Start..token.End]));

    private static Query Phrase(TermForm form, List<Token> tokens, int slop) => tokens switch
    {
        [] => new NoneQuery(),
        [var token] => new TermQuery(form, token.Term),
        _ => new PhraseQuery(form, tokens.ConvertAll(token => new PhraseTerm(token.Term, token.Position - tokens[0].Position)), slop),
    };
}
