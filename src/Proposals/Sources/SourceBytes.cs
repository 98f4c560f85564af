using System.Security;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// The bytes of a file, never more than the limit. A file of no length is not opened: pipes, sockets and devices have none either, and to
/// open them may wait for ever.
/// </summary>
internal static class SourceBytes
{
    private const string GiveRight = "Give the account that runs the indexer the right to read it, or remove it from the source.";

    /// <summary>Reads a file; false where it cannot be, with the reason among the faults.</summary>
    public static bool TryRead(SourceFile file, long limit, SourceReading reading, out byte[] bytes)
    {
        bytes = [];
        try
        {
            var length = new FileInfo(file.FullPath).Length;
            if (length > 0)
            {
                bytes = ReadUpTo(file.FullPath, limit, out length);
            }

            if (length > limit)
            {
                reading.Fail(
                    null,
                    $"The file has {length} bytes, more than the limit of {limit}.",
                    "Split it, or raise 'limits: file_bytes' in the schema.");
            }

            return length <= limit;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            var (cause, remedy) = failure is FileNotFoundException
                ? ("There is no such file any more, or it is a link that leads nowhere.", "Remove the link, or put the file there.")
                : ($"The file cannot be opened: {failure.Message}", GiveRight);
            reading.Fail(null, cause, remedy);
            return false;
        }
    }

    /// <summary>Reads as many bytes as the file has now, and none where they are too many.</summary>
    private static byte[] ReadUpTo(string path, long limit, out long length)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        length = RandomAccess.GetLength(handle);
        if (length > limit)
        {
            return [];
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)length);
        var filled = 0;
        while (filled < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(filled), filled) is var read and > 0)
        {
            filled += read;
        }

        return filled == bytes.Length ? bytes : bytes[..filled];
    }
}
