using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ProposalSearch.SearchHost.Tests.Wire;

/// <summary>
/// What RFC 4287 asks of a feed: the rules of the schema in its appendix B (which elements and attributes, how often, with which content;
/// their order is free, but entries come last), and those that its text adds: links without a double, an id and a time once, authors.
/// </summary>
internal static partial class AtomRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private static readonly Dictionary<string, (int Least, int Most)> OfAFeed = Children(
        "author*", "category*", "contributor*", "generator?", "icon?", "id", "link*", "logo?", "rights?", "subtitle?", "title", "updated",
        "entry*");

    private static readonly Dictionary<string, (int Least, int Most)> OfAnEntry = Children(
        "author*", "category*", "content?", "contributor*", "id", "link*", "published?", "rights?", "source?", "summary?", "title",
        "updated");

    private static readonly Dictionary<string, (int Least, int Most)> OfAPerson = Children("name", "uri?", "email?");

    private static readonly string[] Attributes =
    [
        "category term", "category scheme", "category label", "content type", "content src", "generator uri", "generator version",
        "link href", "link rel", "link type", "link hreflang", "link title", "link length", "title type", "subtitle type", "rights type",
        "summary type",
    ];

    /// <summary>What is wrong with a feed; nothing where it is valid.</summary>
    public static IReadOnlyList<string> Faults(XElement feed)
    {
        if (feed.Name != Atom + "feed")
        {
            return ["the root is no feed: " + feed.Name];
        }

        var entries = feed.Elements(Atom + "entry").ToList();
        List<string> faults = [.. Children(feed, OfAFeed), .. Alternates(feed), .. entries.SelectMany(entry => OfEntry(entry, feed))];
        faults.AddRange(feed.DescendantsAndSelf().Where(one => one.Name.Namespace == Atom).SelectMany(OfElement));
        if (entries.Count > 0 && entries[0].ElementsAfterSelf().Any(one => one.Name != Atom + "entry"))
        {
            faults.Add("something follows the entries");
        }

        faults.AddRange(entries.GroupBy(entry => (entry.Element(Atom + "id")?.Value, entry.Element(Atom + "updated")?.Value))
            .Where(same => same.Count() > 1).Select(same => $"{same.Count()} entries are {same.Key}"));
        return faults;
    }

    private static IEnumerable<string> OfEntry(XElement entry, XElement feed)
    {
        var content = entry.Element(Atom + "content");
        var type = (string?)content?.Attribute("type") ?? "text";
        var isText = type is "text" or "html" or "xhtml" || type.StartsWith("text/", StringComparison.Ordinal)
            || type.EndsWith("/xml", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
        var hasSource = content?.Attribute("src") is not null;
        return [.. Children(entry, OfAnEntry), .. Alternates(entry), .. Rules().Where(rule => rule.Broken).Select(rule => rule.Fault)];

        IEnumerable<(bool Broken, string Fault)> Rules() =>
        [
            (content is null && !Relations(entry).Contains("alternate"), "an entry has neither content nor an alternate link"),
            ((hasSource || !isText) && entry.Element(Atom + "summary") is null, "an entry of other content has no summary"),
            (hasSource && content!.Nodes().Any(), "content with src is not empty"),
            (entry.Element(Atom + "author") is null && feed.Element(Atom + "author") is null, "an entry has no author, nor has the feed"),
        ];
    }

    /// <summary>Each child: with * any number, with ? at most one, else one. What is not named may not be there.</summary>
    private static Dictionary<string, (int Least, int Most)> Children(params string[] names) => names.ToDictionary(
        name => name.TrimEnd('*', '?'),
        name => (name[^1] is '*' or '?' ? 0 : 1, name[^1] == '*' ? int.MaxValue : 1),
        StringComparer.Ordinal);

    private static IEnumerable<string> Children(XElement parent, Dictionary<string, (int Least, int Most)> allowed)
    {
        var own = parent.Elements().Where(one => one.Name.Namespace == Atom).CountBy(one => one.Name.LocalName).ToDictionary();
        foreach (var (name, (least, most)) in allowed.Where(one => own.GetValueOrDefault(one.Key) < one.Value.Least
            || own.GetValueOrDefault(one.Key) > one.Value.Most))
        {
            yield return $"{parent.Name.LocalName} has {own.GetValueOrDefault(name)} {name}, where {least} to {most} may be";
        }

        foreach (var name in own.Keys.Where(name => !allowed.ContainsKey(name)))
        {
            yield return $"{parent.Name.LocalName} may not have {name}";
        }

        if (parent.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            yield return $"text stands between the elements of {parent.Name.LocalName}";
        }

        if (parent.Elements().Any(one => one.Name.Namespace == XNamespace.None))
        {
            yield return $"{parent.Name.LocalName} has an element without a namespace";
        }
    }

    private static IEnumerable<string> Alternates(XElement parent) => parent.Elements(Atom + "link")
        .Where(link => Relation(link) == "alternate")
        .GroupBy(link => ((string?)link.Attribute("type"), (string?)link.Attribute("hreflang")))
        .Where(same => same.Count() > 1).Select(same => $"{parent.Name.LocalName} has {same.Count()} alternate links of {same.Key}");

    private static IEnumerable<string> OfElement(XElement element)
    {
        var name = element.Name.LocalName;
        foreach (var attribute in element.Attributes().Where(one => !one.IsNamespaceDeclaration && one.Name.Namespace == XNamespace.None))
        {
            if (!Attributes.Contains($"{name} {attribute.Name.LocalName}"))
            {
                yield return $"{name} may not have the attribute {attribute.Name}";
            }
        }

        if (name is "author" or "contributor")
        {
            foreach (var fault in Children(element, OfAPerson))
            {
                yield return fault;
            }
        }

        if (IsWrong(element) is { } wrong)
        {
            yield return $"{name} is wrong: {wrong}";
        }
    }

    /// <summary>What of an element's own content is wrong, or <see langword="null"/>.</summary>
    private static string? IsWrong(XElement element) => element.Name.LocalName switch
    {
        "title" or "subtitle" or "rights" or "summary" => TextFault(element, (string?)element.Attribute("type") ?? "text"),
        "content" when (string?)element.Attribute("type") is null or "text" or "html" or "xhtml" =>
            TextFault(element, (string?)element.Attribute("type") ?? "text"),
        "content" when !MediaType().IsMatch((string)element.Attribute("type")!) => "no media type",
        "updated" or "published" => element.HasElements || !IsTime(element.Value) ? $"'{element.Value}' is no time" : null,
        "id" => IsIri(element.Value) ? null : $"'{element.Value}' is no absolute address",
        "uri" or "icon" or "logo" => IsReference(element.Value) ? null : "no address",
        "name" => element.HasElements || string.IsNullOrWhiteSpace(element.Value) ? "no name" : null,
        "email" => Mail().IsMatch(element.Value) ? null : "no address of mail",
        "generator" => element.HasElements || !IsReference((string?)element.Attribute("uri") ?? "x") ? "elements, or no address" : null,
        "category" => (string?)element.Attribute("term") is { Length: > 0 } ? null : "no term",
        "link" => LinkFault(element),
        _ => null,
    };

    private static string? TextFault(XElement element, string type) => type switch
    {
        "text" or "html" => element.HasElements ? $"elements in {type}" : null,
        "xhtml" => element.Elements().ToList() is [var div] && div.Name == Html + "div" && element.Value == div.Value ? null
            : "no div alone",
        _ => $"type '{type}'",
    };

    private static string? LinkFault(XElement link)
        => !IsReference((string?)link.Attribute("href")) ? "no href"
            : !RelationName().IsMatch(Relation(link)) && !IsIri(Relation(link)) ? "rel"
            : (string?)link.Attribute("type") is { } type && !MediaType().IsMatch(type) ? "type"
            : (string?)link.Attribute("hreflang") is { } language && !LanguageTag().IsMatch(language) ? "hreflang"
            : (string?)link.Attribute("length") is { } length && !length.All(char.IsAsciiDigit) ? "length" : null;

    private static IEnumerable<string> Relations(XElement parent) => parent.Elements(Atom + "link").Select(Relation);

    private static string Relation(XElement link) => (string?)link.Attribute("rel") ?? "alternate";

    private static bool IsIri(string text) => IsReference(text) && Scheme().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _);

    private static bool IsReference(string? text)
        => text is { Length: > 0 } && !text.Any(one => char.IsWhiteSpace(one) || char.IsControl(one) || "<>\"{}|\\^`".Contains(one))
            && !Broken().IsMatch(text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _);

    /// <summary>RFC 3339, with a capital T and Z, on a day that there is.</summary>
    private static bool IsTime(string text)
    {
        try
        {
            return Time().IsMatch(text) && XmlConvert.ToDateTimeOffset(text).Year > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.ECMAScript)]
    private static partial Regex Time();

    [GeneratedRegex("^.+/.+$")]
    private static partial Regex MediaType();

    [GeneratedRegex("^.+@.+$")]
    private static partial Regex Mail();

    [GeneratedRegex("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^[^:%/?#]+$")]
    private static partial Regex RelationName();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})")]
    private static partial Regex Broken();
}
