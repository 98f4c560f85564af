using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// The plain twin of a backend on <see cref="RealText"/>: which proposals a query finds, by the places of all words in all texts. It shares
/// nothing with any engine.
/// </summary>
internal sealed class PlainArchive
{
    private readonly List<PlainText> _texts = [];
    private readonly Dictionary<string, List<(int Text, int Place)>> _places = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _byStem;
    private readonly PlainSpellings _spellings;
    private readonly IReadOnlyList<Proposal> _proposals;
    private ILookup<string, string> _neighbours = PlainSpellings.Neighbours(new EverythingNode());

    /// <summary>The texts of some proposals.</summary>
    public PlainArchive(IReadOnlyList<Proposal> proposals)
    {
        _proposals = proposals;
        for (var at = 0; at < proposals.Count; at++)
        {
            Add(at, proposals[at]);
        }

        _byStem = _places.Keys.Except(PlainStem.StopWords, StringComparer.Ordinal).ToLookup(PlainStem.Of, StringComparer.Ordinal);
        _spellings = new PlainSpellings(_places.Keys.ToHashSet(StringComparer.Ordinal), _byStem, words => Side(words, 0, _ => true));
    }

    /// <summary>All words.</summary>
    public IReadOnlyCollection<string> Words => _places.Keys;

    /// <summary>The texts of all proposals.</summary>
    public IReadOnlyList<PlainText> Texts => _texts;

    /// <summary>The ids of the proposals that a query finds and filters let pass.</summary>
    public HashSet<string> Find(QueryNode? query, IReadOnlyList<FacetFilter> filters)
    {
        _neighbours = PlainSpellings.Neighbours(query ?? new EverythingNode());
        var found = query is null ? [.. All] : Find(query, _ => true);
        return [.. found.Select(at => _proposals[at])
            .Where(proposal => filters.All(filter => filter.Include.Any(value => Has(proposal, filter.Field, value))))
            .Select(proposal => proposal.Id)];
    }

    private IEnumerable<int> All => Enumerable.Range(0, _proposals.Count);

    private HashSet<int> Find(QueryNode node, Predicate<PlainText> scope) => node switch
    {
        EverythingNode => [.. All],
        GroupNode { IsAnyOf: true } group => [.. group.Clauses.SelectMany(clause => Find(clause.Node, scope))],
        GroupNode group => AllOf(group, scope),
        WithinNode within => Within(within, text => within.Sections.Any(text.Sections.Contains), scope),
        FacetNode facet => [.. All.Where(at => Has(_proposals[at], facet.Field, facet.Value))],
        RangeNode range => [.. All.Where(at => Values(_proposals[at], range.Field).Any(value => IsBetween(value, range)))],
        WordNode word => Find(word.Text.ToLowerInvariant(), scope),
        PhraseNode phrase => Find(phrase, scope),
        PrefixNode prefix => AnyOf(word => word.StartsWith(prefix.Text, StringComparison.OrdinalIgnoreCase), scope),
        WildcardNode wildcard => AnyOf(Pattern(wildcard.Pattern).IsMatch, scope),
        FuzzyNode fuzzy => AnyOf(word => Math.Abs(word.Length - fuzzy.Text.Length) <= fuzzy.Edits
            && Edits(word, fuzzy.Text.ToLowerInvariant()) <= fuzzy.Edits, scope),
        _ => throw new NotSupportedException($"the twin does not know {node}"),
    };

    private HashSet<int> Find(PhraseNode phrase, Predicate<PlainText> scope) =>
    [
        .. _spellings.OfPhrase(phrase.Text.ToLowerInvariant().Split(' '))
            .SelectMany(words => Side(words.Select(word => new[] { word }), phrase.Slop, scope)),
    ];

    private HashSet<int> Find(string word, Predicate<PlainText> scope)
    {
        var typed = word.Split('-').Select(part => _byStem[PlainStem.Of(part)]);
        return [.. _spellings.OfWord(word, _neighbours[word]).Append([.. typed]).SelectMany(words => Side(words, 0, scope))];
    }

    private HashSet<int> AllOf(GroupNode group, Predicate<PlainText> scope)
    {
        HashSet<int> found = [.. All];
        foreach (var clause in group.Clauses)
        {
            var these = Find(clause.Node, scope);
            found.RemoveWhere(at => these.Contains(at) != (clause.Occurrence == Occurrence.Required));
        }

        return found;
    }

    private HashSet<int> Within(WithinNode within, Predicate<PlainText> here, Predicate<PlainText> scope)
    {
        var found = Find(within.Inner, text => here(text) && scope(text));
        if (!HasWords(within.Inner))
        {
            found.IntersectWith(_texts.Where(text => here(text) && text.Words.Count > 0).Select(text => text.Proposal));
        }

        return found;
    }

    private static bool HasWords(QueryNode node) => node switch
    {
        EverythingNode or FacetNode or RangeNode => false,
        GroupNode group => group.Clauses.Any(clause => clause.Occurrence != Occurrence.Excluded && HasWords(clause.Node)),
        WithinNode within => HasWords(within.Inner),
        _ => true,
    };

    private HashSet<int> AnyOf(Predicate<string> wanted, Predicate<PlainText> scope) =>
        Side([_places.Keys.Where(word => wanted(word))], 0, scope);

    /// <summary>
    /// Proposals where one of each of some words stands beside one of the next, each moved by so many places together at most.
    /// </summary>
    private HashSet<int> Side(IEnumerable<IEnumerable<string>> wanted, int slop, Predicate<PlainText> scope)
    {
        var words = wanted.Select(words => words.ToHashSet(StringComparer.Ordinal)).ToList();
        var found = new HashSet<int>();
        foreach (var (text, place) in words[0].SelectMany(word => _places.GetValueOrDefault(word) ?? []))
        {
            if (!found.Contains(_texts[text].Proposal) && scope(_texts[text]) && IsThere(_texts[text].Words, place))
            {
                found.Add(_texts[text].Proposal);
            }
        }

        return found;

        // The place of the whole phrase is where its first word would be; each word may stand up to the distance behind its own place,
        // and no two on one.
        bool IsThere(IReadOnlyList<string> text, int place) =>
            Enumerable.Range(place - slop, slop + 1).Any(start => HasFrom(text, start, 0, []));

        bool HasFrom(IReadOnlyList<string> text, int start, int word, int[] taken) => word == words.Count
            || Enumerable.Range(start + word, slop + 1).Any(at => IsAt(text, word, at)
                && !taken.Contains(at) && HasFrom(text, start, word + 1, [.. taken, at]));

        bool IsAt(IReadOnlyList<string> text, int word, int at) => at >= 0 && at < text.Count && words[word].Contains(text[at]);
    }

    private static bool Has(Proposal proposal, string field, string value) => value == FacetFilter.Missing
        ? Values(proposal, field).Count == 0
        : Values(proposal, field).Contains(value, StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Values(Proposal proposal, string field) =>
        field == AnsweredFacet.Field ? AnsweredFacet.ValuesOf(proposal) : proposal.Facets.GetValueOrDefault(field) ?? [];

    private static bool IsBetween(string value, RangeNode range) =>
        long.Parse(value, CultureInfo.InvariantCulture) is var number && !(number < range.From) && !(number > range.To);

    private static Regex Pattern(string pattern) =>
        new("^" + string.Concat(pattern.ToLowerInvariant().Select(c => c switch { '*' => ".*", '?' => ".", _ => $"{c}" })) + "$",
            RegexOptions.CultureInvariant);

    /// <summary>Letters changed, left out, added, or swapped with their neighbour: the textbook table.</summary>
    private static int Edits(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                    table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[one.Length, other.Length];
    }

    private void Add(int at, Proposal proposal)
    {
        Add(at, [QuerySections.Title], proposal.Title);
        Add(at, [QuerySections.Summary], proposal.Summary ?? "");
        Add(at, [QuerySections.Organization], proposal.Organization ?? "");
        foreach (var answer in proposal.Answers)
        {
            string[] summary = answer.Text == proposal.Summary ? [QuerySections.Summary] : [];
            Add(at, [.. summary, .. answer.QuestionId is { } question ? [question] : Array.Empty<string>()], answer.Text);
        }
    }

    private void Add(int at, IReadOnlyList<string> sections, string text)
    {
        string[] words = text.ToLowerInvariant().Split([' ', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var place = 0; place < words.Length; place++)
        {
            if (!_places.TryGetValue(words[place], out var places))
            {
                _places.Add(words[place], places = []);
            }

            places.Add((_texts.Count, place));
        }

        _texts.Add(new PlainText(at, sections, words));
    }
}

/// <summary>A text of a proposal.</summary>
/// <param name="Proposal">Which of the proposals.</param>
/// <param name="Sections">The names that queries have for it.</param>
/// <param name="Words">Its words in small letters.</param>
internal sealed record PlainText(int Proposal, IReadOnlyList<string> Sections, IReadOnlyList<string> Words);
