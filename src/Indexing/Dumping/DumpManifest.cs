namespace ProposalSearch.Indexing.Dumping;

/// <summary>What a dump is of, and which files it has. Names are snake_case in its JSON.</summary>
/// <param name="Format">The version of what is in the files: <see cref="CurrentFormat"/>.</param>
/// <param name="Build">The edition of the index that it was made of: see <see cref="Retrieval.IndexIdentity.Build"/>.</param>
/// <param name="BuiltAt">When that edition was published.</param>
/// <param name="Proposals">How many there are.</param>
/// <param name="Files">Its files.</param>
public sealed record DumpManifest(int Format, string Build, DateTimeOffset BuiltAt, long Proposals, IReadOnlyList<DumpFile> Files)
{
    /// <summary>The version that this program writes.</summary>
    public const int CurrentFormat = 1;
}

/// <summary>A file of a dump.</summary>
/// <param name="Name">Its name, which no other content ever has.</param>
/// <param name="Type">What it is once it is unpacked.</param>
/// <param name="Compression">How it is packed.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The digest of its bytes, in lower-case hexadecimal.</param>
/// <param name="UnpackedBytes">Its size once it is unpacked.</param>
/// <param name="UnpackedSha256">The digest of what it is once it is unpacked.</param>
public sealed record DumpFile(
    string Name, string Type, string Compression, long Bytes, string Sha256, long UnpackedBytes, string UnpackedSha256);
