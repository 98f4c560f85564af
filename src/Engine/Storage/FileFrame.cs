using System.Buffers.Binary;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// What is around the content of every file of an index: a header of 64 bytes before and a footer of 16 bytes after it.
/// </summary>
/// <remarks>
/// All numbers in all files are little-endian, and are read in place from the opened file, so a big-endian machine is refused.
/// <code>
/// header   0  "PSEARCH" and a zero byte                                     8 bytes
///          8  kind (<see cref="FileKind"/>)                                 1 byte
///          9  version of the format                                         1 byte
///         10  zeros: content begins on a multiple of 64, so that aligned
///             content is aligned in memory too                             54 bytes
/// content 64  as the kind says                                              n bytes
/// footer      length n of the content                                       8 bytes
///             checksum of header, content and length (<see cref="Checksum"/>)   8 bytes
/// </code>
/// Example: a <see cref="FileKind.Settings"/> file whose content is the two bytes <c>01 02</c>, 82 bytes in all:
/// <code>
///  0  50 53 45 41 52 43 48 00  0B 02 00 00 00 00 00 00   "PSEARCH", kind 11, version 2, then zeros
/// 64  01 02                                              content
/// 66  02 00 00 00 00 00 00 00  ?? ?? ?? ?? ?? ?? ?? ??   length 2, checksum
/// </code>
/// </remarks>
internal static class FileFrame
{
    /// <summary>Bytes before the content.</summary>
    public const int HeaderBytes = 64;

    /// <summary>Bytes after the content.</summary>
    public const int FooterBytes = 16;

    /// <summary>The version that is written, and the only one that is read: an index is rebuilt, never migrated.</summary>
    public const byte Version = 2;

    private static ReadOnlySpan<byte> Magic => "PSEARCH\0"u8;

    /// <summary>Writes a header into the first 64 bytes, which must be zeros.</summary>
    public static void WriteHeader(Span<byte> header, FileKind kind)
    {
        Magic.CopyTo(header);
        header[8] = (byte)kind;
        header[9] = Version;
    }

    /// <summary>Writes a footer into the first 16 bytes.</summary>
    public static void WriteFooter(Span<byte> footer, long contentLength, ulong checksum)
    {
        BinaryPrimitives.WriteInt64LittleEndian(footer, contentLength);
        BinaryPrimitives.WriteUInt64LittleEndian(footer[8..], checksum);
    }

    /// <summary>Whether a file that starts like this was begun by a writer of ours, of any version: then it is ours to remove.</summary>
    public static bool IsOurs(ReadOnlySpan<byte> start) => start.IsEmpty || start.StartsWith(Magic) || !start.ContainsAnyExcept((byte)0);

    /// <summary>Checks all of a header but the checksum.</summary>
    public static void CheckHeader(string path, ReadOnlySpan<byte> header, FileKind kind)
    {
        if (!header.StartsWith(Magic))
        {
            throw new IndexDamagedException(
                path, "the first 8 bytes are not those of an index file; it is damaged, or another program wrote it.");
        }

        if (header[9] != Version)
        {
            throw new IndexVersionException(path, Version, header[9]);
        }

        if (header[8] != (byte)kind)
        {
            throw new IndexDamagedException(
                path,
                $"expected a file of kind {kind}, but its header says {Name(header[8])}; files were renamed or mixed up.");
        }

        if (header[10..HeaderBytes].ContainsAnyExcept((byte)0))
        {
            throw new IndexDamagedException(path, "bytes 10 to 63 of the header are not zeros; the file is damaged.");
        }
    }

    /// <summary>Checks that the file is as long as its footer says, and gives the length of the content and the checksum stated.</summary>
    public static (long ContentLength, ulong Checksum) CheckFooter(string path, long fileLength, ReadOnlySpan<byte> footer)
    {
        var stated = BinaryPrimitives.ReadInt64LittleEndian(footer);
        var actual = fileLength - HeaderBytes - FooterBytes;
        if (stated != actual)
        {
            throw new IndexDamagedException(
                path,
                $"the footer says {stated} bytes of content, but there are {actual}; the file was cut short, or is damaged.");
        }

        return (actual, BinaryPrimitives.ReadUInt64LittleEndian(footer[8..]));
    }

    /// <summary>Checks that a file can hold header and footer at all.</summary>
    public static void CheckLength(string path, long fileLength)
    {
        if (fileLength < HeaderBytes + FooterBytes)
        {
            throw new IndexDamagedException(
                path,
                $"{fileLength} bytes are fewer than header and footer take ({HeaderBytes + FooterBytes}); the file was cut short.");
        }
    }

    /// <summary>Refuses a machine whose numbers in memory are not those of the files.</summary>
    public static void CheckMachine()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException(
                "Index files are little-endian and read in place: this machine is big-endian and cannot read or write them.");
        }
    }

    private static string Name(byte kind) => Enum.IsDefined((FileKind)kind) ? ((FileKind)kind).ToString() : $"unknown kind {kind}";
}
