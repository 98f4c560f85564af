using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Compare.Speed;

/// <summary>From a line of queries.tsv to a query, the way LuceneBench does it: on stems throughout.</summary>
internal sealed class AskedQueryAnalysis(AnalysisOptions options)
{
    private const int Edits = 2;
    private readonly TermNormalizer _normalizer = new(options);

    public Query Build(AskedQuery asked) => asked.Kind switch
    {
        "phrase" => Phrase(asked),
        // The dictionary holds stems, so a prefix is asked in its second form, which fits stems.
        "prefix" => new PrefixQuery(TermForm.Stemmed, asked.Words[^1], TermSetScoring.Constant),
        "fuzzy" => Any(asked, term => new FuzzyQuery(TermForm.Stemmed, term, Edits)),
        _ => Any(asked, term => new TermQuery(TermForm.Stemmed, term)),
    };

    private BooleanQuery Any(AskedQuery asked, Func<string, Query> query)
    {
        var should = new List<Query>();
        foreach (var token in Tokens(asked))
        {
            should.Add(query(token.Term));
        }

        return new BooleanQuery { Should = should };
    }

    private PhraseQuery Phrase(AskedQuery asked)
    {
        var tokens = Tokens(asked);
        var terms = new PhraseTerm[tokens.Count];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = new PhraseTerm(tokens[i].Term, i);
        }

        return new PhraseQuery(TermForm.Stemmed, terms, 0);
    }

    private List<Token> Tokens(AskedQuery asked) => Analyzer.Stemmed(string.Join(' ', asked.Words), _normalizer);
}
