using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Indexing;

/// <summary>The bytes of a <see cref="RecordLook"/>, as <see cref="SourceMemoryFormat"/> specifies them.</summary>
internal static class RecordLookFormat
{
    private const ValueTraits HasText = (ValueTraits)0x2000_0000;

    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="look">What.</param>
    /// <param name="places">Where each key and text is in the list of texts.</param>
    public static void Write(ByteWriter writer, RecordLook look, Dictionary<string, int> places)
    {
        writer.List(look.Taken, static (to, field) => to.Byte((byte)field));
        writer.List(look.Unknown, (to, key) =>
        {
            to.Count(places[key.Key]);
            to.List(key.Values, (value, one) => WriteValue(value, one, places));
        });
        writer.List(look.Facets, (to, key) =>
        {
            to.Count(places[key.Key]);
            to.List(key.Texts, (text, one) => text.Count(places[one]));
        });
        writer.Byte((byte)look.Traits);
        writer.List(look.Headings, (to, heading) => to.Count(places[heading]));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="texts">The list of texts.</param>
    public static RecordLook Read(ref ByteReader reader, string[] texts)
    {
        var taken = reader.List(static (ref from) => (FieldRole)from.Byte());
        var unknown = reader.List((ref from) => (from.OneOf(texts), from.List((ref value) => ReadValue(ref value, texts))));
        var facets = reader.List((ref from) => (from.OneOf(texts), from.List((ref text) => text.OneOf(texts))));
        var traits = (RecordTraits)reader.Byte();
        return new RecordLook(unknown, facets, taken)
        {
            Traits = traits,
            Headings = reader.List((ref from) => from.OneOf(texts)),
        };
    }

    private static void WriteValue(ByteWriter writer, ValueLook value, Dictionary<string, int> places)
    {
        writer.Count(value.Length);
        writer.Count((int)(value.Traits | (value.Text is null ? ValueTraits.None : HasText)));
        if (value.Text is not null)
        {
            writer.Count(places[value.Text]);
        }
    }

    private static ValueLook ReadValue(ref ByteReader reader, string[] texts)
    {
        var (length, traits) = (reader.Count(), (ValueTraits)reader.Count());
        return new ValueLook(length, traits & ~HasText, (traits & HasText) != 0 ? reader.OneOf(texts) : null);
    }
}
