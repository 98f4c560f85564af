using System.Runtime.CompilerServices;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Queries;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.OpenSearch.Describing;

/// <summary>
/// Whether a document that was read matches a query, with which score, and how that came about: found in its texts, by the arithmetic that
/// the cluster was told. Belongs to one request.
/// </summary>
/// <param name="mark">What the index says of itself.</param>
/// <param name="terms">Its terms.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class DocumentScorer(IndexMark mark, IndexTerms terms, TimeLimit limit)
{
    private readonly QueryParts _parts = new(mark, terms, limit);
    private readonly float[] _inverseNorms = Bm25.InverseNorms(terms.AverageLength);
    private readonly Dictionary<(Query Query, float Boost, IReadOnlySet<int>? Labels), DocumentPart[]> _known = new(new ByReference());
    private ScoreAccount _account = new();

    /// <summary>The score of a document; <see langword="null"/> where it does not match.</summary>
    public float? Score(Query query, StoredDocument document, float boost = 1, IReadOnlySet<int>? labels = null)
    {
        limit.Step();
        return query switch
        {
            TermQuery or PhraseQuery or FuzzyQuery => Sum(PartsOf(query, boost, labels), document),
            PrefixQuery { Scoring: TermSetScoring.Constant } or WildcardQuery { Scoring: TermSetScoring.Constant } =>
                PartsOf(query, boost, labels).Any(part => part.Frequency(document.Words) > 0) ? boost : null,
            PrefixQuery or WildcardQuery => Sum(PartsOf(query, boost, labels), document),
            BooleanQuery boolean => Score(boolean, document, boost, labels),
            BoostQuery inner => Score(inner.Inner, document, boost * inner.Factor, labels),
            ConstantQuery inner => Score(inner.Inner, document, 1, labels) is null ? null : inner.Score * boost,
            ScopeQuery scope => Score(scope.Inner, document, boost, MatchTranslator.Within(scope, labels)),
            AllQuery => boost,
            ValueQuery value => Has(value, document) ? boost : null,
            _ => null,
        };
    }

    /// <summary>How the score of a document came about; a value of 0 without details where it does not match.</summary>
    public Explanation Explain(Query query, StoredDocument document)
    {
        _account = new ScoreAccount();
        return Explain(query, document, 1, null);
    }

    private Explanation Explain(Query query, StoredDocument document, float boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery or PhraseQuery => Phrase(query, document, boost, labels),
        BooleanQuery boolean => Sum(query, [.. boolean.Must, .. boolean.Should], document, boost, labels),
        BoostQuery inner => Explain(inner.Inner, document, boost * inner.Factor, labels),
        ScopeQuery scope => Explain(scope.Inner, document, boost, MatchTranslator.Within(scope, labels)),
        _ => ScoreAccount.Leaf(ScoreAccount.NameOf(query), Score(query, document, boost, labels) ?? 0),
    };

    private Explanation Phrase(Query query, StoredDocument document, float boost, IReadOnlySet<int>? labels)
    {
        if (_parts.Phrase(query, boost, labels) is not { } part || part.Frequency(document.Words) is not (> 0 and var frequency))
        {
            return ScoreAccount.Absent(ScoreAccount.NameOf(query));
        }

        var phrase = query as PhraseQuery;
        var form = phrase?.Form ?? ((TermQuery)query).Form;
        IEnumerable<string> all = phrase?.Terms.Select(term => term.Term) ?? [((TermQuery)query).Term];
        return ScoreAccount.Phrase(
            ScoreAccount.NameOf(query),
            new PhraseRarity(
                part.Weight, boost, _parts.Phrase(query, 1, labels)!.Weight, terms.DocumentsWithWords,
                all.Select(term => (long)terms.FrequencyOf(form, term))),
            new PhraseInDocument(frequency, InverseNorm(document), document.Words.Length, terms.AverageLength));
    }

    private Explanation Sum(
        Query query, Query[] parts, StoredDocument document, float boost, IReadOnlySet<int>? labels)
    {
        float value = Score(query, document, boost, labels) ?? 0;
        float[] scores = value == 0 ? [] : [.. parts.Select(part => Score(part, document, boost, labels) ?? 0)];
        return _account.Sum(value, scores, part => Explain(parts[part], document, boost, labels));
    }

    private float? Score(BooleanQuery query, StoredDocument document, float boost, IReadOnlySet<int>? labels)
    {
        float?[] must = [.. query.Must.Select(inner => Score(inner, document, boost, labels))];
        bool Matches(Query inner) => Score(inner, document, boost, labels) is not null;
        if (must.Contains(null) || !query.Filter.All(Matches) || query.Not.Any(Matches))
        {
            return null;
        }

        float?[] should = [.. query.Should.Select(inner => Score(inner, document, boost, labels))];
        return should.Count(score => score is not null) < MatchTranslator.MinimumOf(query) ? null
            : must.Concat(should).Sum(score => score ?? 0);
    }

    private DocumentPart[] PartsOf(Query query, float boost, IReadOnlySet<int>? labels)
    {
        if (!_known.TryGetValue((query, boost, labels), out var parts))
        {
            _known.Add((query, boost, labels), parts = [.. _parts.Of(query, boost, labels)]);
        }

        return parts;
    }

    private float? Sum(DocumentPart[] parts, StoredDocument document)
    {
        float? sum = null;
        foreach (var part in parts)
        {
            if (part.Frequency(document.Words) is > 0 and var frequency)
            {
                sum = (sum ?? 0) + Bm25.Score(part.Weight, frequency, InverseNorm(document));
            }
        }

        return sum;
    }

    private float InverseNorm(StoredDocument document) => _inverseNorms[LengthCode.Encode(document.Words.Length)];

    private bool Has(ValueQuery query, StoredDocument document)
    {
        if (mark.NumberOf(query.Column, ColumnKind.Text) is not { } column)
        {
            return query.Missing;
        }

        var values = document.Values.Where(value => value.Column == column).Select(value => value.Value).ToList();
        return values.Count == 0 ? query.Missing : values.Exists(query.Values.Contains);
    }

    /// <summary>The same objects, since comparing what is in them takes as long as they are large.</summary>
    private sealed class ByReference : IEqualityComparer<(Query Query, float Boost, IReadOnlySet<int>? Labels)>
    {
        public bool Equals(
            (Query Query, float Boost, IReadOnlySet<int>? Labels) x, (Query Query, float Boost, IReadOnlySet<int>? Labels) y) =>
            ReferenceEquals(x.Query, y.Query) && x.Boost.Equals(y.Boost) && ReferenceEquals(x.Labels, y.Labels);

        public int GetHashCode((Query Query, float Boost, IReadOnlySet<int>? Labels) obj) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Query), obj.Boost, RuntimeHelpers.GetHashCode(obj.Labels));
    }
}
