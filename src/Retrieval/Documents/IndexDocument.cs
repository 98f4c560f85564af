namespace ProposalSearch.Retrieval.Documents;

/// <summary>A document to be indexed.</summary>
public sealed class IndexDocument
{
    /// <summary>Its id, unique in the index.</summary>
    public required string Id { get; init; }

    /// <summary>Bytes that a hit gives back as they are; the engine does not look at them.</summary>
    public ReadOnlyMemory<byte> Stored { get; init; }

    /// <summary>Its text.</summary>
    public List<Section> Sections { get; } = [];

    /// <summary>Values of text columns, for facets and filters: column, value.</summary>
    public List<(string Column, string Value)> Values { get; } = [];

    /// <summary>Values of number columns, at most one a column.</summary>
    public List<(string Column, long Value)> Numbers { get; } = [];
}

/// <summary>A stretch of a document's text. A phrase never reaches from one section into the next.</summary>
/// <param name="Label">
/// What the section is, for whoever made the document; decides its weight (<see cref="IndexSettings.SectionWeights"/>) and can be searched
/// in.
/// </param>
/// <param name="Text">The text.</param>
public readonly record struct Section(int Label, string Text);
