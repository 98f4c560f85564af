using System.Text.Json;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Compare.Trees;

/// <summary>
/// The neutral query tree of the peers as a query of the engine, over stems. Trees: term, and, or, bool, phrase, prefix, wildcard,
/// fuzzy, all; any may have a boost and be constant. docs/performance.md shows each.
/// </summary>
internal sealed class QueryTreeReader(AnalysisOptions options)
{
    private const TermForm Form = TermForm.Stemmed;
    private readonly TermNormalizer _normalizer = new(options);

    /// <summary>Reads a tree.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public Query Read(JsonElement tree)
    {
        if (tree.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"a query is an object such as {{\"term\":\"poverty\"}}, not {tree}");
        }

        var query = Plain(tree);
        if (Flag(tree, "constant"))
        {
            query = new ConstantQuery(query);
        }

        return tree.TryGetProperty("boost", out var boost) ? new BoostQuery(query, boost.GetSingle()) : query;
    }

    private Query Plain(JsonElement tree)
    {
        foreach (var member in tree.EnumerateObject())
        {
            var value = member.Value;
            Query? query = member.Name switch
            {
                "term" => Term(tree, value.GetString()!),
                "phrase" => Phrase(tree, value),
                "prefix" => new PrefixQuery(Form, value.GetString()!, TermSetScoring.Constant),
                "wildcard" => new WildcardQuery(Form, value.GetString()!, TermSetScoring.Constant),
                "fuzzy" => Fuzzy(tree, value.GetString()!),
                "and" => Clauses(value, must: true, null),
                "or" => Clauses(value, must: false, Minimum(tree)),
                "bool" => Boolean(value),
                "all" => new AllQuery(),
                _ => null,
            };
            if (query is not null)
            {
                return query;
            }
        }

        throw new FormatException(
            $"no known kind of query in {tree}; there are term, phrase, prefix, wildcard, fuzzy, and, or, bool, all");
    }

    private Query Term(JsonElement tree, string text) => Flag(tree, "analyze")
        ? new BooleanQuery { Should = [.. Analyzer.Stemmed(text, _normalizer).Select(token => new TermQuery(Form, token.Term))] }
        : new TermQuery(Form, text);

    private PhraseQuery Phrase(JsonElement tree, JsonElement value)
    {
        string[] words = [.. Some(value).Select(word => word.GetString()!)];
        PhraseTerm[] terms = Flag(tree, "analyze")
            ? [.. Analyzer.Stemmed(string.Join(' ', words), _normalizer).Select(token => new PhraseTerm(token.Term, token.Position))]
            : [.. words.Select((word, i) => new PhraseTerm(word, i))];
        if (tree.TryGetProperty("positions", out var positions))
        {
            terms = [.. terms.Select((term, i) => term with { Position = positions[i].GetInt32() })];
        }

        return new PhraseQuery(Form, terms, Number(tree, "slop", 0));
    }

    private static FuzzyQuery Fuzzy(JsonElement tree, string term) => new(Form, term, Number(tree, "edits", 2))
    {
        PrefixLength = Number(tree, "prefixLength", 0),
        Transpositions = !tree.TryGetProperty("transpositions", out var value) || value.GetBoolean(),
        MaximumTerms = Number(tree, "maxExpansions", 50),
    };

    private BooleanQuery Clauses(JsonElement items, bool must, int? minimum)
    {
        var wanted = new List<Query>();
        var not = new List<Query>();
        foreach (var item in items.EnumerateArray())
        {
            bool excluded = item.TryGetProperty("not", out var inner);
            (excluded ? not : wanted).Add(Read(excluded ? inner : item));
        }

        return must
            ? new BooleanQuery { Must = wanted, Not = not }
            : new BooleanQuery { Should = wanted, Not = not, Minimum = minimum };
    }

    private BooleanQuery Boolean(JsonElement tree) => new()
    {
        Must = All(tree, "must"),
        Should = All(tree, "should"),
        Filter = All(tree, "filter"),
        Not = All(tree, "not"),
        Minimum = Minimum(tree),
    };

    private List<Query> All(JsonElement tree, string name) =>
        tree.TryGetProperty(name, out var value) ? [.. Some(value).Select(Read)] : [];

    /// <summary>A minimum of 0 is Lucene's way to say that there is none.</summary>
    private static int? Minimum(JsonElement tree) => Number(tree, "minimum", 0) is > 0 and var minimum ? minimum : null;

    private static IEnumerable<JsonElement> Some(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static bool Flag(JsonElement tree, string name) => tree.TryGetProperty(name, out var value) && value.GetBoolean();

    private static int Number(JsonElement tree, string name, int otherwise) =>
        tree.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;
}
