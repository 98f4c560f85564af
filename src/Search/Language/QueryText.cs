using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>
/// The query language: text to tree and back. Lenient and total: every text has a reading, and wherever the reading departs
/// from what the signs in the text seem to say, a warning tells what was done. See <c>docs/query-language.md</c> for the
/// language as people use it.
/// </summary>
/// <remarks>
/// <para>Precedence, tightest first: <c>NOT - +</c>, <c>AND</c>, <c>OR</c> and <c>|</c>, words side by side. So <c>homeless OR
/// unhoused youth</c> looks for <c>(homeless OR unhoused) AND youth</c>.</para>
/// <para>Reading takes time in proportion to the length of the text, which is bounded, as are clauses and nesting.</para>
/// </remarks>
public static class QueryText
{
    /// <summary>Characters of a query that are read: 2,000. The rest is ignored, with a warning.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Words, phrases and filters of a query that are read: 256. The rest is ignored, with a warning.</summary>
    public const int MaxClauses = 256;

    /// <summary>
    /// Prefixes, patterns, fuzzy words and phrases with a distance that are read: 10. Each may stand for thousands of words, so the
    /// rest is ignored from the next one on, with a warning.
    /// </summary>
    public const int MaxPatterns = 10;

    /// <summary>Brackets within brackets: 32. Deeper ones are ignored, with a warning.</summary>
    public const int MaxDepth = 32;

    /// <summary>The greatest distance of a phrase: 100. A greater one is lowered to it, with a warning.</summary>
    public const int MaxSlop = 100;

    /// <summary>The greatest number of edits of a fuzzy word: 2. A greater one is lowered to it, with a warning.</summary>
    public const int MaxEdits = 2;

    /// <summary>Reads a query. Never throws for any text.</summary>
    public static ParsedQuery Parse(string text, QueryTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);

        var warnings = new QueryWarnings();
        var read = Cut(text, options.MaxLength, warnings);
        var lexer = new QueryLexer(read, options, warnings, operatorsAreWords: false);
        var tokens = lexer.Read();
        if (tokens.Count > 0 && tokens.TrueForAll(token => token.IsOperatorWord))
        {
            tokens = new QueryLexer(read, options, warnings, operatorsAreWords: true).Read();
        }

        var root = new QueryParser(tokens, options, warnings).Parse();
        if (root is null && !string.IsNullOrWhiteSpace(read))
        {
            warnings.Add("Nothing to search for was left of the query: all proposals are shown.");
        }

        return new ParsedQuery(root is EverythingNode ? null : root, warnings.ToList())
        {
            Repeated = Repeated(tokens),
            Boosts = lexer.Boosts,
        };
    }

    /// <summary>
    /// Spells a query out: operators instead of words side by side, brackets wherever they help a reader. What
    /// <see cref="Parse"/> made of a text, it makes again of its print, whatever the match mode.
    /// </summary>
    /// <returns>An empty string for <see langword="null"/>, which stands for everything.</returns>
    public static string Print(QueryNode? node) => node is null ? "" : QueryPrinter.Print(node);

    /// <summary>
    /// Replaces the words, phrases, patterns and filters of a query: what an engine does to stop words. Groups that lose their
    /// parts go with them.
    /// </summary>
    /// <param name="node">The query.</param>
    /// <param name="replace">
    /// Gets each of them, and whether it is one that must not match; gives what takes its place, or <see langword="null"/> for nothing.
    /// </param>
    /// <returns><see langword="null"/> where nothing is left.</returns>
    public static QueryNode? Rewrite(QueryNode? node, Func<QueryNode, bool, QueryNode?> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        return node is null ? null : QueryRewriter.Rewrite(node, excluded: false, replace);
    }

    /// <summary>The words, phrases, patterns and filters of a query in order, each with whether it is one that must not match.</summary>
    public static IReadOnlyList<(QueryNode Node, bool Excluded)> Leaves(QueryNode? node)
    {
        var leaves = new List<(QueryNode, bool)>();
        Rewrite(node, (leaf, excluded) =>
        {
            leaves.Add((leaf, excluded));
            return leaf;
        });
        return leaves;
    }

    /// <summary>A text with single spaces between its parts and none around them.</summary>
    public static string Tidy(string text) => QueryCharacters.Normalize(text);

    /// <summary>A text that may stand between quotes: without quotes of its own, with single spaces.</summary>
    public static string Quotable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QueryCharacters.Normalize(string.Create(text.Length, text, static (quotable, text) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                quotable[at] = QueryCharacters.IsQuote(text[at]) ? ' ' : text[at];
            }
        }));
    }

    private static Dictionary<string, int> Repeated(List<QueryToken> tokens) => tokens
        .Select(token => token.Node).OfType<WordNode>()
        .CountBy(word => word.Text, StringComparer.Ordinal)
        .Where(pair => pair.Value > 1)
        .ToDictionary(StringComparer.Ordinal);

    private static string Cut(string text, int length, QueryWarnings warnings)
    {
        if (text.Length <= length)
        {
            return text;
        }

        warnings.Add(
            FormattableString.Invariant($"The query is {text.Length:N0} characters long: what follows the first {length:N0} was ignored."));
        return ShortText.Beginning(text, length);
    }
}

/// <summary>What was read.</summary>
/// <param name="Root">The query, or <see langword="null"/> for everything.</param>
/// <param name="Warnings">What was done to parts that could not be read as they stand: sentences for a person.</param>
public sealed record ParsedQuery(QueryNode? Root, IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// How often each word stands in the text that stands in it more than once: the tree has it once, and a ranking may value it more.
    /// Default none.
    /// </summary>
    public IReadOnlyDictionary<string, int> Repeated { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The weights of words and phrases that were given one (<c>poverty^2</c>), by their print: how much they count in the order.
    /// Default none.
    /// </summary>
    public IReadOnlyDictionary<string, float> Boosts { get; init; } = new Dictionary<string, float>();
}

/// <summary>What the reader of a query must know of the index, and of the request.</summary>
public sealed record QueryTextOptions
{
    /// <summary>The facets that may be used as fields. Default none.</summary>
    public IReadOnlyList<FacetDefinition> Facets { get; init; } = [];

    /// <summary>The canonical questions that <c>in:</c> takes, beside <see cref="QuerySections"/>. Default none.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Whether one of several words side by side is enough. Default false: all are needed.</summary>
    public bool AnyWord { get; init; }

    /// <summary>
    /// Whether dashes, <c>!</c> and <c>NOT</c> are those of a text, and leave nothing out. Default false: they are where a query has so
    /// many words that nobody typed it.
    /// </summary>
    public bool AsText { get; init; }

    /// <summary>Default <see cref="QueryText.MaxLength"/>.</summary>
    public int MaxLength { get; init; } = QueryText.MaxLength;

    /// <summary>Default <see cref="QueryText.MaxClauses"/>.</summary>
    public int MaxClauses { get; init; } = QueryText.MaxClauses;

    /// <summary>Default <see cref="QueryText.MaxPatterns"/>.</summary>
    public int MaxPatterns { get; init; } = QueryText.MaxPatterns;

    /// <summary>Default <see cref="QueryText.MaxDepth"/>.</summary>
    public int MaxDepth { get; init; } = QueryText.MaxDepth;

    /// <summary>The options for an index.</summary>
    public static QueryTextOptions For(IndexMetadata metadata, bool anyWord = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new QueryTextOptions
        {
            Facets = metadata.Facets,
            Questions = [.. metadata.Questions.Select(question => question.Id)],
            AnyWord = anyWord,
        };
    }

    /// <summary>The facet of this name, in any case, or <see langword="null"/>.</summary>
    internal FacetDefinition? Facet(ReadOnlySpan<char> name)
    {
        foreach (var facet in Facets)
        {
            if (name.Equals(facet.Field, StringComparison.OrdinalIgnoreCase))
            {
                return facet;
            }
        }

        return null;
    }

    /// <summary>The section of this name, in any case, as the schema spells it, or <see langword="null"/>.</summary>
    internal string? Section(ReadOnlySpan<char> name) => Named(QuerySections.All, name) ?? Named(Questions, name);

    private static string? Named(IReadOnlyList<string> names, ReadOnlySpan<char> name)
    {
        foreach (var known in names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return null;
    }
}
