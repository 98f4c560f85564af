namespace ProposalSearch.Search.Language;

/// <summary>Tokens to a tree, by recursive descent that goes no deeper than <see cref="QueryTextOptions.MaxDepth"/> brackets.</summary>
internal sealed class QueryParser(List<QueryToken> tokens, QueryTextOptions options, QueryWarnings warnings)
{
    private int _at;
    private int _tooDeep;

    /// <summary>The whole query, or <see langword="null"/> where there is nothing in it.</summary>
    public QueryNode? Parse() => ParseSequence(0);

    private QueryTokenKind? Next => _at < tokens.Count ? tokens[_at].Kind : null;

    /// <summary>What stands side by side, to the end or to the bracket that closes it.</summary>
    private QueryNode? ParseSequence(int depth)
    {
        var items = new List<QueryItem>();
        while (Next is { } kind)
        {
            if (kind == QueryTokenKind.Close)
            {
                if (depth > 0 && _tooDeep == 0)
                {
                    break;
                }

                SkipClose();
            }
            else if (ParseAlternatives(depth) is { } item)
            {
                items.Add(item);
            }
        }

        return options.AnyWord ? QueryTree.AnyWanted(items) : QueryTree.All(items);
    }

    private void SkipClose()
    {
        _at++;
        if (_tooDeep > 0)
        {
            _tooDeep--;
        }
        else
        {
            warnings.Add("A ')' that closes nothing was ignored.");
        }
    }

    private QueryItem? ParseAlternatives(int depth)
    {
        var items = ParseList(QueryTokenKind.Or, "OR", depth, ParseConjunction);
        return items.Count switch
        {
            0 => null,
            1 => items[0],
            _ => QueryTree.Any(items.Select(item => item.AsNode())) is { } any ? QueryItem.Wanted(any) : null,
        };
    }

    private QueryItem? ParseConjunction(int depth)
    {
        var items = ParseList(QueryTokenKind.And, "AND", depth, ParseFactor);
        return items.Count switch
        {
            0 => null,
            1 => items[0],
            _ => QueryTree.All(items) is { } all ? QueryItem.Wanted(all) : null,
        };
    }

    private List<QueryItem> ParseList(QueryTokenKind separator, string name, int depth, Func<int, QueryItem?> parse)
    {
        var items = new List<QueryItem>();
        var expected = false;
        while (true)
        {
            var start = _at;
            if (parse(depth) is { } item)
            {
                items.Add(item);
            }

            if ((_at == start && expected) || (_at == start && Next == separator))
            {
                warnings.Add($"'{name}' with nothing on one of its sides was ignored.");
            }

            if (Next != separator)
            {
                return items;
            }

            _at++;
            expected = true;
        }
    }

    private QueryItem? ParseFactor(int depth)
    {
        var occurrence = (Occurrence?)null;
        while (Next is QueryTokenKind.Not or QueryTokenKind.Minus or QueryTokenKind.Plus)
        {
            occurrence = tokens[_at++].Kind switch
            {
                QueryTokenKind.Plus => occurrence ?? Occurrence.Required,
                QueryTokenKind.Minus => Occurrence.Excluded,
                _ => occurrence == Occurrence.Excluded ? Occurrence.Required : Occurrence.Excluded,
            };
        }

        if (Next == QueryTokenKind.Scope)
        {
            var section = tokens[_at++].Name!;
            return occurrence == Occurrence.Excluded
                ? new QueryItem(QueryTree.Within([section], null), occurrence)
                : QueryItem.ForScope(section);
        }

        var start = _at;
        if (ParsePrimary(depth) is { } node)
        {
            return new QueryItem(node, occurrence);
        }

        if (occurrence is not null && start == _at)
        {
            warnings.Add("'NOT' with nothing after it was ignored.");
        }

        return null;
    }

    private QueryNode? ParsePrimary(int depth)
    {
        while (Next is { } kind)
        {
            switch (kind)
            {
                case QueryTokenKind.Leaf:
                    return tokens[_at++].Node;

                case QueryTokenKind.Section:
                    var section = tokens[_at++].Name!;
                    return ParsePrimary(depth) is { } inner ? QueryTree.Within([section], inner) : null;

                case QueryTokenKind.Open when depth < options.MaxDepth:
                    return ParseGroup(depth);

                case QueryTokenKind.Open:
                    _at++;
                    _tooDeep++;
                    warnings.Add(FormattableString.Invariant($"Brackets more than {options.MaxDepth} deep were ignored."));
                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    private QueryNode? ParseGroup(int depth)
    {
        _at++;
        var node = ParseSequence(depth + 1);
        if (Next == QueryTokenKind.Close)
        {
            _at++;
        }
        else
        {
            warnings.Add("A '(' that is not closed was closed at the end of the query.");
        }

        return node;
    }
}
