using System.Globalization;
using System.Text;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>A tree to text that reads as the same tree.</summary>
internal static class QueryPrinter
{
    /// <summary>Spells a tree out.</summary>
    public static string Print(QueryNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, QueryNode node)
    {
        switch (node)
        {
            case GroupNode group:
                AppendGroup(text, group);
                break;
            case WithinNode within when IsPrefixed(within):
                text.Append(within.Sections[0]).Append(':');
                AppendOperand(text, within.Inner);
                break;
            case WithinNode within:
                AppendScopes(text, within);
                break;
            default:
                AppendLeaf(text, node);
                break;
        }
    }

    private static void AppendGroup(StringBuilder text, GroupNode group)
    {
        var separator = group.IsAnyOf ? " OR " : " AND ";
        for (var at = 0; at < group.Clauses.Count; at++)
        {
            var clause = group.Clauses[at];
            text.Append(at == 0 ? "" : separator).Append(clause.Occurrence == Occurrence.Excluded ? "NOT " : "");
            AppendOperand(text, clause.Node);
        }
    }

    private static void AppendScopes(StringBuilder text, WithinNode within)
    {
        text.AppendJoin(" AND ", within.Sections.Select(section => $"in:{section}"));
        switch (within.Inner)
        {
            case EverythingNode:
                break;
            case GroupNode { IsAnyOf: false } group:
                Append(text.Append(" AND "), group);
                break;
            default:
                AppendOperand(text.Append(" AND "), within.Inner);
                break;
        }
    }

    /// <summary>A node as a part of another: in brackets unless it is a single piece.</summary>
    private static void AppendOperand(StringBuilder text, QueryNode node)
    {
        if (node is GroupNode || (node is WithinNode within && !IsPrefixed(within)))
        {
            text.Append('(');
            Append(text, node);
            text.Append(')');
        }
        else
        {
            Append(text, node);
        }
    }

    private static bool IsPrefixed(WithinNode within) =>
        within.Sections.Count == 1
        && within.Inner is not (EverythingNode or WithinNode or FacetNode or RangeNode)
        && QuerySections.All.Contains(within.Sections[0], StringComparer.Ordinal);

    private static void AppendLeaf(StringBuilder text, QueryNode node) => _ = node switch
    {
        WordNode word => text.Append(word.Text),
        PhraseNode { Slop: 0 } phrase => text.Append('"').Append(phrase.Text).Append('"'),
        PhraseNode phrase => text.Append(CultureInfo.InvariantCulture, $"\"{phrase.Text}\"~{phrase.Slop}"),
        PrefixNode prefix => text.Append(prefix.Text).Append('*'),
        WildcardNode wildcard => text.Append(wildcard.Pattern),
        FuzzyNode fuzzy => text.Append(CultureInfo.InvariantCulture, $"{fuzzy.Text}~{fuzzy.Edits}"),
        FacetNode facet => text.Append(facet.Field).Append(':').Append(Quoted(facet.Value)),
        RangeNode range => text.Append(CultureInfo.InvariantCulture, $"{range.Field}:{range.From}..{range.To}"),
        _ => text.Append('*'),
    };

    private static string Quoted(string value) =>
        value == FacetFilter.Missing
            || (char.IsLetterOrDigit(value[0]) && char.IsLetterOrDigit(value[^1]) && value.All(IsPlain))
            || IsNumber(value)
            ? value
            : $"\"{value}\"";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private static bool IsNumber(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
