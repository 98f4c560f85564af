namespace ProposalSearch.Engine.Storage;

/// <summary>Compares every byte of an index to what was written.</summary>
internal static class Verification
{
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

    private static string? FindFault(string path, SegmentFile expected)
    {
        try
        {
            using var handle = CheckedReading.Open(path);
            CheckedReading.Read(path, handle, expected, new NothingKept());
            return null;
        }
        catch (IndexException error)
        {
            return error.Message;
        }
        catch (Exception error) when (CheckedReading.IsUnreadable(error))
        {
            return CheckedReading.Unreadable(path, error).Message;
        }
    }
}
