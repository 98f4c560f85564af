namespace ProposalSearch.Retrieval.Documents;

/// <summary>Bytes that an index keeps beside its documents, for whoever made it; an engine does not look into them.</summary>
/// <param name="Name">Small letters, digits and hyphens, such as <c>completions</c>; each name once in an index.</param>
/// <param name="Bytes">The bytes.</param>
public readonly record struct IndexBlob(string Name, ReadOnlyMemory<byte> Bytes);
