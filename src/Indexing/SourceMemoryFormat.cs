using System.Text;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>
/// The bytes of a <see cref="SourceMemory"/>.
/// <code>
/// memory := version:byte basis:text looks:byte roles decisions texts files
/// roles  := count (key:text role:text reason:text files:count)*
/// decisions := count (key:text digest:text)*;  texts := count text*     keys and values that looks have
/// files  := count (path:text hash faults faults records)*          the faults of reading: failed, then warnings
/// hash   := 0, or 1 and 32 bytes
/// faults := count (line:count cause:text remedy:text)*             a line of 0 is none; the path is the file's
/// records:= count (shared:count rest:text number:count line:count fate:byte says faults look?)*
/// says   := 0, or 1 key:text value:text
/// look   := count field:byte* count (key count value*)* count (key count text*)*     unknown keys, then facets; texts by their places
/// value  := length:count traits:u16 text?                          the text where traits has the bit 32768
/// text   := count of bytes, then UTF-8; counts are 7 bits a byte, low bits first
///
/// a.md, unread hash, one record "a" on line 1, indexed, without look:  04 61 2E 6D 64 00 00 00 01 01 00 00 01 01 00 00
/// </code>
/// An id mostly begins as the path does: <c>shared</c> says for how many characters.
/// </summary>
internal static class SourceMemoryFormat
{
    private const byte Version = 2;
    private const int HashBytes = 32;

    /// <summary>Writes it.</summary>
    public static byte[] Write(SourceMemory memory)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(memory.Basis);
        writer.Write(memory.HasLooks);
        WriteAll(writer, memory.Roles, WriteRole);
        WriteAll(writer, [.. memory.Decisions.OrderBy(static pair => pair.Key, StringComparer.Ordinal)], WriteDecision);
        var texts = memory.HasLooks ? Texts(memory) : [];
        WriteAll(writer, texts, static (to, text) => to.Write(text));
        var places = texts.Select(static (text, place) => (text, place)).ToDictionary(static pair => pair.text, static pair => pair.place, StringComparer.Ordinal);
        WriteAll(writer, memory.Files, (to, file) => WriteFile(to, file, memory.HasLooks ? places : null));
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads it; <see langword="null"/> for anything else.</summary>
    public static SourceMemory? Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        try
        {
            return bytes.Length == 0 || reader.ReadByte() != Version ? null : Read(reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static SourceMemory Read(BinaryReader reader)
    {
        var (basis, hasLooks) = (reader.ReadString(), reader.ReadBoolean());
        var (roles, decisions) = (ReadAll(reader, ReadRole), ReadAll(reader, static from => KeyValuePair.Create(from.ReadString(), from.ReadString())));
        var texts = ReadAll(reader, static from => from.ReadString());
        return new SourceMemory
        {
            Basis = basis,
            HasLooks = hasLooks,
            Roles = roles,
            Decisions = decisions.ToDictionary(StringComparer.Ordinal),
            Files = ReadAll(reader, from => ReadFile(from, hasLooks ? texts : null)),
        };
    }

    private static List<string> Texts(SourceMemory memory) =>
    [
        .. memory.Files.SelectMany(static file => file.Records).SelectMany(static record => record.Look!.Keys.Concat(record.Look.Texts))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static void WriteDecision(BinaryWriter writer, KeyValuePair<string, string> decision)
    {
        writer.Write(decision.Key);
        writer.Write(decision.Value);
    }

    private static void WriteAll<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static List<T> ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new List<T>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            items.Add(read(reader));
        }

        return items;
    }

    private static void WriteRole(BinaryWriter writer, InferredRole role)
    {
        writer.Write(role.Key);
        writer.Write(role.Role);
        writer.Write(role.Reason);
        writer.Write7BitEncodedInt(role.Files);
    }

    private static InferredRole ReadRole(BinaryReader reader)
        => new(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt());

    private static void WriteFile(BinaryWriter writer, KnownFile file, Dictionary<string, int>? places)
    {
        writer.Write(file.Path);
        writer.Write(file.Hash.Length > 0);
        writer.Write(Convert.FromHexString(file.Hash));
        WriteAll(writer, file.Failed, WriteFault);
        WriteAll(writer, file.Warnings, WriteFault);
        WriteAll(writer, file.Records, (to, record) => WriteRecord(to, record, file.Path, places));
    }

    private static KnownFile ReadFile(BinaryReader reader, List<string>? texts)
    {
        var path = reader.ReadString();
        var hash = reader.ReadBoolean() ? Convert.ToHexStringLower(reader.ReadBytes(HashBytes)) : "";
        return new KnownFile(path, hash, Faults(reader, path), Faults(reader, path), ReadAll(reader, from => ReadRecord(from, path, texts)));
    }

    private static void WriteRecord(BinaryWriter writer, KnownRecord record, string path, Dictionary<string, int>? places)
    {
        var shared = record.Id.AsSpan().CommonPrefixLength(path);
        writer.Write7BitEncodedInt(shared);
        writer.Write(record.Id[shared..]);
        writer.Write7BitEncodedInt(record.Number ?? 0);
        writer.Write7BitEncodedInt(record.Line);
        writer.Write((byte)record.Fate);
        WriteStatement(writer, record.Says);
        WriteAll(writer, record.Warnings, WriteFault);
        if (places is not null)
        {
            RecordLookFormat.Write(writer, record.Look!, places);
        }
    }

    private static KnownRecord ReadRecord(BinaryReader reader, string path, List<string>? texts)
    {
        var id = path[..reader.Read7BitEncodedInt()] + reader.ReadString();
        var (number, line) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return new KnownRecord(id, number == 0 ? null : number, line)
        {
            Fate = (RecordFate)reader.ReadByte(),
            Says = reader.ReadBoolean() ? new PublicationStatement(reader.ReadString(), reader.ReadString()) : null,
            Warnings = Faults(reader, path),
            Look = texts is null ? null : RecordLookFormat.Read(reader, texts),
        };
    }

    private static void WriteStatement(BinaryWriter writer, PublicationStatement? says)
    {
        writer.Write(says is not null);
        if (says is not null)
        {
            writer.Write(says.Key);
            writer.Write(says.Value);
        }
    }

    private static void WriteFault(BinaryWriter writer, SourceFault fault)
    {
        writer.Write7BitEncodedInt(fault.Line ?? 0);
        writer.Write(fault.Cause);
        writer.Write(fault.Remedy);
    }

    private static List<SourceFault> Faults(BinaryReader reader, string path) => ReadAll(reader, from =>
    {
        var line = from.Read7BitEncodedInt();
        return new SourceFault(path, line == 0 ? null : line, from.ReadString(), from.ReadString());
    });
}
