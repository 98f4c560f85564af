using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>Names with a colon: scopes, facets and sections, and those that are none.</summary>
internal sealed partial class QueryLexer
{
    private bool EndsWithSection => _tokens.Count > 0 && _tokens[^1].Kind == QueryTokenKind.Section;

    private bool ReadField(ReadOnlySpan<char> term)
    {
        var colon = term.IndexOf(':');
        if (colon < 1 || !IsFieldName(term[..colon]))
        {
            return false;
        }

        var name = term[..colon];
        var value = term[(colon + 1)..];
        if (EndsWithSection)
        {
            return ReadLiterally(name, value);
        }

        return ReadScope(name, value)
            || ReadFacet(name, value)
            || ReadSection(name, colon)
            || (Warn(name, value) && ReadLiterally(name, value));
    }

    private bool ReadScope(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!name.Equals("in", StringComparison.OrdinalIgnoreCase) || options.Section(QueryField.Trim(value)) is not { } section)
        {
            return false;
        }

        _at += name.Length + 1 + value.Length;
        Add(new QueryToken(QueryTokenKind.Scope, Name: section));
        CountLeaf();
        return true;
    }

    private bool ReadFacet(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (QuerySections.All.Contains(name.ToString(), StringComparer.OrdinalIgnoreCase) || options.Facet(name) is not { } facet)
        {
            return false;
        }

        var from = _at + name.Length + 1;
        if (from < text.Length && text[from] == '(')
        {
            BeginFacet(facet, from);
            return true;
        }

        if (facet.Type == FacetType.Number && ReadNumber(NumberValue.Read(facet, text, from, warnings)))
        {
            return true;
        }

        if (value is ['!', _, ..] && QueryField.Read(facet, value) is not null)
        {
            Add(QueryTokenKind.Not);
        }

        return value.IsEmpty && facet.Type == FacetType.Text && from < text.Length && QueryCharacters.IsQuote(text[from])
            ? ReadQuotedFacet(facet, from)
            : ReadPlainFacet(facet, value, from);
    }

    private bool ReadQuotedFacet(FacetDefinition facet, int from)
    {
        _at = from;
        var quoted = ReadQuoted();
        ReadSlop();
        if (quoted.Length == 0)
        {
            return Dropped($"'{facet.Field}:' without a value was ignored.");
        }

        AddLeaf(new FacetNode(facet.Field, quoted));
        return true;
    }

    private bool ReadPlainFacet(FacetDefinition facet, ReadOnlySpan<char> value, int from)
    {
        if (QueryField.Read(facet, value) is not { } node)
        {
            return value.IsEmpty && Warned($"'{facet.Field}:' was read as a word: its value stands right behind the colon.");
        }

        WarnOfStar(facet, value);

        _at = from + value.Length;
        AddLeaf(node);
        return true;
    }

    private bool Warned(string warning)
    {
        warnings.Add(warning);
        return false;
    }

    private bool Dropped(string warning)
    {
        warnings.Add(warning);
        DropDanglingSigns();
        return true;
    }

    private bool ReadSection(ReadOnlySpan<char> name, int colon)
    {
        if (options.Section(name) is not { } section)
        {
            return false;
        }

        var start = _at;
        _at += colon + 1;
        SkipTrimmed();
        if (!IsOperandNext())
        {
            _at = start;
            return false;
        }

        Add(new QueryToken(QueryTokenKind.Section, Name: section));
        return true;
    }

    private bool Warn(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!value.StartsWith("//", StringComparison.Ordinal) && IsLetters(name) && QueryCharacters.HasContent(value))
        {
            warnings.Add(QueryField.Unknown(name, value, options));
        }

        return true;
    }

    /// <summary>
    /// Name and value as words of their own, with the signs before the name on both. Only names of letters part so: <c>10:30</c> is one
    /// word.
    /// </summary>
    private bool ReadLiterally(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (value.StartsWith("//", StringComparison.Ordinal) || !IsLetters(name))
        {
            return false;
        }

        var signs = _tokens.Count;
        while (signs > 0 && _tokens[signs - 1].Kind is QueryTokenKind.Plus or QueryTokenKind.Minus or QueryTokenKind.Section)
        {
            signs--;
        }

        var prefix = _tokens[signs..];
        _at += name.Length + 1;
        AddLeaf(QueryTerm.Word(name));
        SkipTrimmed();
        if (IsOperandNext())
        {
            _tokens.AddRange(prefix);
        }

        return true;
    }

    private static bool IsFieldName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        return char.IsLetter(name[0]);
    }

    private static bool IsLetters(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }
}
