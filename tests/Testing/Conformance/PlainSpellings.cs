using ProposalSearch.Search.Language;
using ProposalSearch.Search.Spelling;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// The plain twin of how else words may be written, for words of small letters from a to z: compounds by trying every place where a word
/// may part, plurals, and "and" within phrases.
/// </summary>
/// <param name="words">All words of the archive.</param>
/// <param name="byStem">Those that are no stop words, by their stem.</param>
/// <param name="find">The proposals where one of each of some words stands beside one of the next.</param>
internal sealed class PlainSpellings(
    IReadOnlySet<string> words, ILookup<string, string> byStem, Func<IReadOnlyList<IEnumerable<string>>, HashSet<int>> find)
{
    private readonly Dictionary<string, string[]> _halves = new(StringComparer.Ordinal);

    /// <summary>The other ways to write a word, each as words side by side of which any form will do.</summary>
    public IEnumerable<IReadOnlyList<IEnumerable<string>>> OfWord(string word, IEnumerable<string> neighbours)
    {
        if (word.Split('-') is { Length: > 1 } parts)
        {
            yield return [byStem[PlainStem.Of(string.Concat(parts))]];
            yield break;
        }

        foreach (var other in EnglishForms.Others(word).Where(words.Contains))
        {
            yield return [[other]];
        }

        foreach (var joined in neighbours)
        {
            yield return [byStem[PlainStem.Of(joined)]];
        }

        if (Halves(word) is { Length: > 0 } halves)
        {
            yield return SideBySide(halves);
        }
    }

    /// <summary>The ways to write a phrase, itself among them.</summary>
    public IEnumerable<string[]> OfPhrase(string[] phrase) =>
        From(phrase, 0).Where(words => words.Length > 0).DistinctBy(words => string.Join(' ', words));

    /// <summary>What each word makes with the one beside it.</summary>
    public static ILookup<string, string> Neighbours(QueryNode node) => Pairs(node)
        .Where(pair => CanBeHalf(pair.Left) && CanBeHalf(pair.Right) && !FunctionWords.Contains(pair.Left + pair.Right))
        .SelectMany(pair => new[] { (Word: pair.Left, Joined: pair.Left + pair.Right), (Word: pair.Right, Joined: pair.Left + pair.Right) })
        .ToLookup(pair => pair.Word, pair => pair.Joined, StringComparer.Ordinal);

    private static IEnumerable<(string Left, string Right)> Pairs(QueryNode node)
    {
        if (node is not GroupNode group)
        {
            return node is WithinNode within ? Pairs(within.Inner) : [];
        }

        var beside = group.Clauses.Zip(group.Clauses.Skip(1))
            .Where(pair => pair.First.Occurrence != Occurrence.Excluded && pair.Second.Occurrence != Occurrence.Excluded)
            .Where(pair => pair is { First.Node: WordNode, Second.Node: WordNode })
            .Select(pair => (Left: Text(pair.First), Right: Text(pair.Second)))
            .Where(pair => !(pair.Left + pair.Right).Contains('-', StringComparison.Ordinal));
        return beside.Concat(group.Clauses.SelectMany(clause => Pairs(clause.Node)));
    }

    private static string Text(QueryClause clause) => ((WordNode)clause.Node).Text.ToLowerInvariant();

    private static bool CanBeHalf(string word) => word is "in" or "on" or "by" || !PlainStem.StopWords.Contains(word);

    private IEnumerable<string[]> From(string[] phrase, int at)
    {
        if (at == phrase.Length)
        {
            return [[]];
        }

        var one = Of(phrase, at).SelectMany(words => From(phrase, at + 1).Select(rest => (string[])[.. words, .. rest]));
        return at + 1 < phrase.Length && IsCompound(phrase[at], phrase[at + 1])
            ? one.Concat(From(phrase, at + 2).Select(rest => (string[])[phrase[at] + phrase[at + 1], .. rest]))
            : one;
    }

    private IEnumerable<string[]> Of(string[] phrase, int at)
    {
        yield return [phrase[at]];
        if (at > 0 && at + 1 < phrase.Length && phrase[at] == "and")
        {
            yield return [];
        }

        if (Halves(phrase[at]) is { Length: > 0 } halves)
        {
            yield return halves;
        }
    }

    private bool IsCompound(string left, string right) =>
        CanBeHalf(left) && CanBeHalf(right) && words.Contains(left + right) && !FunctionWords.Contains(left + right);

    private string[] Halves(string word) => _halves.TryGetValue(word, out var known) ? known : _halves[word] = FindHalves(word);

    private string[] FindHalves(string word)
    {
        if (word.Length < Compounds.LeastLength)
        {
            return [];
        }

        var whole = find([byStem[PlainStem.Of(word)]]).Count;
        var tried = Enumerable.Range(1, word.Length - 2).Select(at => (string[])[word[..at], word[at..]])
            .Where(halves => Array.TrueForAll(halves, CanBeHalf))
            .Select(halves => (Halves: halves, Least: halves.Min(half => find([Forms(half)]).Count)))
            .Where(split => split.Least > 0).OrderByDescending(split => split.Least).Take(3)
            .Where(split => split.Least * 10 >= whole)
            .Select(split => (split.Halves, find(SideBySide(split.Halves)).Count))
            .OrderByDescending(split => split.Count).FirstOrDefault();
        return tried.Count > 0 && tried.Count * 10 >= whole ? tried.Halves : [];
    }

    private IEnumerable<string> Forms(string word) => PlainStem.StopWords.Contains(word) ? [word] : byStem[PlainStem.Of(word)];

    private IReadOnlyList<IEnumerable<string>> SideBySide(string[] halves) =>
        Array.Exists(halves, PlainStem.StopWords.Contains)
            ? [.. halves.Select(half => (IEnumerable<string>)[half])]
            : [.. halves.Select(Forms)];
}
