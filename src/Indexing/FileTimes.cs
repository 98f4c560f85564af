using System.Security;
using System.Security.Cryptography;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>
/// Which hash a file had when it had this length and time of change, so that a file that nobody touched need not be read to know its
/// hash. It is kept beside the index, not in it: times differ from machine to machine. Without it, files are read and hashed.
/// </summary>
/// <remarks>
/// <code>
/// file  := digest:32 entry*                   digest: SHA-256 of the entries
/// entry := path:text length:i64 ticks:i64 hash:32
/// </code>
/// A program that writes other bytes of the same number and sets the time of change back is not noticed.
/// </remarks>
internal sealed class FileTimes
{
    /// <summary>Its name in the folder of the index.</summary>
    public const string FileName = "source-times";

    private const int HashSize = SHA256.HashSizeInBytes;

    // A file that changed so shortly before it was read may change again within one tick of the file system's clock.
    private static readonly long Settling = TimeSpan.FromSeconds(2).Ticks;

    // A run writes only what changed since the file of all was written, until an eighth has.
    private const string ChangesName = "source-times-changed";
    private const int FewChanges = 64;
    private const int ShareOfChanges = 8;

    private readonly Dictionary<string, (FileStamp Stamp, string Hash)> _all;
    private readonly Dictionary<string, (FileStamp Stamp, string Hash)> _changes;

    private FileTimes(Dictionary<string, (FileStamp Stamp, string Hash)> all, Dictionary<string, (FileStamp Stamp, string Hash)> changes) =>
        (_all, _changes) = (all, changes);

    /// <summary>No times.</summary>
    public static FileTimes None { get; } = new([], []);

    /// <summary>The times that were kept in a folder; none where there are none, or where they are damaged.</summary>
    /// <param name="folder">The folder of the index; <see langword="null"/> where it has none.</param>
    public static FileTimes Read(string? folder) => folder is null ? None
        : new(ReadFile(Path.Combine(folder, FileName)), ReadFile(Path.Combine(folder, ChangesName)));

    /// <summary>The hash of a file that looks as it did, or <see langword="null"/>.</summary>
    public string? HashOf(string path, FileStamp? stamp)
        => stamp is { } now && (_changes.TryGetValue(path, out var entry) || _all.TryGetValue(path, out entry)) && entry.Stamp == now
            ? entry.Hash : null;

    /// <summary>Keeps the times of files, in place of those that were kept. Where the folder cannot be written, none are kept.</summary>
    /// <param name="folder">The folder of the index; <see langword="null"/> where it has none, and nothing is kept.</param>
    /// <param name="before">Those that were kept.</param>
    /// <param name="files">Path, look and hash of each.</param>
    /// <param name="read">When the first of them was looked at.</param>
    public static void Write(
        string? folder, FileTimes before, IEnumerable<(string Path, FileStamp? Stamp, string Hash)> files, DateTimeOffset read)
    {
        if (folder is null)
        {
            return;
        }

        List<(string Path, FileStamp Stamp, string Hash)> all = [.. files
            .Where(file => file.Hash.Length > 0 && file.Stamp is { } look && look.Ticks < read.UtcTicks - Settling)
            .Select(static file => (file.Path, file.Stamp!.Value, file.Hash))];
        var changes = all.FindAll(file => !before._all.TryGetValue(file.Path, out var entry) || entry != (file.Stamp, file.Hash));
        var isFew = before._all.Count > 0 && changes.Count <= Math.Max(FewChanges, all.Count / ShareOfChanges);
        if (!isFew)
        {
            Replace(Path.Combine(folder, FileName), Bytes(all));
            Remove(Path.Combine(folder, ChangesName));
        }
        else if (changes.Count != before._changes.Count
            || changes.Exists(file => before._changes.GetValueOrDefault(file.Path) != (file.Stamp, file.Hash)))
        {
            Replace(Path.Combine(folder, ChangesName), Bytes(changes));
        }
    }

    private static byte[] Bytes(List<(string Path, FileStamp Stamp, string Hash)> files)
    {
        var writer = new ByteWriter();
        foreach (var (path, look, hash) in files)
        {
            writer.Text(path);
            writer.Int64(look.Length);
            writer.Int64(look.Ticks);
            writer.Bytes(Convert.FromHexString(hash));
        }

        return writer.ToArray();
    }

    private static Dictionary<string, (FileStamp Stamp, string Hash)> ReadFile(string path)
    {
        var known = new Dictionary<string, (FileStamp, string)>(StringComparer.Ordinal);
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length >= HashSize && SHA256.HashData(bytes.AsSpan(HashSize)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashSize)))
            {
                ReadEntries(bytes, known);
            }
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            // Then all files are hashed, which takes longer and is as right.
        }

        return known;
    }

    private static void ReadEntries(byte[] bytes, Dictionary<string, (FileStamp, string)> known)
    {
        var reader = new ByteReader(bytes.AsSpan(HashSize));
        while (!reader.AtEnd)
        {
            known[reader.Text()] = (new FileStamp(reader.Int64(), reader.Int64()), Convert.ToHexStringLower(reader.Bytes(HashSize)));
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            // What it says was true of the files then.
        }
    }

    private static void Replace(string path, byte[] entries)
    {
        try
        {
            File.WriteAllBytes(path + ".new", [.. SHA256.HashData(entries), .. entries]);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            // The next run hashes all files.
        }
    }

    private static bool IsRefusal(Exception fault) => fault is IOException or UnauthorizedAccessException or SecurityException;
}

/// <summary>What can be seen of a file without opening it.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Ticks">When it was last written to, in ticks of UTC.</param>
internal readonly record struct FileStamp(long Length, long Ticks)
{
    /// <summary>
    /// The stamp of a file; <see langword="null"/> where there is none, and for links, which have times of their own. That of a file
    /// whose keys are in another is of both, that of a list is of all lists of its name; a file that has another's keys has another stamp
    /// than it would have alone.
    /// </summary>
    public static FileStamp? Of(SourceFile file)
    {
        if (file.IsCompanion && OfOne(file) is { } keys)
        {
            return keys with { Length = -1 - keys.Length };
        }

        SourceFile[] besides = file.Companion is { } companion ? [companion] : [.. file.Alike];
        var stamp = OfOne(file);
        foreach (var other in besides)
        {
            stamp = stamp is { } own && OfOne(other) is { } beside
                ? new FileStamp(own.Length + beside.Length, Math.Max(own.Ticks, beside.Ticks))
                : null;
        }

        return stamp;
    }

    private static FileStamp? OfOne(SourceFile file)
    {
        try
        {
            var info = new FileInfo(file.FullPath);
            var isFile = info.Exists && !info.Attributes.HasFlag(FileAttributes.ReparsePoint);
            return isFile ? new FileStamp(info.Length, info.LastWriteTimeUtc.Ticks) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SecurityException)
        {
            return null;
        }
    }
}
