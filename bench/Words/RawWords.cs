using System.Text.RegularExpressions;

namespace ProposalSearch.Words;

/// <summary>
/// The words of a file with their places, told by plain patterns on its lines and by nothing that the readers of the product do: what they
/// lose, this does not lose too. In doubt a word is text.
/// </summary>
internal sealed partial class RawWords
{
    private readonly Dictionary<string, RawWord> _words = new(StringComparer.OrdinalIgnoreCase);
    private string _key = "";

    private readonly IReadOnlySet<string> _forms;
    private readonly IReadOnlySet<string> _programs;

    private RawWords(IReadOnlySet<string> forms, IReadOnlySet<string> programs) => (_forms, _programs) = (forms, programs);

    /// <summary>Each word of a file once, whatever its case, with its best place.</summary>
    /// <param name="path">The path, of which the ending tells what the file holds.</param>
    /// <param name="text">The file, of which lines end in <c>\n</c>.</param>
    /// <param name="forms">Headings of the form, as <see cref="Headings"/> has them.</param>
    /// <param name="programs">Keys whose values are for programs.</param>
    public static IReadOnlyDictionary<string, RawWord> Of(
        string path, string text, IReadOnlySet<string> forms, IReadOnlySet<string> programs)
    {
        var words = new RawWords(forms, programs);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".yml" or ".yaml":
                words.AddMetadata(text);
                break;
            case ".json" or ".jsonl" or ".ndjson":
                words.AddJson(text);
                break;
            case ".csv" or ".tsv":
                words.AddTable(text);
                break;
            default:
                words.AddDocument(text);
                break;
        }

        return words._words;
    }

    /// <summary>The headings of a text, in small letters.</summary>
    public static IEnumerable<string> Headings(string text) => Heading().Matches(text).Select(NameOf).Distinct(StringComparer.Ordinal);

    private static string NameOf(Match heading) => heading.Groups["heading"].Value.Trim(' ', '#', ':', '*').ToLowerInvariant();

    private void AddDocument(string text)
    {
        var matter = FrontMatter().Match(text);
        if (matter.Success)
        {
            AddMetadata(matter.Groups["matter"].Value);
        }

        var body = matter.Success ? text[matter.Length..] : text;
        var prose = 0;
        foreach (Match code in Code().Matches(body))
        {
            AddProse(body[prose..code.Index]);
            Add(code.Groups["language"].Value, Place.Markup);
            AddWithAddresses(code.Groups["code"].Value);
            prose = code.Index + code.Length;
        }

        AddProse(body[prose..]);
    }

    /// <summary>Lines of YAML or TOML: keys at the margin, remarks, and values.</summary>
    private void AddMetadata(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var key = MarginKey().Match(line);
            if (line.StartsWith('#'))
            {
                Add(line, Place.Markup);
                continue;
            }

            _key = key.Success ? key.Groups["key"].Value : _key;
            Add(key.Groups["key"].Value, Place.Key);
            AddProse(Escapes().Replace(line[key.Length..], Unescaped));
        }

        _key = "";
    }

    private void AddJson(string text)
    {
        foreach (Match key in JsonKey().Matches(text))
        {
            Add(key.Groups["key"].Value, Place.Key);
        }

        AddProse(Escapes().Replace(JsonKey().Replace(text, " "), Unescaped));
    }

    private void AddTable(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        Add(end < 0 ? text : text[..end], Place.Key);
        AddProse(end < 0 ? "" : text[end..]);
    }

    private void AddProse(string text)
    {
        text = Heading().Replace(text, heading => _forms.Contains(NameOf(heading)) ? Taken(heading.Value, Place.Key) : heading.Value);
        text = Take(Numbering(), text, Place.Markup);
        text = Take(Comments(), text, Place.Markup);
        text = Take(Definitions(), text, Place.Markup);
        text = Take(Targets(), text, Place.Address);
        text = Take(Tags(), text, Place.Markup);
        AddWithAddresses(Entities().Replace(text, static match => Decoded(match.Value)));
    }

    private void AddWithAddresses(string text) => Add(Take(Addresses(), text, Place.Address), Place.Text);

    /// <summary>Adds what a pattern finds, and gives the rest.</summary>
    private string Take(Regex pattern, string text, Place place)
    {
        foreach (Match match in pattern.Matches(text))
        {
            Add(match.Groups["taken"].Success ? match.Groups["taken"].Value : match.Value, place);
        }

        return pattern.Replace(text, static match => match.Groups["kept"].Value + " ");
    }

    private string Taken(string text, Place place)
    {
        Add(text, place);
        return " ";
    }

    private void Add(string text, Place place)
    {
        place = _key.Length > 0 && place == Place.Text && _programs.Contains(_key) ? Place.Program : place;
        foreach (Match match in Word().Matches(text))
        {
            var word = match.Value.Normalize();
            if (!_words.TryGetValue(word, out var known) || place < known.Place)
            {
                _words[word] = new RawWord(place, _key);
            }
        }
    }

    private static string Unescaped(Match escape) => escape.Groups["code"].Success
        ? ((char)Convert.ToInt32(escape.Groups["code"].Value, 16)).ToString()
        : " ";

    /// <summary>A reference that stands for a letter is that letter; any other parts words, but for those that nobody sees.</summary>
    private static string Decoded(string reference) => System.Net.WebUtility.HtmlDecode(reference) is var text && text == reference ? " "
        : text.Trim('\u00AD', '\u200B');

    [GeneratedRegex(@"\A\s*(?<fence>---|\+\+\+)[ \t]*\n(?<matter>.*?\n)?(?:\k<fence>|\.\.\.)[ \t]*(?:\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex("""^(?<key>"[^"]+"|'[^']+'|[^\s:#\-'"][^:=]*?)\s*[:=](?=\s|$)""")]
    private static partial Regex MarginKey();

    [GeneratedRegex("""(?<!\\)"(?<key>(?:[^"\\\n]|\\.)*)"\s*:""")]
    private static partial Regex JsonKey();

    [GeneratedRegex(@"\\(?:u(?<code>[0-9A-Fa-f]{4})|x(?<code>[0-9A-Fa-f]{2})|[nrtbf0""\\/N_LP])")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"^[ \t>*-]*(?<fence>```+|~~~+)(?<language>[^\n`]*)\n(?<code>.*?)(?:^[ \t>]*\k<fence>[ \t]*$|\z)",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]*(?<heading>\S.*)$|^(?<heading>[^\n]+)\n(?:={3,}|-{3,})[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>The numbers before the items of a list.</summary>
    [GeneratedRegex(@"^[ \t>]*(?:[*+-][ \t]+)?\d{1,9}[.)](?=\s)", RegexOptions.Multiline)]
    private static partial Regex Numbering();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Definitions of links, and the marks of footnotes.</summary>
    [GeneratedRegex(@"^ {0,3}\[[^\]\n]+\]:[ \t]*(?:<[^>\n]*>|(?!\[)\S*[/.#]\S*)?|\[\^[^\]\n]+\]", RegexOptions.Multiline)]
    private static partial Regex Definitions();

    [GeneratedRegex("""(?<kept>\])\((?<taken><[^>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?=\s+["']|\))|(?<kept>\])\[(?<taken>[^\]\n]*)\]""")]
    private static partial Regex Targets();

    [GeneratedRegex(
        """
        </?(?:a|abbr|acronym|address|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|col
        |colgroup|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html
        |i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|meta|nav|noscript|object|ol|option|p|param|path
        |picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table
        |tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr|o:p|st1:\w+)
        (?:\s[^<>]*)?/?>
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tags();

    [GeneratedRegex("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")]
    private static partial Regex Entities();

    [GeneratedRegex(
        """
        (?:https?|ftps?|ipfs|mailto|tel)://?[^\s<>"'`|\\^{}\[\]]+|\bwww\.[^\s<>"'`|\\^{}\[\]]+
        |[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+(?:com|org|net|edu|gov|io)\b(?:/[^\s<>"'`|\\^{}\[\]]*)?
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Addresses();

    /// <summary>
    /// Letters and digits; numbers with their points, initials with theirs, and what apostrophes and underscores hold together.
    /// </summary>
    [GeneratedRegex(
        """
        (?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])
        |[\p{L}\p{M}\p{N}]+(?:(?:['’_]|(?<=\p{Nd})[.,:](?=\p{Nd}))[\p{L}\p{M}\p{N}]+)*
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
