using System.Buffers.Binary;
using System.Text;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// The content of the manifest file, between the header and the footer of every file (<see cref="FileFrame"/>). It is read whole, and its
/// checksum is compared every time.
/// </summary>
/// <remarks>
/// <code>
/// int64   generation
/// int64   next segment
/// int32   number of segments, then for each: string name, int32 documents, files
/// files   of no segment
///
/// files   int32 count, then for each: string name, int64 length, uint64 checksum
/// string  int32 length in bytes, then UTF-8
/// </code>
/// Example: generation 2, next segment 2, one segment <c>s1</c> of 3 documents, no files:
/// <code>
///  0  02 00 00 00 00 00 00 00  02 00 00 00 00 00 00 00   generation, next segment
/// 16  01 00 00 00  02 00 00 00 73 31                     1 segment, "s1"
/// 26  03 00 00 00  00 00 00 00                           documents, no files
/// 34  00 00 00 00                                        no other files
/// </code>
/// </remarks>
internal static class ManifestFormat
{
    /// <summary>Writes the content.</summary>
    public static void Write(FileWriter writer, Manifest manifest)
    {
        writer.WriteInt64(manifest.Generation);
        writer.WriteInt64(manifest.NextSegment);
        writer.WriteInt32(manifest.Segments.Count);
        foreach (var segment in manifest.Segments)
        {
            WriteString(writer, segment.Name);
            writer.WriteInt32(segment.Documents);
            WriteFiles(writer, segment.Files);
        }

        WriteFiles(writer, manifest.Files);
    }

    /// <summary>Reads a whole file, header and footer included.</summary>
    /// <exception cref="IndexDamagedException">Its bytes are not those that were written.</exception>
    /// <exception cref="IndexVersionException">Another version wrote it.</exception>
    public static Manifest Read(string path, ReadOnlySpan<byte> file)
    {
        CheckFrame(path, file);
        try
        {
            var reader = new Reader(file[FileFrame.HeaderBytes..^FileFrame.FooterBytes]);
            var manifest = ReadContent(ref reader);
            return !reader.AtEnd ? throw new FormatException("bytes are left over")
                : manifest.Segments.Any(segment => segment.Documents < 0) || manifest.AllDocuments > Manifest.MaximumDocuments
                    ? throw new FormatException("numbers of documents that cannot be")
                : manifest;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new IndexDamagedException(
                path,
                $"its checksum is right but its content is not a manifest ({error.Message}); another program wrote it.", error);
        }
    }

    private static void CheckFrame(string path, ReadOnlySpan<byte> file)
    {
        FileFrame.CheckLength(path, file.Length);
        FileFrame.CheckHeader(path, file, FileKind.Manifest);
        var (length, stated) = FileFrame.CheckFooter(path, file.Length, file[^FileFrame.FooterBytes..]);
        var checksum = Checksum.Start();
        checksum.Add(file[..^FileFrame.FooterBytes]);
        checksum.AddLength(length);
        if (checksum.Value != stated)
        {
            throw new IndexDamagedException(
                path,
                $"its bytes have the checksum {checksum.Value:x16}, but {stated:x16} was written; the file is damaged.");
        }
    }

    private static Manifest ReadContent(ref Reader reader)
    {
        var generation = reader.Int64();
        var nextSegment = reader.Int64();
        var segments = new SegmentInfo[reader.Count()];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = new SegmentInfo(reader.String(), reader.Int32(), ReadFiles(ref reader));
        }

        return new Manifest
        {
            Generation = generation,
            NextSegment = nextSegment,
            Segments = segments,
            Files = ReadFiles(ref reader),
        };
    }

    private static SegmentFile[] ReadFiles(ref Reader reader)
    {
        var files = new SegmentFile[reader.Count()];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = new SegmentFile(reader.String(), reader.Int64(), (ulong)reader.Int64());
        }

        return files;
    }

    private static void WriteFiles(FileWriter writer, IReadOnlyList<SegmentFile> files)
    {
        writer.WriteInt32(files.Count);
        foreach (var file in files)
        {
            WriteString(writer, file.Name);
            writer.WriteInt64(file.Length);
            writer.WriteUInt64(file.Checksum);
        }
    }

    private static void WriteString(FileWriter writer, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        writer.WriteInt32(bytes.Length);
        writer.Write(bytes);
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public readonly bool AtEnd => _rest.IsEmpty;

        public ReadOnlySpan<byte> Bytes(int count)
        {
            var bytes = _rest[..count];
            _rest = _rest[count..];
            return bytes;
        }

        public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

        public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

        public string String() => Encoding.UTF8.GetString(Bytes(Count()));

        public int Count()
        {
            var count = Int32();
            return (uint)count <= (uint)_rest.Length ? count : throw new FormatException($"a count of {count} in {_rest.Length} bytes");
        }
    }
}
