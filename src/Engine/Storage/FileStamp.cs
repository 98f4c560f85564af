using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// The size of a file and the time when it was last written. Files of an index never change: one whose size or time is another than
/// before was damaged or replaced.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Modified">When it was last written, UTC.</param>
internal sealed record FileStamp(string Path, long Length, DateTime Modified)
{
    /// <summary>The size and time of an open file: whatever is written to it from now on changes them.</summary>
    public static FileStamp Of(string path, SafeFileHandle handle)
        => new(path, RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle));

    /// <summary>
    /// Compares with the file as it is now: a sentence that names it and says what has changed, or <see langword="null"/>.
    /// </summary>
    public string? FindChange()
    {
        try
        {
            var file = new FileInfo(Path);
            return !file.Exists ? $"{Path} is not there any more."
                : file.Length != Length ? FormattableString.Invariant($"{Path} had {Length} bytes and has {file.Length} now.")
                : file.LastWriteTimeUtc != Modified ? $"{Path} was written to."
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{Path} cannot be looked at ({error.Message.TrimEnd('.')}).";
        }
    }
}
