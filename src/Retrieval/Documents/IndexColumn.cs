namespace ProposalSearch.Retrieval.Documents;

/// <summary>A column: what documents are filtered, counted and sorted by.</summary>
/// <param name="Name">Its name, as <see cref="IndexDocument.Values"/> and <see cref="IndexDocument.Numbers"/> have it.</param>
/// <param name="Kind">What it holds.</param>
public readonly record struct IndexColumn(string Name, ColumnKind Kind);

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Texts, any number a document.</summary>
    Text,

    /// <summary>Whole numbers of 64 bits, one a document at most.</summary>
    Number,
}
