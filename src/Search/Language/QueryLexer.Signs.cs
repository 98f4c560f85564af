using System.Globalization;

namespace ProposalSearch.Search.Language;

/// <summary>Signs that may mean something, or be those of a text that was pasted: dashes, bullets, weights.</summary>
internal sealed partial class QueryLexer
{
    private const float MostBoost = 100;

    /// <summary>A sign that begins a line of several is a bullet.</summary>
    private bool ReadBullet()
    {
        if (!_hasLines || text[_at] is not ('-' or '+' or '*' or '!') || !BeginsLine(_at))
        {
            return false;
        }

        warnings.Add($"'{text[_at]}' at the beginning of a line was read as a bullet.");
        _at = SkipWhile(_at, static c => c is '-' or '+' or '*' or '!');
        return true;
    }

    private bool BeginsLine(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || text[at - 1] is '\n' or '\r';
    }

    /// <summary>Whether a dash leaves something out; or else is a dash, as in a text or a title.</summary>
    private bool IsExclusion(int start, ReadOnlySpan<char> signs)
    {
        var stray = start > 0 && (text[start - 1] == ')' || QueryCharacters.IsQuote(text[start - 1]));
        if (_readsAsText || stray || signs.Count('-') > 1)
        {
            var shown = QueryWarnings.Excerpt(text.AsSpan(start, FindEnd(_at) - start));
            warnings.Add($"'{shown}' was read with a dash, not as what to leave out.");
            return false;
        }

        return true;
    }

    private bool IsDoubled(int at) => at + 1 < text.Length && text[at + 1] == text[at];

    /// <summary>Whether a <c>!</c> stands right before what it negates.</summary>
    private bool IsNegation(int at) =>
        !_readsAsText
        && (at == 0 || QueryCharacters.IsSeparator(text, at - 1) || text[at - 1] is '(' or '+' or '-' or '|')
        && at + 1 < text.Length
        && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] == '(' || QueryCharacters.IsQuote(text[at + 1]));

    /// <summary>A weight behind a phrase; behind a bracket or a filter it is ignored.</summary>
    private bool ReadBoost()
    {
        if (text[_at] != '^' || _at == 0 || QueryCharacters.IsSeparator(text, _at - 1))
        {
            return false;
        }

        var end = SkipWhile(_at + 1, static c => char.IsAsciiDigit(c) || c == '.');
        var number = text.AsSpan(_at + 1, end - _at - 1);
        if (QueryCharacters.IsQuote(text[_at - 1]) && _lastLeaf is not null && Boost(number) is { } boost)
        {
            Boosts[_lastLeaf] = boost;
        }
        else
        {
            warnings.Add($"'{QueryWarnings.Excerpt(text.AsSpan(_at, end - _at))}' was ignored: a weight goes with a word or a phrase.");
        }

        _at = end;
        return true;
    }

    /// <summary>
    /// What a stretch is once the signs are taken off that mean nothing where they stand; with a weight behind it, <c>poverty^2</c>, that
    /// is noted. Of several weights the first counts.
    /// </summary>
    private QueryNode? ReadPlain(ReadOnlySpan<char> term)
    {
        var node = QueryTerm.Read(term, warnings);
        var boost = (float?)null;
        while (node is WordNode word && word.Text.LastIndexOf('^') is > 0 and var caret && Boost(word.Text.AsSpan(caret + 1)) is { } found)
        {
            boost = found;
            node = QueryTerm.Read(word.Text.AsSpan(0, caret), warnings);
        }

        node = node is WordNode plain ? AsNumber(plain) : node;
        if (boost is not null && node is not null)
        {
            Boosts[QueryText.Print(node)] = boost.Value;
        }

        return node;
    }

    private static float? Boost(ReadOnlySpan<char> number) =>
        number.Length is > 0 and < 8
        && float.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var boost)
            ? Math.Min(boost, MostBoost) : null;

    /// <summary>Signs that other search boxes know, and that are passed over here.</summary>
    private void WarnOfSign(char sign)
    {
        if (sign is '<' or '>' or '=' or '^' or '~' or '\\')
        {
            warnings.Add($"'{sign}' was ignored.");
        }
        else if (sign is '[' or '{' && NumberValue.IsRangeInBrackets(text, _at))
        {
            warnings.Add($"'{sign}' was ignored: a range belongs to a field, as year:[2013 TO 2014].");
        }
    }
}
