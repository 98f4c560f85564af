using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>The values of facets: comparisons, ranges, and several values in brackets.</summary>
internal sealed partial class QueryLexer
{
    private FacetDefinition? _facet;
    private int _facetDepth;

    /// <summary><c>year&gt;=2016</c>.</summary>
    private bool ReadComparison() => ReadNumber(NumberValue.ReadComparison(options, text, _at));

    /// <summary><c>2016..2020</c> by itself, where the archive has years, and comparisons behind which signs were taken off.</summary>
    private QueryNode AsNumber(WordNode word)
    {
        if (options.Facet("year") is { Type: FacetType.Number } facet && NumberValue.Years(facet, word.Text) is { } years)
        {
            warnings.Add($"'{word.Text}' was read as '{facet.Field}:{word.Text}'.");
            return years;
        }

        if (NumberValue.ReadComparison(options, word.Text, 0) is not { } value || value.End < word.Text.Length)
        {
            return word;
        }

        if (value.IsExcluded)
        {
            Add(QueryTokenKind.Not);
        }

        return value.Node;
    }

    /// <summary>Takes a number's filter in, if nothing that means something stands right behind it.</summary>
    private bool ReadNumber(NumberValue? value)
    {
        if (value is null)
        {
            return false;
        }

        var end = FindEnd(value.End);
        if (QueryCharacters.HasContent(text.AsSpan(value.End, end - value.End)))
        {
            return false;
        }

        if (value.IsExcluded)
        {
            Add(QueryTokenKind.Not);
        }

        _at = end;
        AddLeaf(value.Node);
        return true;
    }

    private void WarnOfStar(FacetDefinition facet, ReadOnlySpan<char> value)
    {
        if (value.EndsWith("*") || value.EndsWith("?"))
        {
            var shown = QueryWarnings.Excerpt(value);
            warnings.Add($"In '{facet.Field}:{shown}' the sign at the end was ignored: a value is searched for as a whole.");
        }
    }

    /// <summary>Several values of a facet in brackets begin: <c>year:(2015 OR 2016)</c>.</summary>
    private void BeginFacet(FacetDefinition facet, int open)
    {
        _at = open + 1;
        Add(QueryTokenKind.Open);
        (_facet, _facetDepth) = (facet, 1);
    }

    /// <summary>
    /// A piece between the brackets of a facet. Values side by side are alternatives; of a text facet they are one value.
    /// </summary>
    private bool ReadInFacet()
    {
        if (_facet is not { } facet)
        {
            return false;
        }

        var c = text[_at];
        if (QueryCharacters.IsSeparator(text, _at) || c is ',' or ';')
        {
            _at++;
        }
        else if (c is '(' or ')')
        {
            ReadFacetBracket(facet, c);
        }
        else if (c is '|' or '&')
        {
            _at = SkipWhile(_at, static c => c is '|' or '&');
            Add(c == '|' ? QueryTokenKind.Or : QueryTokenKind.And);
        }
        else if (c is '!' || (c is '-' && facet.Type == FacetType.Text))
        {
            _at++;
            Add(QueryTokenKind.Not);
        }
        else if (!ReadOperator(text.AsSpan(_at, FindEnd(_at) - _at)))
        {
            ReadFacetValue(facet);
        }

        return true;
    }

    private void ReadFacetBracket(FacetDefinition facet, char bracket)
    {
        _at++;
        _facetDepth += bracket == '(' ? 1 : -1;
        Add(bracket == '(' ? QueryTokenKind.Open : QueryTokenKind.Close);
        _facet = _facetDepth > 0 ? facet : null;
    }

    private void ReadFacetValue(FacetDefinition facet)
    {
        if (_tokens[^1].Kind is QueryTokenKind.Leaf or QueryTokenKind.Close)
        {
            Add(QueryTokenKind.Or);
        }

        if (facet.Type == FacetType.Number)
        {
            var start = _at;
            if (!ReadNumber(NumberValue.Read(facet, text, _at, warnings)))
            {
                _at = Math.Max(FindEnd(_at), _at + 1);
                DropValue(facet, text.AsSpan(start, _at - start));
            }

            return;
        }

        var value = QueryCharacters.IsQuote(text[_at]) ? ReadQuoted() : ReadWords();
        if (QueryField.Read(facet, value) is { } node)
        {
            AddLeaf(node);
        }
        else
        {
            DropValue(facet, value);
        }
    }

    private void DropValue(FacetDefinition facet, ReadOnlySpan<char> value)
    {
        var kind = facet.Type == FacetType.Number ? "number" : "value";
        warnings.Add($"'{QueryWarnings.Excerpt(value)}' was ignored: it is no {kind} of {facet.Field}.");
        while (_tokens[^1].Kind is QueryTokenKind.Or or QueryTokenKind.Not)
        {
            _tokens.RemoveAt(_tokens.Count - 1);
        }
    }

    /// <summary>The words of one value, up to a sign or an operator.</summary>
    private string ReadWords()
    {
        var start = _at;
        var end = _at;
        while (_at < text.Length && text[_at] is not ('(' or ')' or '|' or ',' or ';' or '&') && !QueryCharacters.IsQuote(text[_at]))
        {
            var word = Math.Max(FindEnd(_at), _at + 1);
            if (end > start && QueryTerm.IsOperator(text.AsSpan(_at, word - _at)))
            {
                break;
            }

            var comma = text.AsSpan(_at, word - _at).IndexOfAny(',', ';');
            end = _at = comma < 0 ? word : _at + Math.Max(comma, 1);
            _at = SkipWhile(_at, char.IsWhiteSpace);
        }

        _at = end;
        return QueryCharacters.Normalize(text.AsSpan(start, end - start));
    }
}
