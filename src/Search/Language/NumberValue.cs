using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>
/// What stands behind the name of a number facet: <c>2016</c>, <c>2016..2020</c>, <c>&gt;=2016</c>, <c>[2016 TO 2020]</c>,
/// <c>201*</c>, <c>"2016"</c>. Blanks before it and between its signs do not matter.
/// </summary>
/// <param name="Node">The filter.</param>
/// <param name="IsExcluded">Whether it is what must not be: <c>!2016</c>.</param>
/// <param name="End">Where it ends in the text.</param>
internal sealed partial record NumberValue(QueryNode Node, bool IsExcluded, int End)
{
    private const string Digits = @"[-+]?[$€£¥]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)[kKmM]?";
    private const string Sign = "<=|>=|=<|=>|<>|!=|≤|≥|≠|<|>|==?";
    private const string Between = @"(?:[Tt][Oo]|\.\.+|…|[-–—,;])";
    private const int YearDigits = 4;

    /// <summary>Reads a value at a place of a text; <see langword="null"/> where there is none.</summary>
    public static NumberValue? Read(FacetDefinition facet, string text, int at, QueryWarnings warnings) =>
        Compared(facet, CompareRegex().Match(text, at))
        ?? Bracketed(facet, BracketRegex().Match(text, at), warnings)
        ?? Range(facet, RangeRegex().Match(text, at), warnings)
        ?? Decade(facet, DecadeRegex().Match(text, at), warnings)
        ?? Quoted(facet, text, QuoteRegex().Match(text, at), warnings)
        ?? One(facet, NumberRegex().Match(text, at));

    /// <summary>
    /// Reads <c>year&gt;=2016</c> at a place of a text, where no colon is; <see langword="null"/> where there is none.
    /// </summary>
    public static NumberValue? ReadComparison(QueryTextOptions options, string text, int at) =>
        NamedRegex().Match(text, at) is { Success: true } named
            && options.Facet(named.Groups["name"].Value) is { Type: FacetType.Number } facet
                ? Compared(facet, CompareRegex().Match(text, named.Groups["name"].Index + named.Groups["name"].Length)) : null;

    /// <summary>Whether a range in brackets stands at a place of a text.</summary>
    public static bool IsRangeInBrackets(string text, int at) => BracketRegex().IsMatch(text, at);

    /// <summary>Two years with dots between them; <see langword="null"/> where a word is something else.</summary>
    public static RangeNode? Years(FacetDefinition facet, ReadOnlySpan<char> word) =>
        word.Length == (2 * YearDigits) + 2 && word[YearDigits..^YearDigits] is ".."
            && Number(word[..YearDigits]) is { } from && Number(word[^YearDigits..]) is { } to && from <= to
                ? new RangeNode(facet.Field, from, to) : null;

    private static NumberValue? Compared(FacetDefinition facet, Match match)
    {
        if (!match.Success || Number(match.Groups["n"].ValueSpan) is not { } number)
        {
            return null;
        }

        var sign = match.Groups["sign"].Value;
        QueryNode node = sign switch
        {
            "<" when number > long.MinValue => new RangeNode(facet.Field, null, number - 1),
            ">" when number < long.MaxValue => new RangeNode(facet.Field, number + 1, null),
            "<=" or "=<" or "≤" or "<" => new RangeNode(facet.Field, null, number),
            ">=" or "=>" or "≥" or ">" => new RangeNode(facet.Field, number, null),
            _ => Value(facet, number),
        };
        return new NumberValue(node, sign is "!" or "!=" or "<>" or "≠", match.Index + match.Length);
    }

    private static NumberValue? Bracketed(FacetDefinition facet, Match match, QueryWarnings warnings)
    {
        if (!match.Success)
        {
            return null;
        }

        var from = Number(match.Groups["from"].ValueSpan);
        var to = Number(match.Groups["to"].ValueSpan);
        from = match.Groups["open"].Value == "{" && from < long.MaxValue ? from + 1 : from;
        to = match.Groups["close"].Value == "}" && to > long.MinValue ? to - 1 : to;
        return from is null && to is null ? null : Ordered(facet, from, to, match, warnings);
    }

    private static NumberValue? Range(FacetDefinition facet, Match match, QueryWarnings warnings)
    {
        var from = Number(match.Groups["from"].ValueSpan);
        var to = Number(match.Groups["to"].ValueSpan);
        return !match.Success || (from is null && to is null) ? null : Ordered(facet, from, to, match, warnings);
    }

    private static NumberValue Ordered(FacetDefinition facet, long? from, long? to, Match match, QueryWarnings warnings)
    {
        var end = match.Index + match.Length;
        if (from <= to || from is null || to is null)
        {
            return new NumberValue(new RangeNode(facet.Field, from, to), IsExcluded: false, end);
        }

        warnings.Add(FormattableString.Invariant($"'{facet.Field}:{from}..{to}' was read as '{facet.Field}:{to}..{from}'."));
        return new NumberValue(new RangeNode(facet.Field, to, from), IsExcluded: false, end);
    }

    /// <summary>A star stands for the digits that a year still has, a question mark for one.</summary>
    private static NumberValue? Decade(FacetDefinition facet, Match match, QueryWarnings warnings)
    {
        var (digits, signs) = (match.Groups["digits"].Value, match.Groups["signs"].Value);
        var missing = signs.Contains('*', StringComparison.Ordinal) ? YearDigits - digits.Length : signs.Length;
        if (!match.Success || missing < 1 || digits.Length + missing > 18)
        {
            return null;
        }

        var from = long.Parse(digits + new string('0', missing), CultureInfo.InvariantCulture);
        var to = long.Parse(digits + new string('9', missing), CultureInfo.InvariantCulture);
        warnings.Add(FormattableString.Invariant($"'{facet.Field}:{digits}{signs}' was read as '{facet.Field}:{from}..{to}'."));
        return new NumberValue(new RangeNode(facet.Field, from, to), IsExcluded: false, match.Index + match.Length);
    }

    private static NumberValue? Quoted(FacetDefinition facet, string text, Match match, QueryWarnings warnings)
    {
        if (!match.Success)
        {
            return null;
        }

        var inner = match.Groups["inner"];
        var end = inner.Index + inner.Length;
        return Read(facet, text[..end], inner.Index, warnings) is { } value && value.End == end
            ? value with { End = match.Index + match.Length } : null;
    }

    private static NumberValue? One(FacetDefinition facet, Match match) =>
        match.Success && Number(match.Groups["n"].ValueSpan) is { } number
        ? new NumberValue(Value(facet, number), IsExcluded: false, match.Index + match.Length) : null;

    private static FacetNode Value(FacetDefinition facet, long number) => new(facet.Field, number.ToString(CultureInfo.InvariantCulture));

    private static long? Number(ReadOnlySpan<char> text)
    {
        var factor = text.IsEmpty ? 1 : text[^1] switch { 'k' or 'K' => 1_000, 'm' or 'M' => 1_000_000, _ => 1 };
        var digits = factor == 1 ? text : text[..^1];
        Span<char> plain = stackalloc char[32];
        var length = 0;
        foreach (var c in digits)
        {
            if (length == plain.Length)
            {
                return null;
            }

            if (char.IsAsciiDigit(c) || c is '-' or '+')
            {
                plain[length++] = c;
            }
        }

        return long.TryParse(plain[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs((decimal)number) * factor <= long.MaxValue ? number * factor : null;
    }

    [GeneratedRegex(@"\G\s*(?<sign>" + Sign + @"|!)\s*(?<n>" + Digits + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CompareRegex();

    [GeneratedRegex(
        @"\G(?<name>\p{L}[\p{L}\p{N}_-]*)\s*(" + Sign + @")\s*" + Digits,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedRegex();

    [GeneratedRegex(
        @"\G\s*(?<open>[\[{])\s*(\*|(?<from>" + Digits + @"))?\s*" + Between + @"\s*(\*|(?<to>" + Digits + @"))?\s*(?<close>[\]}])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BracketRegex();

    [GeneratedRegex(
        @"\G\s*((?<from>" + Digits + @")?(\.\.+|…)(?<to>" + Digits + @")?|(?<from>" + Digits + @")[-–—](?<to>" + Digits + "))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RangeRegex();

    [GeneratedRegex(@"\G\s*(?<digits>[0-9]{1,18})(?<signs>\?+|\*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DecadeRegex();

    [GeneratedRegex("\\G\\s*[\"“”„‟«»＂](?<inner>[^\"“”„‟«»＂]*)[\"“”„‟«»＂]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex QuoteRegex();

    [GeneratedRegex(@"\G\s*(?<n>" + Digits + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberRegex();
}
