using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Indexing;

/// <summary>The bytes of a <see cref="RecordLook"/>, as <see cref="SourceMemoryFormat"/> specifies them.</summary>
internal static class RecordLookFormat
{
    private const ValueTraits HasText = (ValueTraits)0x8000;

    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="look">What.</param>
    /// <param name="places">Where each key and text is in the list of texts.</param>
    public static void Write(BinaryWriter writer, RecordLook look, Dictionary<string, int> places)
    {
        writer.Write7BitEncodedInt(look.Taken.Count);
        foreach (var field in look.Taken)
        {
            writer.Write((byte)field);
        }

        writer.Write7BitEncodedInt(look.Unknown.Count);
        foreach (var (key, values) in look.Unknown)
        {
            writer.Write7BitEncodedInt(places[key]);
            writer.Write7BitEncodedInt(values.Length);
            Array.ForEach(values, value => WriteValue(writer, value, places));
        }

        writer.Write7BitEncodedInt(look.Facets.Count);
        foreach (var (key, texts) in look.Facets)
        {
            writer.Write7BitEncodedInt(places[key]);
            writer.Write7BitEncodedInt(texts.Length);
            Array.ForEach(texts, text => writer.Write7BitEncodedInt(places[text]));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="texts">The list of texts.</param>
    public static RecordLook Read(BinaryReader reader, List<string> texts)
    {
        var taken = ReadAll(reader, () => (FieldRole)reader.ReadByte());
        var unknown = ReadAll(reader, () => (ReadText(reader, texts), ReadAll(reader, () => ReadValue(reader, texts))));
        return new RecordLook(unknown, ReadAll(reader, () => (ReadText(reader, texts), ReadAll(reader, () => ReadText(reader, texts)))), taken);
    }

    private static T[] ReadAll<T>(BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (var at = 0; at < items.Length; at++)
        {
            items[at] = read();
        }

        return items;
    }

    private static string ReadText(BinaryReader reader, List<string> texts) => texts[reader.Read7BitEncodedInt()];

    private static void WriteValue(BinaryWriter writer, ValueLook value, Dictionary<string, int> places)
    {
        writer.Write7BitEncodedInt(value.Length);
        writer.Write((ushort)(value.Traits | (value.Text is null ? ValueTraits.None : HasText)));
        if (value.Text is not null)
        {
            writer.Write7BitEncodedInt(places[value.Text]);
        }
    }

    private static ValueLook ReadValue(BinaryReader reader, List<string> texts)
    {
        var (length, traits) = (reader.Read7BitEncodedInt(), (ValueTraits)reader.ReadUInt16());
        return new ValueLook(length, traits & ~HasText, (traits & HasText) != 0 ? ReadText(reader, texts) : null);
    }
}
