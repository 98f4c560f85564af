using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using ProposalSearch.Compare.Speed;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>From a line of queries.tsv to a query of Lucene's own classes, as <see cref="AskedQueryAnalysis"/> makes ours.</summary>
internal sealed class PlainQueries(Analyzer analyzer)
{
    private const int Edits = 2;

    public Query Build(AskedQuery asked)
    {
        switch (asked.Kind)
        {
            case "prefix":
                return new PrefixQuery(new Term(PlainFields.Body, asked.Words[^1]));
            case "phrase":
                var phrase = new PhraseQuery();
                Stems(asked).ForEach(term => phrase.Add(term));
                return phrase;
            case "fuzzy":
                return Any(Stems(asked).Select(term => new FuzzyQuery(term, Edits)));
            default:
                return Any(Stems(asked).Select(term => new TermQuery(term)));
        }
    }

    private static BooleanQuery Any(IEnumerable<Query> queries)
    {
        var any = new BooleanQuery();
        foreach (var query in queries)
        {
            any.Add(query, Occur.SHOULD);
        }

        return any;
    }

    private List<Term> Stems(AskedQuery asked)
    {
        var stems = new List<Term>();
        using var stream = analyzer.GetTokenStream(PlainFields.Body, string.Join(' ', asked.Words));
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            stems.Add(new Term(PlainFields.Body, term.ToString()));
        }

        stream.End();
        return stems;
    }
}
