namespace ProposalSearch.Search.Language;

/// <summary>A piece of a query's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">The node of a <see cref="QueryTokenKind.Leaf"/>.</param>
/// <param name="Name">The section of a <see cref="QueryTokenKind.Section"/> or <see cref="QueryTokenKind.Scope"/>.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, QueryNode? Node = null, string? Name = null)
{
    /// <summary>Whether it is written with letters.</summary>
    public bool IsOperatorWord => Kind is QueryTokenKind.And or QueryTokenKind.Or or QueryTokenKind.Not;
}

/// <summary>The kinds of pieces of a query's text.</summary>
internal enum QueryTokenKind
{
    /// <summary>A word, a phrase or a filter.</summary>
    Leaf,

    /// <summary><c>(</c> that groups.</summary>
    Open,

    /// <summary><c>)</c> that closes a group, or nothing.</summary>
    Close,

    /// <summary><c>AND</c>.</summary>
    And,

    /// <summary><c>OR</c> or <c>|</c>.</summary>
    Or,

    /// <summary><c>NOT</c>.</summary>
    Not,

    /// <summary><c>+</c> right before what it applies to.</summary>
    Plus,

    /// <summary><c>-</c> right before what it applies to.</summary>
    Minus,

    /// <summary><c>title:</c> right before what it applies to.</summary>
    Section,

    /// <summary><c>in:evaluation</c>, which applies to all that stands beside it.</summary>
    Scope,
}
