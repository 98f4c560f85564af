namespace ProposalSearch.Engine.Storage;

/// <summary>A complete file, as a manifest lists it.</summary>
/// <param name="Name">Its name in the folder of the index.</param>
/// <param name="Length">Bytes of the whole file, header and footer included.</param>
/// <param name="Checksum">What its footer states, so that an intact file of another index under this name is noticed.</param>
public sealed record SegmentFile(string Name, long Length, ulong Checksum);
