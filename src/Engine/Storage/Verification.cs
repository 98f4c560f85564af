namespace ProposalSearch.Engine.Storage;

/// <summary>Compares every byte of an index to what was written.</summary>
internal static class Verification
{
    private const int ReadBytes = 1 << 20;

    /// <summary>A sentence for each fault. An index without a manifest is empty, not faulty.</summary>
    public static IReadOnlyList<string> Verify(IndexDirectory directory)
    {
        try
        {
            return directory.OpenLatest(manifest => VerifyFiles(directory, manifest)) ?? [];
        }
        catch (IndexException error)
        {
            return [error.Message];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [$"{directory.FullPath(Manifest.FileName)}: the file cannot be read ({error.Message})"];
        }
    }

    /// <summary>Compares every byte of one file to what was written.</summary>
    /// <exception cref="IndexDamagedException">It is not what was written.</exception>
    public static void Check(IndexDirectory directory, SegmentFile file)
    {
        if (FindError(directory.FullPath(file.Name), file) is { } error)
        {
            throw error;
        }
    }

    private static List<string> VerifyFiles(IndexDirectory directory, Manifest manifest)
    {
        var faults = new List<string>();
        foreach (var file in manifest.AllFiles)
        {
            if (FindFault(directory.FullPath(file.Name), file) is { } fault)
            {
                faults.Add(fault);
            }
        }

        // Files that went because a commit came in between are no fault: look again at the new index.
        return faults.Count > 0 && directory.ReadManifest()?.Generation != manifest.Generation
            ? throw new IndexDamagedException(directory.Path, string.Join(' ', faults))
            : faults;
    }

    private static string? FindFault(string path, SegmentFile expected) => FindError(path, expected)?.Message;

    private static IndexException? FindError(string path, SegmentFile expected)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);
            Check(path, handle, expected);
            return null;
        }
        catch (IndexException error)
        {
            return error;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new IndexDamagedException(path, $"the manifest lists this file, but it cannot be read ({error.Message.TrimEnd('.')}).", error);
        }
    }

    private static void Check(string path, Microsoft.Win32.SafeHandles.SafeFileHandle handle, SegmentFile expected)
    {
        var length = RandomAccess.GetLength(handle);
        if (length != expected.Length)
        {
            throw new IndexDamagedException(
                path,
                $"the manifest says {expected.Length} bytes, but the file has {length}; it was cut short, or belongs to another index.");
        }

        var buffer = new byte[ReadBytes];
        var covered = length - FileFrame.FooterBytes;
        var checksum = Checksum.Start();
        for (long offset = 0; offset < covered; offset += ReadBytes)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(ReadBytes, covered - offset));
            ReadFully(path, handle, part, offset);
            checksum.Add(part);
        }

        var footer = buffer.AsSpan(0, FileFrame.FooterBytes);
        ReadFully(path, handle, footer, covered);
        var (content, stated) = FileFrame.CheckFooter(path, length, footer);
        checksum.AddLength(content);
        Compare(path, checksum.Value, stated, expected.Checksum);
    }

    private static void Compare(string path, ulong actual, ulong stated, ulong listed)
    {
        if (actual != stated)
        {
            throw new IndexDamagedException(
                path,
                $"its bytes have the checksum {actual:x16}, but its footer says {stated:x16}; the file is damaged.");
        }

        if (actual != listed)
        {
            throw new IndexDamagedException(
                path,
                $"it is sound, but its checksum is {actual:x16} and the manifest says {listed:x16}; it belongs to another index.");
        }
    }

    private static void ReadFully(string path, Microsoft.Win32.SafeHandles.SafeFileHandle handle, Span<byte> buffer, long offset)
    {
        while (!buffer.IsEmpty)
        {
            var read = RandomAccess.Read(handle, buffer, offset);
            if (read == 0)
            {
                throw new IndexDamagedException(path, $"the file ends at byte {offset}, before its end; it was cut short just now.");
            }

            buffer = buffer[read..];
            offset += read;
        }
    }
}
