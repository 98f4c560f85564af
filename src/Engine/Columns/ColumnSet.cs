using System.Buffers.Binary;
using System.Text;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Engine.Columns;

/// <summary>The columns of a segment, by name. Any number of threads may use it.</summary>
internal sealed class ColumnSet
{
    private readonly Dictionary<string, OrdinalColumnReader> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberColumnReader> _numbers = new(StringComparer.Ordinal);

    /// <summary>Opens what <see cref="ColumnSetBuilder"/> wrote; the caller keeps the file open.</summary>
    /// <param name="file">The file.</param>
    /// <param name="documents">Documents of the segment.</param>
    /// <exception cref="IndexDamagedException">A column is not of so many documents, or does not fit into the file.</exception>
    public ColumnSet(OpenedFile file, int documents)
    {
        long at = BinaryPrimitives.ReadInt64LittleEndian(file.Slice(file.Length - 8, 8));
        var directory = file.Slice(at, (int)(file.Length - 8 - at));
        int position = 0;
        foreach (var (name, offset) in ReadNames(directory, ref position))
        {
            _texts.Add(name, Checked(file, name, OrdinalColumnReader.Open(file, offset), column => column.DocumentCount, documents));
        }

        foreach (var (name, offset) in ReadNames(directory, ref position))
        {
            _numbers.Add(name, Checked(file, name, NumberColumnReader.Open(file, offset), column => column.DocumentCount, documents));
        }
    }

    /// <summary>Names of the text columns.</summary>
    public IReadOnlyCollection<string> TextNames => _texts.Keys;

    /// <summary>Names of the number columns.</summary>
    public IReadOnlyCollection<string> NumberNames => _numbers.Keys;

    /// <summary>A text column, or <see langword="null"/> where no document of the segment has a value.</summary>
    public OrdinalColumnReader? Text(string column) => _texts.GetValueOrDefault(column);

    /// <summary>A number column, or <see langword="null"/> where no document of the segment has a value.</summary>
    public NumberColumnReader? Number(string column) => _numbers.GetValueOrDefault(column);

    private static T Checked<T>(OpenedFile file, string name, T column, Func<T, int> count, int documents) => count(column) == documents
        ? column
        : throw file.Damaged($"the column {name} is of {count(column)} documents, but the manifest says {documents}.");

    private static List<(string Name, long Offset)> ReadNames(ReadOnlySpan<byte> bytes, ref int position)
    {
        var names = new List<(string, long)>();
        for (uint left = VarInt.Read(bytes, ref position); left > 0; left--)
        {
            int length = (int)VarInt.Read(bytes, ref position);
            string name = Encoding.UTF8.GetString(bytes.Slice(position, length));
            position += length;
            names.Add((name, (long)VarInt.ReadLong(bytes, ref position)));
        }

        return names;
    }
}
