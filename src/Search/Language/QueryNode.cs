using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>
/// A part of a query as it was written: pure syntax, before any analysis of its words. Nodes are immutable and compare by
/// content.
/// </summary>
public abstract record QueryNode;

/// <summary>Everything: <c>*</c>.</summary>
public sealed record EverythingNode : QueryNode;

/// <summary>
/// A word in any of its inflected forms. An analyzer may find several tokens in it (<c>well-being</c>), or none (<c>🙂</c>).
/// </summary>
/// <param name="Text">The word as typed, without punctuation around it; never empty.</param>
public sealed record WordNode(string Text) : QueryNode;

/// <summary>These words, in this form and order: <c>"not available"</c>.</summary>
/// <param name="Text">The text between the quotes, with single spaces; never empty.</param>
/// <param name="Slop">How many positions the words may be moved apart, 0 to <see cref="QueryText.MaxSlop"/>.</param>
public sealed record PhraseNode(string Text, int Slop) : QueryNode;

/// <summary>Words that begin with something: <c>educat*</c>.</summary>
/// <param name="Text">The beginning, without the star: letters, digits and apostrophes; never empty.</param>
public sealed record PrefixNode(string Text) : QueryNode;

/// <summary>Words of a pattern: <c>sk?te*</c>.</summary>
/// <param name="Pattern"><c>*</c> stands for any characters, <c>?</c> for one; at least one character is neither.</param>
public sealed record WildcardNode(string Pattern) : QueryNode;

/// <summary>Words that differ by a few characters: <c>povrety~1</c>.</summary>
/// <param name="Text">The word: letters, digits and apostrophes; never empty.</param>
/// <param name="Edits">Characters inserted, deleted, replaced or swapped with their neighbour: 1 or 2.</param>
public sealed record FuzzyNode(string Text, int Edits) : QueryNode;

/// <summary>Proposals with a facet value: <c>category:learn</c>. Excluded by a clause, those without it.</summary>
/// <param name="Field">The facet's name as the schema spells it.</param>
/// <param name="Value">The value as typed, or <see cref="FacetFilter.Missing"/>; never empty.</param>
public sealed record FacetNode(string Field, string Value) : QueryNode;

/// <summary>Proposals with a number between two ends: <c>year:2016..2020</c>.</summary>
/// <param name="Field">The facet's name as the schema spells it.</param>
/// <param name="From">The least number, or <see langword="null"/> for an open end; not both ends are open.</param>
/// <param name="To">The greatest number, not below <paramref name="From"/>, or <see langword="null"/>.</param>
public sealed record RangeNode(string Field, long? From, long? To) : QueryNode;

/// <summary>
/// A part of a query that is looked for in some sections only: <c>in:evaluation survey</c>, <c>title:poverty</c>. Facet
/// values within it are not affected. With <see cref="EverythingNode"/> inside: proposals that have such a section.
/// </summary>
/// <param name="Sections">Canonical questions, or <see cref="QuerySections"/>; any of them will do. Never empty, no duplicates.</param>
/// <param name="Inner">What is looked for.</param>
public sealed record WithinNode(IReadOnlyList<string> Sections, QueryNode Inner) : QueryNode
{
    /// <summary>Same sections in the same order, same content.</summary>
    public bool Equals(WithinNode? other) =>
        other is not null && Sections.SequenceEqual(other.Sections, StringComparer.Ordinal) && Inner.Equals(other.Inner);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sections.Count, Sections[0], Inner);
}

/// <summary>
/// Several clauses together. Either all of them are <see cref="Occurrence.Optional"/>, and one of them is enough; or none
/// is: then all required ones must match and no excluded one may. With excluded clauses only, everything else matches.
/// </summary>
/// <param name="Clauses">Two or more clauses, or a single excluded one.</param>
public sealed record GroupNode(IReadOnlyList<QueryClause> Clauses) : QueryNode
{
    /// <summary>Whether one of the clauses is enough.</summary>
    public bool IsAnyOf => Clauses[0].Occurrence == Occurrence.Optional;

    /// <summary>Same clauses in the same order.</summary>
    public bool Equals(GroupNode? other) => other is not null && Clauses.SequenceEqual(other.Clauses);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Clauses.Count, Clauses[0]);
}

/// <summary>A part of a <see cref="GroupNode"/>.</summary>
/// <param name="Occurrence">Whether it must match, may match, or must not.</param>
/// <param name="Node">What it is.</param>
public readonly record struct QueryClause(Occurrence Occurrence, QueryNode Node);

/// <summary>What a clause means for its group.</summary>
public enum Occurrence
{
    /// <summary>It must match.</summary>
    Required,

    /// <summary>It may match, and one of its kind must.</summary>
    Optional,

    /// <summary>It must not match.</summary>
    Excluded,
}
