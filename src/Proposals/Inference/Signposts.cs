using System.Buffers;
using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// Files that only lead elsewhere: "moved to ...", the path of another file, a list of links to the files beside it. Their words stand
/// where they lead. A file with keys of its own, or with a text beside the links, is none.
/// </summary>
internal static partial class Signposts
{
    private const int LongestNotice = 800;
    private const int MostWordsOfANotice = 25;
    private const int MostKeys = 2;
    private const int FewestLinks = 5;
    private const int MostWordsBesideLinks = 120;

    /// <summary>What lines of tables and under headings are made of.</summary>
    private static readonly SearchValues<char> Lines = SearchValues.Create("|-:= +");

    /// <summary>Stands for a link where words are looked at.</summary>
    private const string Link = "\u0001";

    /// <summary>Whether a record is one.</summary>
    public static bool IsOne(SourceRecord record)
        => record is { Number: null, Body: { Markup: not SourceMarkup.Html } body }
            && record.Entries.Count <= MostKeys
            && record.Entries.All(static entry => entry.Value is SourceText { Text: var text }
                && text.AsSpan().Count(' ') < MostWordsOfANotice)
            && (IsNotice(body.Text, record.Entries.Count > 0) || IsListOfFiles(body.Text));

    /// <summary>Whether a text says where something has moved, or is nothing but the place of another file.</summary>
    private static bool IsNotice(string body, bool hasKeys)
    {
        var text = body.Trim();
        if (text.Length is 0 or > LongestNotice)
        {
            return false;
        }

        var words = AnyLink().Replace(Heading().Replace(text, ""), Link).Trim();
        return words.AsSpan().Count(' ') < MostWordsOfANotice
            && (Moved().IsMatch(words) || (!hasKeys && words == Link && IsPlaceOfAFile(text)));
    }

    private static bool IsPlaceOfAFile(string text)
        => !text.Contains("://", StringComparison.Ordinal) && FileAt().IsMatch(text);

    /// <summary>Whether most lines of a text have links to files beside it, and hardly a word stands elsewhere.</summary>
    private static bool IsListOfFiles(string body)
    {
        var (lines, links, words) = (0, 0, 0);
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text.IsEmpty || text[0] == '#' || !text.ContainsAnyExcept(Lines))
            {
                continue;
            }

            var leads = LinkToAFile().IsMatch(text);
            lines++;
            links += leads ? 1 : 0;
            words += leads ? 0 : text.Count(' ') + 1;
            if (words > MostWordsBesideLinks)
            {
                return false;
            }
        }

        return links >= FewestLinks && links * 10 >= lines * 6;
    }

    /// <summary>A link of Markdown, an address, or the path of a file.</summary>
    [GeneratedRegex(
        @"!?\[[^\]]{0,300}\](?:\([^)\s]{1,600}\)|\[[^\]]{0,100}\])|<?https?://\S{1,600}|(?:[\w.-]+/)+[\w.-]+"
            + @"|[\w-]+\.(?:md|rst|adoc|html?|txt)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex AnyLink();

    [GeneratedRegex(@"^#.*$|^[=\-~^]{3,}$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>That something has moved, in a sentence that goes on to where.</summary>
    [GeneratedRegex(
        @"\b(?:moved|relocated|migrated|renamed|redirect(?:s|ed|ing)?|merged\s+into|superseded\s+by|replaced\s+by"
            + @"|now\s+(?:lives?|found|at|in)|new\s+(?:location|address|home|place)|movid[oa]|mudou|trasladad[oa]|reubicad[oa]"
            + @"|déplacée?|verschoben|umgezogen|verplaatst"
            + @"|spostat[oa]|przeniesion[aeoy]|перенес[её]н[ао]?|перемещ[её]н[ао]?)\b[^.!?\n\u0001]{0,60}\u0001",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Moved();

    [GeneratedRegex(@"[\w.-]+\.(?:md|mdx|markdown|rst|adoc|txt|html?)\)?[.>]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileAt();

    /// <summary>A link of Markdown to a text that lies in the same archive.</summary>
    [GeneratedRegex(
        @"\]\((?!\w+:)(?!#)[^)\s]{1,300}(?:\.(?:md|mdx|markdown|rst|adoc|txt|html?)|/)(?:#[^)\s]*)?\)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LinkToAFile();
}
