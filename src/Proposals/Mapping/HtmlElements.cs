using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Elements of HTML, and how a reader sees them in plain text.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = WordSet.IgnoringCase("""
        p div ul ol table blockquote pre hr section article aside header footer address details summary h1 h2 h3 h4 h5 h6 dl dt dd figure
        html body main nav title form fieldset legend center hgroup optgroup
        """);

    /// <summary>Elements that people see.</summary>
    private static readonly FrozenSet<string> Seen = WordSet.IgnoringCase($"""
        {string.Join(' ', Blocks)} br tr li td th
        a b i u em strong span font small big sup sub code img tbody thead tfoot caption colgroup col s strike del ins mark abbr cite q
        iframe label figcaption meta link input button kbd samp var tt time wbr picture source video audio svg path object embed param
        select option textarea noscript
        acronym dfn nobr ruby rt rb rtc basefont bgsound blink canvas keygen marquee menuitem noembed plaintext xmp applet
        """);

    /// <summary>The names before a colon that Word gives its own elements: <c>o:p</c>, <c>st1:place</c>.</summary>
    private static readonly FrozenSet<string> OfWord = WordSet.IgnoringCase("o w v m x st1 st2 xml mso");


    /// <summary>
    /// Elements that a page may have, and that are words which people put between such signs in other texts: <c>&lt;data&gt;</c>.
    /// </summary>
    private static readonly FrozenSet<string> OfPages = WordSet.IgnoringCase("""
        area base bdi bdo data datalist dialog dir fencedframe frame frameset map math menu meter noframes object output progress rp search
        slot track
        """);

    private static readonly FrozenSet<string> Hidden = WordSet.IgnoringCase("script style template head");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SeenNames = Seen.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it stands on lines of its own.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Whether nobody sees what is in it.</summary>
    public static bool IsHidden(string name) => Hidden.Contains(name);

    /// <summary>Whether there is such an element, hidden ones included, or a program such as Word has it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isPage">Whether it stands in a page, where all elements may stand, and none is a word.</param>
    public static bool IsKnown(string name, bool isPage) => IsSeen(name)
        || Hidden.Contains(name)
        || (name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && (isPage || OfWord.Contains(name[..colon])))
        || (isPage && (OfPages.Contains(name) || IsCustom(name)));

    /// <summary>Whether a name is one that pages make up: those have a hyphen.</summary>
    private static bool IsCustom(string name) => name.Contains('-', StringComparison.Ordinal);

    /// <summary>Whether there is such an element, and people see what is in it: only then a text is HTML.</summary>
    public static bool IsSeen(ReadOnlySpan<char> name) => SeenNames.Contains(name);

    /// <summary>What stands in plain text for a tag.</summary>
    public static string TextFor(string name, bool isClosing) => name switch
    {
        "li" => isClosing ? "" : "\n• ",
        "td" or "th" or "rt" => " ",
        "br" or "tr" => "\n",
        "option" => isClosing ? "" : "\n",
        "figcaption" or "caption" => "\n",
        _ => Blocks.Contains(name) ? "\n\n" : "",
    };
}
