using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Keys and values that a Markdown file without front matter states as a list at its top, below its title if it has one, as requests for
/// comments do:
/// <c>- Start Date: 2019-03-14</c>, <c>* **Authors:** [Ann Lee](https://x.org), Bob Ray</c>. The list stays in the body too, so that
/// nothing is lost.
/// </summary>
internal static partial class HeaderList
{
    private const int FewestEntries = 2;
    private const int MostEntries = 40;

    /// <summary>The keys and values; none where the file does not begin so.</summary>
    public static SourceMap Read(string text, SourceReading reading)
    {
        var entries = Entries(text);
        if (entries.Count < FewestEntries)
        {
            return SourceMap.Empty;
        }

        var map = new SourceMapBuilder(reading);
        foreach (var (key, stated, line) in entries)
        {
            if (Plain(stated) is { Length: > 0 } value)
            {
                map.Add(key, new SourceText(value), line);
            }
        }

        return map.Build();
    }

    private static List<(string Key, string Value, int Line)> Entries(string text)
    {
        var entries = new List<(string Key, string Value, int Line)>();
        var (line, isBelowTitle) = (0, false);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var raw = text.AsSpan(range);
            line++;
            var isBlank = raw.IsWhiteSpace();
            if (entries.Count == 0 && (isBlank || (!isBelowTitle && raw.StartsWith("# "))))
            {
                isBelowTitle |= !isBlank;
            }
            else if (isBlank || raw[0] == '#' || entries.Count == MostEntries)
            {
                break;
            }
            else if (entries.Count > 0 && char.IsWhiteSpace(raw[0]))
            {
                entries[^1] = entries[^1] with { Value = $"{entries[^1].Value} {raw.Trim().TrimStart("-*+ ")}" };
            }
            else if (Entry().Match(raw.ToString()) is { Success: true } match)
            {
                entries.Add((match.Groups["key"].Value.Trim(), match.Groups["value"].Value, line));
            }
            else
            {
                return [];
            }
        }

        return entries;
    }

    /// <summary>A value without its markup: of links the texts, without emphasis and comments.</summary>
    private static string Plain(string value)
    {
        var plain = Link().Replace(Comment().Replace(value, ""), "${text}").Trim();
        plain = plain.Length > 1 && plain[0] == '<' && plain[^1] == '>' && !plain.AsSpan(1).Contains('<') ? plain[1..^1] : plain;
        return plain.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim(' ', '_', '*');
    }

    /// <summary>An item of a list, or a line whose key is in bold, with a key of a few words before its colon.</summary>
    [GeneratedRegex(
        @"^(?:[-*+] +(?:\*\*|__|_)?|\*\*|__)(?<key>\p{L}[^:*_`\[\]]{0,39}?)(?:\*\*|__|_)? ?:(?:\*\*|__|_)?(?: +(?<value>.*))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\[(?<text>[^\[\]]{1,300})\]\([^()\s]{0,2000}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("<!--.{0,500}?-->", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
