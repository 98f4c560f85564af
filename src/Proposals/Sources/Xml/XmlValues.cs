using System.Collections.Frozen;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ProposalSearch.Proposals.Sources.Xml;

/// <summary>
/// Elements as values. Attributes and elements below are keys; elements of one name are a list; what has words of its own, or nothing but
/// marks of HTML, is a text. Prefixes of names go, and so does what is said to programs that check the file.
/// </summary>
internal static class XmlValues
{
    private const string ForChecks = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Elements of HTML that stand in texts.</summary>
    private static readonly FrozenSet<string> Marks = WordSet.IgnoringCase("""
        p br b i em strong u s sub sup span div ul ol li a blockquote pre code h1 h2 h3 h4 h5 h6
        """);

    private static readonly string[] Addresses = ["href", "url", "src"];

    /// <summary>The line of an element in its file, from 1.</summary>
    public static int LineOf(XElement element) => Math.Max(1, ((IXmlLineInfo)element).LineNumber);

    /// <summary>Whether an element is a text, however it is marked, rather than a mapping or a list.</summary>
    public static bool IsText(XElement element)
        => !element.HasElements
            || element.Nodes().Any(static node => node is XText text && !string.IsNullOrWhiteSpace(text.Value))
            || element.Elements().All(static inner => Marks.Contains(inner.Name.LocalName));

    /// <summary>The attributes of an element, and those elements below it that are texts.</summary>
    public static IEnumerable<SourceEntry> TextsOf(XElement element)
        => Attributes(element).Concat(element.Elements().Where(IsText)
            .Select(static inner => new SourceEntry(inner.Name.LocalName, TextOf(inner), LineOf(inner))));

    /// <summary>An element as a mapping; one that is a text has it under its own name.</summary>
    public static SourceMap MapOf(XElement element)
    {
        var entries = Attributes(element).ToList();
        if (IsText(element))
        {
            entries.Add(new SourceEntry(element.Name.LocalName, TextOf(element), LineOf(element)));
            return new SourceMap(entries);
        }

        foreach (var same in element.Elements().GroupBy(static inner => inner.Name.LocalName, StringComparer.Ordinal))
        {
            entries.AddRange(EntriesOf(same.Key, [.. same]));
        }

        return new SourceMap(entries);
    }

    private static IEnumerable<SourceEntry> EntriesOf(string name, List<XElement> same)
    {
        var line = LineOf(same[0]);
        yield return new SourceEntry(name, same is [var only] ? Of(only) : new SourceList(same.ConvertAll(Of)), line);
        foreach (var entry in AttributesOfTexts(name, same.SelectMany(Items)))
        {
            yield return entry with { Line = line };
        }
    }

    private static SourceValue Of(XElement element)
        => IsText(element) ? TextOf(element)
            : IsList(element) ? new SourceList([.. element.Elements().Select(Of)])
            : MapOf(element);

    private static IEnumerable<XElement> Items(XElement element)
        => !IsText(element) && IsList(element) ? element.Elements() : [element];

    /// <summary>Whether an element only holds others of one name together: two and more, or one that it is the plural of.</summary>
    private static bool IsList(XElement element)
    {
        var first = element.Elements().First().Name.LocalName;
        return !Attributes(element).Any()
            && element.Elements().All(inner => inner.Name.LocalName == first)
            && (element.Elements().Skip(1).Any() || IsPlural(element.Name.LocalName, first));
    }

    private static bool IsPlural(string name, string of)
        => name.Length > of.Length && name.StartsWith(of[..Math.Max(1, of.Length - 1)], StringComparison.OrdinalIgnoreCase);

    /// <summary>Beside texts there is no room for their attributes: each has a list of its own.</summary>
    private static IEnumerable<SourceEntry> AttributesOfTexts(string name, IEnumerable<XElement> elements)
        => elements.Where(IsText)
            .SelectMany(static element => Attributes(element).Where(entry => !IsAddress(element, entry)))
            .GroupBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(same => new SourceEntry(
                name + Wording.Below + same.Key, new SourceList([.. same.Select(static entry => entry.Value)]), 0));

    private static IEnumerable<SourceEntry> Attributes(XElement element)
        => element.Attributes()
            .Where(static one => !one.IsNamespaceDeclaration && one.Name.Namespace != XNamespace.Xml && one.Name.NamespaceName != ForChecks)
            .Select(one => new SourceEntry(one.Name.LocalName, new SourceText(one.Value.Trim()), LineOf(element)));

    private static SourceText TextOf(XElement element)
    {
        var text = string.Join('\n', Words(element).Split('\n').Select(static line => line.Trim())).Trim();
        var address = Attributes(element).FirstOrDefault(entry => IsAddress(element, entry)).Value as SourceText;
        return address is null ? new SourceText(text)
            : text.Length == 0 ? address
            : new SourceText(text, [new SourceLink(text, address.Text)]);
    }

    private static bool IsAddress(XElement element, SourceEntry attribute)
        => !element.HasElements && Addresses.Contains(attribute.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of an element: with marks of HTML, if there are any, in HTML; else with a blank between elements.</summary>
    private static string Words(XElement element)
    {
        if (!element.HasElements)
        {
            return element.Value;
        }

        var isHtml = element.Descendants().Any(static inner => Marks.Contains(inner.Name.LocalName));
        var text = new StringBuilder();
        Append(text, element, isHtml);
        return text.ToString();
    }

    private static void Append(StringBuilder text, XElement element, bool isHtml)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(isHtml ? System.Security.SecurityElement.Escape(words.Value) : words.Value);
            }
            else if (node is XElement inner)
            {
                var isMark = isHtml && Marks.Contains(inner.Name.LocalName);
                text.Append(isMark ? $"<{inner.Name.LocalName}>" : " ");
                Append(text, inner, isHtml);
                text.Append(isMark ? $"</{inner.Name.LocalName}>" : " ");
            }
        }
    }
}
