using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Keys and values that a Markdown file without front matter states as a list at its top, below its title if it has one, as requests for comments do:
/// <c>- Start Date: 2019-03-14</c>, <c>* **Authors:** [Ann Lee](https://x.org), Bob Ray</c>. The list stays in the body too, so that nothing is lost.
/// </summary>
internal static partial class HeaderList
{
    private const int FewestEntries = 2;
    private const int MostEntries = 40;

    /// <summary>The keys and values; none where the file does not begin so.</summary>
    public static SourceMap Read(string text, SourceReading reading)
    {
        var map = new SourceMapBuilder(reading);
        var (line, entries, isBelowTitle) = (0, 0, false);
        (string Key, string Value, int Line)? open = null;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var raw = text.AsSpan(range);
            line++;
            var isBlank = raw.IsWhiteSpace();
            if (open is null && (isBlank || (!isBelowTitle && raw.StartsWith("# "))))
            {
                isBelowTitle |= !isBlank;
                continue;
            }

            if (isBlank || raw[0] == '#' || entries == MostEntries)
            {
                break;
            }

            if (open is { } above && char.IsWhiteSpace(raw[0]))
            {
                open = above with { Value = $"{above.Value} {raw.Trim().TrimStart("-*+ ")}" };
                continue;
            }

            if (Entry().Match(raw.ToString()) is not { Success: true } match)
            {
                return SourceMap.Empty;
            }

            Add(map, open);
            entries++;
            open = (match.Groups["key"].Value.Trim(), match.Groups["value"].Value, line);
        }

        if (entries < FewestEntries)
        {
            return SourceMap.Empty;
        }

        Add(map, open);
        return map.Build();
    }

    private static void Add(SourceMapBuilder map, (string Key, string Value, int Line)? entry)
    {
        if (entry is { } stated && Plain(stated.Value) is { Length: > 0 } value)
        {
            map.Add(stated.Key, new SourceText(value), stated.Line);
        }
    }

    /// <summary>A value without its markup: of links the texts, without emphasis and comments.</summary>
    private static string Plain(string value)
    {
        var plain = Link().Replace(Comment().Replace(value, ""), "${text}").Trim();
        plain = plain.Length > 1 && plain[0] == '<' && plain[^1] == '>' && !plain.AsSpan(1).Contains('<') ? plain[1..^1] : plain;
        return plain.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim(' ', '_', '*');
    }

    /// <summary>An item of a list, or a line whose key is in bold, with a key of a few words before its colon.</summary>
    [GeneratedRegex(@"^(?:[-*+] +(?:\*\*|__|_)?|\*\*|__)(?<key>\p{L}[^:*_`\[\]]{0,39}?)(?:\*\*|__|_)? ?:(?:\*\*|__|_)?(?: +(?<value>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\[(?<text>[^\[\]]{1,300})\]\([^()\s]{0,2000}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("<!--.{0,500}?-->", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
