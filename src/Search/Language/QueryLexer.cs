using System.Text;

namespace ProposalSearch.Search.Language;

/// <summary>
/// A query's text to tokens, in one pass. A sign (<c>+ - title:</c>) becomes a token only when what it applies to follows
/// at once: so the parser need not know about blanks.
/// </summary>
internal sealed partial class QueryLexer(string text, QueryTextOptions options, QueryWarnings warnings, bool operatorsAreWords)
{
    private readonly List<QueryToken> _tokens = [];
    private int _at;
    private readonly bool _readsAsText = options.AsText || Dashes.IsText(text);
    private readonly bool _hasLines = text.AsSpan().IndexOfAny('\n', '\r') >= 0;
    private int _leaves;
    private int _patterns;
    private string? _lastLeaf;

    /// <summary>How much words count that were given a weight, by their print.</summary>
    public Dictionary<string, float> Boosts { get; } = new(StringComparer.Ordinal);

    /// <summary>All tokens.</summary>
    public List<QueryToken> Read()
    {
        while (_at < text.Length)
        {
            if (!ReadBullet() && !ReadBoost() && !ReadInFacet())
            {
                ReadNext();
            }
        }

        DropDanglingSigns();
        return _tokens;
    }

    private void ReadNext()
    {
        var c = text[_at];
        if (QueryCharacters.IsSeparator(text, _at))
        {
            _at++;
        }
        else if (QueryCharacters.IsQuote(c))
        {
            ReadPhrase();
        }
        else if (c is '(' or ')')
        {
            _at++;
            Add(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close);
        }
        else if (c is '+' or '-')
        {
            ReadSigns();
        }
        else if (!ReadSignOfOperator(c))
        {
            ReadTerm();
        }
    }

    /// <summary>A sign that stands for an operator: <c>|</c>, <c>&amp;&amp;</c>, <c>!</c>.</summary>
    private bool ReadSignOfOperator(char sign)
    {
        if (sign == '|' || (sign == '&' && IsDoubled(_at)))
        {
            _at = SkipWhile(_at, c => c == sign);
            Add(sign == '|' ? QueryTokenKind.Or : QueryTokenKind.And);
            return true;
        }

        if (sign != '!' || !IsNegation(_at))
        {
            return false;
        }

        _at++;
        Add(QueryTokenKind.Not);
        return true;
    }

    private void ReadSigns()
    {
        var start = _at;
        _at = SkipWhile(_at, static c => c is '+' or '-');
        var signs = text.AsSpan(start, _at - start);
        SkipTrimmed();
        if (!IsOperandNext())
        {
            warnings.Add($"'{QueryWarnings.Excerpt(signs)}' stands by itself and was ignored.");
            return;
        }

        if (signs.Contains('-') && !IsExclusion(start, signs))
        {
            return;
        }

        Add(signs.Contains('-') ? QueryTokenKind.Minus : QueryTokenKind.Plus);
    }

    /// <summary>A phrase, or a word that a wrong place of a quote made one.</summary>
    private void ReadPhrase()
    {
        var phrase = QueryPhrase.WithoutPatterns(ReadQuoted(), warnings);
        var slop = ReadSlop();
        if (QueryCharacters.HasContent(phrase))
        {
            AddLeaf(new PhraseNode(phrase, slop));
        }
        else
        {
            warnings.Add("Quotes with no words between them were ignored.");
            DropDanglingSigns();
        }
    }

    private string ReadQuoted()
    {
        var start = ++_at;
        var end = SkipWhile(start, static c => !QueryCharacters.IsQuote(c));
        if (end == text.Length)
        {
            warnings.Add("A quote that is not closed was closed at the end of the query.");
        }

        _at = Math.Min(end + 1, text.Length);
        return QueryCharacters.Normalize(text.AsSpan(start, end - start));
    }

    private int ReadSlop()
    {
        if (_at == text.Length || text[_at] != '~' || !QueryCharacters.IsQuote(text[_at - 1]))
        {
            return 0;
        }

        var start = ++_at;
        _at = SkipWhile(start, char.IsAsciiDigit);
        var slop = QueryTerm.Number(text.AsSpan(start, _at - start), QueryText.MaxSlop);
        if (slop > QueryText.MaxSlop)
        {
            warnings.Add($"The distance of a phrase was lowered to {QueryText.MaxSlop}: more is not supported.");
            slop = QueryText.MaxSlop;
        }

        return slop;
    }

    private void ReadTerm()
    {
        if (!SkipToTerm())
        {
            return;
        }

        var term = text.AsSpan(_at, FindEnd(_at) - _at);
        if (ReadOperator(term) || ReadComparison() || ReadField(term))
        {
            return;
        }

        _at += term.Length;
        if (ReadPlain(term) is { } node)
        {
            AddLeaf(node);
        }
        else
        {
            DropDanglingSigns();
        }
    }

    /// <summary>Passes signs without meaning, stars among them. False when no term follows them.</summary>
    private bool SkipToTerm()
    {
        while (true)
        {
            SkipTrimmed();
            if (!IsOperandNext())
            {
                DropDanglingSigns();
                return false;
            }

            if (text[_at] == '(' || QueryCharacters.IsQuote(text[_at]))
            {
                return false;
            }

            if (text[_at] != '*' || QueryTerm.IsLeadingStar(text.AsSpan(_at, FindEnd(_at) - _at)))
            {
                return true;
            }

            _at = SkipWhile(_at, static c => c == '*');
        }
    }

    private bool ReadOperator(ReadOnlySpan<char> term)
    {
        if (operatorsAreWords || EndsWithSign || !QueryTerm.IsOperator(term) || (_readsAsText && term is "NOT"))
        {
            return false;
        }

        _at += term.Length;
        Add(term switch { "AND" => QueryTokenKind.And, "OR" => QueryTokenKind.Or, _ => QueryTokenKind.Not });
        return true;
    }

    private bool EndsWithSign =>
        _tokens.Count > 0 && _tokens[^1].Kind is QueryTokenKind.Plus or QueryTokenKind.Minus or QueryTokenKind.Section;

    private void DropDanglingSigns()
    {
        while (EndsWithSign)
        {
            _tokens.RemoveAt(_tokens.Count - 1);
        }
    }

    private void Add(QueryTokenKind kind) => _tokens.Add(new QueryToken(kind));

    private void Add(QueryToken token) => _tokens.Add(token);

    private void AddLeaf(QueryNode node)
    {
        if (IsPattern(node) && ++_patterns > options.MaxPatterns)
        {
            var first = QueryWarnings.Excerpt(QueryText.Print(node));
            warnings.Add(FormattableString.Invariant($"The query has more than {options.MaxPatterns} words with * ? ~ or phrases ")
                + $"with a distance: what begins with '{first}' was ignored.");
            _at = text.Length;
            return;
        }

        _tokens.Add(new QueryToken(QueryTokenKind.Leaf, node));
        _lastLeaf = QueryText.Print(node);
        CountLeaf();
    }

    private static bool IsPattern(QueryNode node) => node is PrefixNode or WildcardNode or FuzzyNode or PhraseNode { Slop: > 0 };

    /// <summary>Ends the reading when there are as many as are read.</summary>
    private void CountLeaf()
    {
        if (++_leaves < options.MaxClauses)
        {
            return;
        }

        if (QueryCharacters.HasContent(text.AsSpan(_at)))
        {
            var rest = QueryWarnings.Excerpt(text.AsSpan(_at).Trim());
            warnings.Add(FormattableString.Invariant(
                $"The query has more than {options.MaxClauses} words: those from '{rest}' on were ignored."));
        }

        _at = text.Length;
    }

    /// <summary>Whether something stands here that a sign can apply to.</summary>
    private bool IsOperandNext() => _at < text.Length && text[_at] is not (')' or '|') && !QueryCharacters.IsSeparator(text, _at);

    private void SkipTrimmed()
    {
        while (_at < text.Length
            && text[_at] is not ('(' or ')' or '|' or '*')
            && !QueryCharacters.IsQuote(text[_at])
            && !QueryCharacters.IsSeparator(text, _at))
        {
            Rune.DecodeFromUtf16(text.AsSpan(_at), out var rune, out var used);
            if (!QueryCharacters.IsTrimmed(rune))
            {
                return;
            }

            WarnOfSign(text[_at]);

            _at += used;
        }
    }

    /// <summary>
    /// Where the stretch without blanks ends that begins at a place. Brackets around letters within it belong to it: <c>501(c)(3)</c>.
    /// </summary>
    private int FindEnd(int start)
    {
        var at = start;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ')' or '|' || QueryCharacters.IsQuote(c) || QueryCharacters.IsSeparator(text, at))
            {
                break;
            }

            var next = c == '(' ? FindInnerEnd(start, at) : at + 1;
            if (next < 0)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private int FindInnerEnd(int start, int open)
    {
        if (open == start
            || !(char.IsLetterOrDigit(text[open - 1]) || text[open - 1] == ')')
            || QueryTerm.IsOperator(text.AsSpan(start, open - start)))
        {
            return -1;
        }

        var close = SkipWhile(open + 1, char.IsLetterOrDigit);
        return close > open + 1 && close < text.Length && text[close] == ')' ? close + 1 : -1;
    }

    private int SkipWhile(int at, Func<char, bool> condition)
    {
        while (at < text.Length && condition(text[at]))
        {
            at++;
        }

        return at;
    }
}
