using System.Text;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// Collects the values of all columns of a segment and writes them into one file, columns in the order of their names.
/// <code>
/// file      := column* directory directoryOffset:u64
/// directory := textCount:varint (nameBytes:varint name offset:varint)* numberCount:varint (the same)*
/// column    := see <see cref="OrdinalColumnBuilder"/>, <see cref="NumberColumnBuilder"/>
/// </code>
/// </summary>
internal sealed class ColumnSetBuilder
{
    private readonly SortedDictionary<string, OrdinalColumnBuilder> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, NumberColumnBuilder> _numbers = new(StringComparer.Ordinal);

    /// <summary>Adds the values of a document.</summary>
    public void Add(int number, IndexDocument document)
    {
        foreach (var (column, value) in document.Values)
        {
            Text(column).Add(number, value);
        }

        foreach (var (column, value) in document.Numbers)
        {
            Number(column).Add(number, value);
        }
    }

    /// <summary>The builder of a text column.</summary>
    public OrdinalColumnBuilder Text(string column) => Of(_texts, column);

    /// <summary>The builder of a number column.</summary>
    public NumberColumnBuilder Number(string column) => Of(_numbers, column);

    /// <summary>Writes all columns.</summary>
    public void Write(FileWriter file, int documentCount)
    {
        var texts = _texts.Select(pair => (pair.Key, WriteAt(file, () => pair.Value.Write(file, documentCount)))).ToArray();
        var numbers = _numbers.Select(pair => (pair.Key, WriteAt(file, () => pair.Value.Write(file, documentCount)))).ToArray();
        long directory = file.Position;
        WriteNames(file, texts);
        WriteNames(file, numbers);
        file.WriteUInt64((ulong)directory);
    }

    private static TBuilder Of<TBuilder>(SortedDictionary<string, TBuilder> builders, string column)
        where TBuilder : new()
    {
        if (!builders.TryGetValue(column, out var builder))
        {
            builders.Add(column, builder = new TBuilder());
        }

        return builder;
    }

    private static long WriteAt(FileWriter file, Action write)
    {
        file.Align(64);
        long at = file.Position;
        write();
        return at;
    }

    private static void WriteNames(FileWriter file, (string Name, long Offset)[] columns)
    {
        file.WriteVarUInt32((uint)columns.Length);
        foreach (var (name, offset) in columns)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(name);
            file.WriteVarUInt32((uint)bytes.Length);
            file.Write(bytes);
            file.WriteVarUInt64((ulong)offset);
        }
    }
}
