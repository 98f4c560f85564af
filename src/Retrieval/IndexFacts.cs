
namespace ProposalSearch.Retrieval;

/// <summary>Which index answered.</summary>
/// <param name="Build">A digest of the index's content: the same sources and schema give the same build.</param>
/// <param name="BuiltAt">When it was published.</param>
/// <param name="Documents">Proposals in it.</param>
/// <param name="Backend">The backend's name, such as <c>embedded</c>.</param>
public sealed record IndexIdentity(string Build, DateTimeOffset BuiltAt, long Documents, string Backend);

/// <summary>Counts and sizes of an index, for people who run it.</summary>
/// <param name="Documents">Proposals.</param>
/// <param name="Segments">Immutable parts of the index.</param>
/// <param name="Terms">Distinct terms, stemmed and exact ones together.</param>
/// <param name="Tokens">Words of all proposals.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Files">Each file with its size in bytes.</param>
public sealed record IndexStatistics(long Documents, int Segments, long Terms, long Tokens, long Bytes, IReadOnlyList<IndexFile> Files);

/// <summary>A file of an index.</summary>
/// <param name="Name">Relative to the index folder.</param>
/// <param name="Bytes">Its size.</param>
public sealed record IndexFile(string Name, long Bytes);
