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

    private readonly Dictionary<string, (FileStamp Stamp, string Hash)> _known;

    private FileTimes(Dictionary<string, (FileStamp Stamp, string Hash)> known) => _known = known;

    /// <summary>The times that were kept in a folder; none where there are none, or where they are damaged.</summary>
    public static FileTimes Read(string folder)
    {
        var known = new Dictionary<string, (FileStamp, string)>(StringComparer.Ordinal);
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, FileName));
            if (bytes.Length >= HashSize && SHA256.HashData(bytes.AsSpan(HashSize)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashSize)))
            {
                ReadEntries(bytes, known);
            }
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            // Then all files are hashed, which takes longer and is as right.
        }

        return new FileTimes(known);
    }

    /// <summary>The hash of a file that looks as it did, or <see langword="null"/>.</summary>
    public string? HashOf(string path, FileStamp? stamp)
        => stamp is { } now && _known.TryGetValue(path, out var entry) && entry.Stamp == now ? entry.Hash : null;

    /// <summary>Keeps the times of files, in place of those that were kept. Where the folder cannot be written, none are kept.</summary>
    /// <param name="folder">The folder of the index.</param>
    /// <param name="files">Path, look and hash of each.</param>
    /// <param name="read">When the first of them was looked at.</param>
    public static void Write(string folder, IEnumerable<(string Path, FileStamp? Stamp, string Hash)> files, DateTimeOffset read)
    {
        var writer = new ByteWriter();
        foreach (var (path, stamp, hash) in files)
        {
            if (stamp is { } look && hash.Length > 0 && look.Ticks < read.UtcTicks - Settling)
            {
                writer.Text(path);
                writer.Int64(look.Length);
                writer.Int64(look.Ticks);
                writer.Bytes(Convert.FromHexString(hash));
            }
        }

        Replace(folder, writer.ToArray());
    }

    private static void ReadEntries(byte[] bytes, Dictionary<string, (FileStamp, string)> known)
    {
        var reader = new ByteReader(bytes.AsSpan(HashSize));
        while (!reader.AtEnd)
        {
            known[reader.Text()] = (new FileStamp(reader.Int64(), reader.Int64()), Convert.ToHexStringLower(reader.Bytes(HashSize)));
        }
    }

    private static void Replace(string folder, byte[] entries)
    {
        var path = Path.Combine(folder, FileName);
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
    /// <summary>The stamp of a file; <see langword="null"/> where there is none, and for links, which have times of their own.</summary>
    public static FileStamp? Of(SourceFile file)
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
