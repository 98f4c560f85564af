using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// A file with bytes that the engine's user keeps with the index: the frame of every file (<see cref="FileFrame"/>) around the bytes as
/// they are. Its name tells the commit and the blob: <c>g12.completions</c>.
/// </summary>
internal static class BlobFile
{
    /// <summary>Writes a blob as a file of a commit.</summary>
    public static SegmentFile Write(IndexDirectory directory, long generation, IndexBlob blob)
    {
        using var file = directory.CreateFile($"g{generation}.{blob.Name}", FileKind.Blob);
        file.Write(blob.Bytes.Span);
        return file.Complete();
    }

    /// <summary>The name of the blob in a file.</summary>
    public static string NameOf(SegmentFile file) => Path.GetExtension(file.Name)[1..];
}
