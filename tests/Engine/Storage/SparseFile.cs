using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Tests.Storage;

/// <summary>
/// A file of an index of many gigabytes, of which next to nothing is on the disk: what is not written is a hole of zeros.
/// </summary>
internal static class SparseFile
{
    /// <summary>Makes and opens a file. Its checksum is wrong: opening does not compare it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="length">Bytes of content.</param>
    /// <param name="parts">What is in the content, and where.</param>
    public static OpenedFile Open(string path, FileKind kind, long length, params (long Offset, byte[] Bytes)[] parts)
    {
        using (var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write))
        {
            var (header, footer) = (new byte[FileFrame.HeaderBytes], new byte[FileFrame.FooterBytes]);
            FileFrame.WriteHeader(header, kind);
            FileFrame.WriteFooter(footer, length, 0);
            RandomAccess.Write(handle, header, 0);
            foreach (var (offset, bytes) in parts)
            {
                RandomAccess.Write(handle, bytes, FileFrame.HeaderBytes + offset);
            }

            RandomAccess.Write(handle, footer, FileFrame.HeaderBytes + length);
        }

        return OpenedFile.Open(path, kind);
    }
}
