using System.Text;

namespace ProposalSearch.Load;

/// <summary>A request that somebody means ill with.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Address">Path and query string.</param>
/// <param name="Body">The body of a POST, or <see langword="null"/> for GET.</param>
internal sealed record HostileRequest(string Name, string Address, string? Body = null);

/// <summary>Requests of up to 256 KB that try to make the host answer much, or use much memory.</summary>
internal static class Requests
{
    private const int Most = 250_000;

    /// <summary>Words by their first letters, which mark nearly every word of an answer.</summary>
    private static readonly string EveryWord = string.Join("+OR+", "abcdefghijklmnopqrstuvwxyz".Select(letter => letter + "*"));

    private static readonly string Tag = "&pre_tag=" + Uri.EscapeDataString("<span class=\"" + new string('x', 85) + "\">");

    private const string AllValues =
        "facet_size=10000&facets=year,metric,area,neighborhood,people,people_indirect,answered,goal,stage,category";

    /// <summary>Takes long where patterns with open beginnings are spelled out.</summary>
    public static string Dear { get; } =
        "/v1/search?per_page=100&snippets=5&explain=true&q=" + string.Join("+OR+", "aeioustrnlcd".Select(letter => $"*{letter}*"));

    private static readonly string LongValues = Repeat(500, at => "exclude.category=" + new string((char)('a' + (at % 26)), 430) + at);

    private static readonly string ThousandCharacters = new('v', 995);

    private static readonly string TwoLetters = Repeat(650, at => $"{(char)('a' + (at % 26))}{(char)('a' + (at / 26))}", "+");

    private static readonly string Water = Repeat(1_900, _ => "%E6%B0%B4", "");

    /// <summary>All of them.</summary>
    /// <param name="proposal">The path of a proposal's page.</param>
    public static IEnumerable<HostileRequest> All(string proposal) => Filters.Concat(Answers).Append(
        new("a proposal's page", proposal + "?q=" + Repeat(Most / 3, _ => "%22", ""))).Concat(Long).Concat(Bodies);

    private static IEnumerable<HostileRequest> Filters =>
    [
        new("500 long excluded values", "/v1/search?" + LongValues),
        new("500 long excluded values, page", "/?" + LongValues),
        new("500 short values with links", "/v1/search?links=true&facet_size=10000&" + Repeat(490, at => $"category=abcdefghij{at}")),
        new("500 short values, page", "/?facet_size=10000&" + Repeat(490, at => $"category=abcdefghij{at}")),
        new("long query with links", $"/v1/search?links=true&match=any&q=a*+{Water}&{AllValues}"),
        new("long query, page", $"/?match=any&per_page=100&snippets=20&snippet_length=250&q=a*+{Water}&facet_size=10000"),
        new("all values of all facets with links", "/v1/search?links=true&" + AllValues),
        new("60,000 unknown parameters", "/v1/search?" + Repeat(60_000, at => $"a{at % 10}=")),
        new("60,000 unknown questions", "/v1/search?in=" + Repeat(60_000, at => $"a{at % 10}", ",")),
    ];

    private static IEnumerable<HostileRequest> Answers =>
    [
        new("most snippets, every word marked", $"/v1/search?per_page=100&snippets=20&snippet_length=250{Tag}&match=any&q={EveryWord}"),
        new("longest snippets, every word marked", $"/v1/search?per_page=100&snippets=2&snippet_length=2000{Tag}&match=any&q={EveryWord}"),
        new("the same, page", $"/?per_page=100&snippets=2&snippet_length=2000&match=any&q={EveryWord}"),
        new("the same with explanations",
            $"/v1/search?per_page=100&snippets=2&snippet_length=2000&explain=true{Tag}&match=any&q={EveryWord}"),
        new("explanations of many words",
            "/v1/search?per_page=100&snippets=0&explain=true&match=any&q=" + TwoLetters.Replace("+", "*+", StringComparison.Ordinal)),
        new("explanations of patterns", Dear),
        new("words that all hits lack", "/v1/search?per_page=100&snippets=0&match=any&q=the+college+" + TwoLetters),
        new("a query of 250 KB", "/v1/search?q=" + new string('x', Most)),
        new("a query of 250 KB, page", "/?q=" + Repeat(Most / 3, _ => "%22", "")),
        new("suggestions for 250 KB", "/v1/suggest?q=" + Repeat(Most / 3, _ => "%3C", "")),
        new("an address of 250 KB", "/" + new string('x', Most)),
    ];

    private static IEnumerable<HostileRequest> Long =>
    [
        new("patterns within questions", Dear + "&in=evaluation,need,plan"),
        new("patterns, page", "/?per_page=100&snippets=5&match=any&q=" + Repeat(300, at => $"*{(char)('a' + (at % 26))}*", "+")),
        new("patterns, export", "/v1/search.ndjson?match=any&q=" + Repeat(300, at => $"*{(char)('a' + (at % 26))}*", "+")),
        new("fuzzy words", "/v1/search?per_page=100&match=any&q=" + Repeat(150, at => $"comunit{(char)('a' + (at % 26))}~", "+")),
        new("many values", "/v1/search?per_page=100&q=" + Repeat(130, at => $"area:\"x{at}\"", "+OR+")),
        new("phrases of frequent words", "/v1/search?per_page=100&q=" + Repeat(90, at => "%22of+the+community%22~20", "+OR+")),
        new("the last page", "/v1/search?per_page=100&page=100&snippets=20&snippet_length=250&match=any&q=" + EveryWord),
    ];

    private static IEnumerable<HostileRequest> Bodies =>
    [
        new("long names of objects in objects", "/v1/search",
            $"{{\"{new string('n', 120_000)}\":{{{Repeat(20_000, at => $"\"{at % 10}\":1", ",")}}}}}"),
        new("60,000 values", "/v1/search", "{\"filters\":{\"category\":[" + Repeat(60_000, at => $"{at % 1000}", ",") + "]}}"),
        new("120,000 empty lists", "/v1/search", "{\"category\":[" + Repeat(80_000, _ => "[]", ",") + "]}"),
        new("long values", "/v1/search", "{\"exclude\":{\"category\":[" + Repeat(240, at => $"\"{ThousandCharacters}{at}\"", ",") + "]}}"),
        new("a query of 250 KB", "/v1/search", "{\"q\":\"" + new string('<', Most) + "\"}"),
        new("no JSON", "/v1/search", new string('[', Most)),
    ];

    private static string Repeat(int times, Func<int, string> part, string between = "&")
    {
        var text = new StringBuilder();
        for (var at = 0; at < times && text.Length < Most; at++)
        {
            text.Append(at == 0 ? "" : between).Append(part(at));
        }

        return text.ToString();
    }
}
