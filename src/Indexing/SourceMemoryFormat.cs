using ProposalSearch.Analysis.Recognition;
using ProposalSearch.Foundation.Bytes;
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
/// faults := count (line:count left:byte cause:text remedy:text)*   a line of 0 is none; the path is the file's
/// left   := 1 where something was left out, else 0
/// records:= count (shared:count rest:text number:count line:count fate:byte says faults code:text size:count look?)*
/// code, size                                                        the language of its texts, empty for unknown, and their characters
/// says   := 0, or 1 key:text value:text
/// look   := count field:byte* count (key count value*)* count (key count text*)* traits:byte count heading*
///                                                                  unknown keys, then facets; texts by their places
/// value  := length:count traits:count text?                        the text where traits has the bit 2^29
/// text   := count of bytes, then UTF-8; counts and all else as <see cref="ByteWriter"/> has them
///
/// a.md, unread hash, one record "a" on line 1, indexed, in French, 9 characters, without look:
///     04 61 2E 6D 64 00 00 00 01 01 00 00 01 01 00 00 02 66 72 09
/// </code>
/// An id mostly begins as the path does: <c>shared</c> says for how many characters.
/// </summary>
internal static class SourceMemoryFormat
{
    private const byte Version = 6;
    private const int HashBytes = 32;

    public static byte[] Write(SourceMemory memory)
    {
        var writer = new ByteWriter();
        writer.Byte(Version);
        writer.Text(memory.Basis);
        writer.Flag(memory.HasLooks);
        writer.List(memory.Roles, WriteRole);
        writer.List([.. memory.Decisions.OrderBy(static pair => pair.Key, StringComparer.Ordinal)], WriteDecision);
        var texts = memory.HasLooks ? Texts(memory) : [];
        writer.List(texts, static (to, text) => to.Text(text));
        var places = texts.Index().ToDictionary(static text => text.Item, static text => text.Index, StringComparer.Ordinal);
        writer.List(memory.Files, (to, file) => WriteFile(to, file, memory.HasLooks ? places : null));
        return writer.ToArray();
    }

    /// <summary>Reads it; <see langword="null"/> for anything else.</summary>
    public static SourceMemory? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new ByteReader(bytes);
            return bytes.Length == 0 || reader.Byte() != Version ? null : Read(ref reader);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private static SourceMemory Read(ref ByteReader reader)
    {
        var (basis, hasLooks) = (reader.Text(), reader.Flag());
        var (roles, decisions) = (reader.List(ReadRole), reader.List(static (ref from) => KeyValuePair.Create(from.Text(), from.Text())));
        var texts = reader.List(static (ref from) => from.Text());
        return new SourceMemory
        {
            Basis = basis,
            HasLooks = hasLooks,
            Roles = roles,
            Decisions = decisions.ToDictionary(StringComparer.Ordinal),
            Files = reader.List((ref from) => ReadFile(ref from, hasLooks ? texts : null)),
        };
    }

    private static List<string> Texts(SourceMemory memory) =>
    [
        .. memory.Files.SelectMany(static file => file.Records).SelectMany(static record => record.Look!.Keys.Concat(record.Look.Texts))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static void WriteDecision(ByteWriter writer, KeyValuePair<string, string> decision)
    {
        writer.Text(decision.Key);
        writer.Text(decision.Value);
    }

    private static void WriteRole(ByteWriter writer, InferredRole role)
    {
        writer.Text(role.Key);
        writer.Text(role.Role);
        writer.Text(role.Reason);
        writer.Count(role.Files);
    }

    private static InferredRole ReadRole(ref ByteReader reader) => new(reader.Text(), reader.Text(), reader.Text(), reader.Count());

    private static void WriteFile(ByteWriter writer, KnownFile file, Dictionary<string, int>? places)
    {
        writer.Text(file.Path);
        writer.Flag(file.Hash.Length > 0);
        writer.Bytes(Convert.FromHexString(file.Hash));
        writer.List(file.Failed, WriteFault);
        writer.List(file.Warnings, WriteFault);
        writer.List(file.Records, (to, record) => WriteRecord(to, record, file.Path, places));
    }

    private static KnownFile ReadFile(ref ByteReader reader, string[]? texts)
    {
        var path = reader.Text();
        var hash = reader.Flag() ? Convert.ToHexStringLower(reader.Bytes(HashBytes)) : "";
        var (failed, warnings) = (Faults(ref reader, path), Faults(ref reader, path));
        return new KnownFile(path, hash, failed, warnings, reader.List((ref from) => ReadRecord(ref from, path, texts)));
    }

    private static void WriteRecord(ByteWriter writer, KnownRecord record, string path, Dictionary<string, int>? places)
    {
        var shared = record.Id.AsSpan().CommonPrefixLength(path);
        writer.Count(shared);
        writer.Text(record.Id[shared..]);
        writer.Count(record.Number ?? 0);
        writer.Count(record.Line);
        writer.Byte((byte)record.Fate);
        WriteStatement(writer, record.Says);
        writer.List(record.Warnings, WriteFault);
        writer.Text(record.Written.Code);
        writer.Count(record.Written.Characters);
        if (places is not null)
        {
            RecordLookFormat.Write(writer, record.Look!, places);
        }
    }

    private static KnownRecord ReadRecord(ref ByteReader reader, string path, string[]? texts)
    {
        var id = path[..reader.Count()] + reader.Text();
        var (number, line) = (reader.Count(), reader.Count());
        return new KnownRecord(id, number == 0 ? null : number, line)
        {
            Fate = (RecordFate)reader.Byte(),
            Says = reader.Flag() ? new PublicationStatement(reader.Text(), reader.Text()) : null,
            Warnings = Faults(ref reader, path),
            Written = new WrittenIn(reader.Text(), reader.Count()),
            Look = texts is null ? null : RecordLookFormat.Read(ref reader, texts),
        };
    }

    private static void WriteStatement(ByteWriter writer, PublicationStatement? says)
    {
        writer.Flag(says is not null);
        if (says is not null)
        {
            writer.Text(says.Key);
            writer.Text(says.Value);
        }
    }

    private static void WriteFault(ByteWriter writer, SourceFault fault)
    {
        writer.Count(fault.Line ?? 0);
        writer.Flag(fault.LeavesOut);
        writer.Text(fault.Cause);
        writer.Text(fault.Remedy);
    }

    private static SourceFault[] Faults(ref ByteReader reader, string path) => reader.List((ref from) =>
    {
        var (line, leavesOut) = (from.Count(), from.Flag());
        return new SourceFault(path, line == 0 ? null : line, from.Text(), from.Text()) { LeavesOut = leavesOut };
    });
}
