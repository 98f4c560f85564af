namespace ProposalSearch.Retrieval.Documents;

/// <summary>Bytes that an index keeps beside its documents, for whoever made it; an engine does not look into them.</summary>
/// <param name="Name">Small letters, digits and hyphens, such as <c>completions</c>; each name once in an index.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="IsHistory">
/// Whether the bytes depend on how the index came about, by one build or by changes, so that they have no part in
/// <see cref="IndexIdentity.Build"/>.
/// </param>
public readonly record struct IndexBlob(string Name, ReadOnlyMemory<byte> Bytes, bool IsHistory = false);
