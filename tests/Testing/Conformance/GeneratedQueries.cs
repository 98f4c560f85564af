using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// Requests that go through every operator in every scope and every shape, with words as they stand in the texts. The same number and seed
/// give the same request.
/// </summary>
internal sealed class GeneratedQueries
{
    private readonly RealText _archive;
    private readonly Random _random;
    private readonly List<PlainText> _texts;
    private readonly string[] _questions;
    private readonly Func<string>[] _operators;
    private readonly Func<string, string>[] _scopes;
    private readonly Func<Func<string>, string>[] _shapes;

    public GeneratedQueries(RealText archive, PlainArchive twin, int seed)
    {
        _archive = archive;
        _random = new Random(seed);
        _texts = [.. twin.Texts.Where(text => text.Words.Count > 5)];
        _questions = [.. archive.Metadata.Questions.Select(question => question.Id)];
        var fields = archive.Metadata.Facets.Select(facet => facet.Field).ToList();
        string[] prefixes = [.. _questions.Where(question => !fields.Contains(question))];
        _operators =
        [
            Word, Hyphened, () => Word()[.._random.Next(1, 5)] + "*",
            () => "*" + Word()[^_random.Next(1, 4)..], Shape, () => $"*{Word()[_random.Next(4)]}*",
            () => $"{Mistyped(Word())}~1", () => $"{Mistyped(Word(6))}~2",
            () => $"\"{Side(_random.Next(1, 6))}\"", () => $"\"{Side(2)}\"~{_random.Next(1, 9)}", Apart,
            () => $"({Word()} OR {Word()})", () => $"({Word()} AND {Word()[.._random.Next(1, 4)]}*)",
            () => $"+{Word()}", () => $"({Word()} -{Word()})",
        ];
        _scopes =
        [
            part => part, part => part, part => $"{Any(prefixes)}:{part}",
            part => $"{Any(prefixes)}:({part} OR {part})", part => $"(in:{Any(_questions)} {part})",
            part => $"(in:{Any(_questions)} in:{Any(_questions)} {part})",
            part => $"title:{part}", part => $"organization:{part}", part => $"summary:({part})",
            part => $"({part} {Facet()})", part => $"({Facet()} OR {part})",
            part => $"({part} -{Facet()})", part => $"(in:{Any(_questions)} title:{part})",
        ];
        _shapes =
        [
            part => part(), part => $"{part()} AND {Word()}", part => $"{part()} OR {Word()}",
            part => $"{Word()} -{part()}", part => $"NOT {part()}",
            part => $"(({part()} OR {Word()}) AND NOT ({Word()} OR {part()})) OR {Word()}",
            part => $"{part()} {part()}", part => $"-({part()} {Word()[..2]}*)",
        ];
    }

    /// <summary>How many different kinds of queries there are: operators times scopes times shapes.</summary>
    public int Kinds => _operators.Length * _scopes.Length * _shapes.Length;

    /// <summary>A request of the kind with this number.</summary>
    public SearchRequest Next(int number)
    {
        var make = _operators[number % _operators.Length];
        var scope = _scopes[number / _operators.Length % _scopes.Length];
        var shape = _shapes[number / (_operators.Length * _scopes.Length) % _shapes.Length];
        return new SearchRequest
        {
            Text = shape(() => scope(make())),
            Match = _random.Next(4) == 0 ? MatchMode.Any : MatchMode.All,
            In = _random.Next(4) == 0 ? [.. Sections(_random.Next(1, 3)).Distinct(StringComparer.Ordinal)] : [],
            Filters = _random.Next(5) == 0 ? [Filter()] : [],
            Sort = (SortOrder)_random.Next(4),
            Exact = true,
            Explain = _random.Next(6) == 0,
            PerPage = 5,
            TimeBudget = null,
        };
    }

    private IEnumerable<string> Sections(int count) =>
        Enumerable.Range(0, count).Select(_ => Any([.. _questions, .. QuerySections.All]));

    private string Any(IReadOnlyList<string> names) => names[_random.Next(names.Count)];

    /// <summary>A word that is no stop word, those of many places more often.</summary>
    private string Word() => Word(4);

    private string Word(int letters)
    {
        while (true)
        {
            var word = Any(_texts[_random.Next(_texts.Count)].Words);
            if (word.Length >= letters && !PlainStem.StopWords.Contains(word))
            {
                return _random.Next(8) == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
            }
        }
    }

    private string Hyphened() =>
        Side(2).Split(' ') is [var first, var second] && IsWord(first) && IsWord(second) ? $"{first}-{second}" : $"{Word()}-{Word()}";

    private static bool IsWord(string word) => word.Length >= 4 && !PlainStem.StopWords.Contains(word);

    private string Shape() =>
        Word(5) is var word && _random.Next(1, word.Length - 1) is var at
            ? word[..at] + (_random.Next(2) == 0 ? "?" : "*") + word[(at + 1)..]
            : "";

    private string Mistyped(string word) => _random.Next(1, word.Length - 1) is var at && _random.Next(3) switch
    {
        0 => word.Remove(at, 1),
        1 => word.Insert(at, "e"),
        _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
    } is var mistyped ? mistyped : word;

    /// <summary>Words that stand side by side.</summary>
    private string Side(int count)
    {
        var words = _texts[_random.Next(_texts.Count)].Words;
        return string.Join(' ', words.Skip(_random.Next(words.Count - Math.Min(count, words.Count) + 1)).Take(count));
    }

    /// <summary>
    /// Different words that stand near one another, perhaps the other way round, with the distance that finds them, or one less.
    /// </summary>
    private string Apart()
    {
        var words = _texts[_random.Next(_texts.Count)].Words;
        int apart = _random.Next(2, 5), at = _random.Next(words.Count - apart);
        var (first, second) = _random.Next(3) == 0 ? (words[at + apart], words[at]) : (words[at], words[at + apart]);
        return first == second ? $"\"{first}\"" : $"\"{first} {second}\"~{apart + _random.Next(-1, 3)}";
    }

    private string Facet()
    {
        var facet = _archive.Metadata.Facets[_random.Next(_archive.Metadata.Facets.Count)];
        if (_random.Next(8) == 0)
        {
            return $"{facet.Field}:{FacetFilter.Missing}";
        }

        var value = Value(facet);
        return facet.Type == FacetType.Number && _random.Next(2) == 0
            ? $"{facet.Field}:{(_random.Next(2) == 0 ? value + ".." : ".." + value)}"
            : QueryText.Print(new FacetNode(facet.Field, value));
    }

    private FacetFilter Filter()
    {
        var facet = _archive.Metadata.Facets[_random.Next(_archive.Metadata.Facets.Count)];
        return new FacetFilter(facet.Field) { Include = [Value(facet), FacetFilter.Missing] };
    }

    /// <summary>A value of a facet that reads as itself, or none that there is.</summary>
    private string Value(FacetDefinition facet)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var proposal = _archive.Proposals[_random.Next(_archive.Proposals.Count)];
            var values = facet.Field == AnsweredFacet.Field
                ? AnsweredFacet.ValuesOf(proposal)
                : proposal.Facets.GetValueOrDefault(facet.Field) ?? [];
            if (values.Count > 0 && Any(values) is var value && value.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '))
            {
                return value;
            }
        }

        return facet.Type == FacetType.Number ? "1" : "nowhere";
    }
}
