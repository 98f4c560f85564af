using System.Text;

namespace ProposalSearch.Engine.Documents;

/// <summary>The text of one section, decoded chunk by chunk where it is asked for: <see cref="DocumentFormat"/> has the bytes.</summary>
internal readonly ref struct SectionText
{
    private readonly TextCodec _codec;
    private readonly PackedColumn _marks;
    private readonly ReadOnlySpan<byte> _codes;

    /// <summary>Reads in place.</summary>
    /// <param name="codec">The codec of the segment.</param>
    /// <param name="content">The section's content.</param>
    /// <param name="units">The length of the text in UTF-16 units.</param>
    /// <param name="wide">Whether marks have 4 bytes.</param>
    public SectionText(TextCodec codec, ReadOnlySpan<byte> content, int units, bool wide)
    {
        var chunks = DocumentFormat.Chunks(units);
        var markBytes = chunks * (wide ? 4 : 2);
        _codec = codec;
        _marks = new PackedColumn(content[..markBytes], wide ? 4 : 2);
        var length = chunks == 0 ? 0 : (int)(_marks[chunks - 1] >> 1);
        _codes = content.Slice(markBytes, length);
        TokensAt = markBytes + length;
    }

    /// <summary>Where in the content the token offsets begin.</summary>
    public int TokensAt { get; }

    /// <summary>Decodes from a unit on until the destination is full.</summary>
    public void CopyTo(int start, Span<char> destination)
    {
        Span<byte> bytes = stackalloc byte[DocumentFormat.ChunkBytes + TextCodec.DecodeSlack];
        Span<char> chars = stackalloc char[DocumentFormat.ChunkUnits + 1];
        var chunk = start / DocumentFormat.ChunkUnits;
        if (chunk > 0 && start < StartOf(chunk))
        {
            chunk--;
        }

        for (; !destination.IsEmpty; chunk++)
        {
            var length = _codec.Decode(Codes(chunk), bytes);
            var units = Encoding.UTF8.GetChars(bytes[..length], chars);
            var text = chars[(start - StartOf(chunk))..units];
            text = text[..Math.Min(text.Length, destination.Length)];
            text.CopyTo(destination);
            destination = destination[text.Length..];
            start += text.Length;
        }
    }

    private int StartOf(int chunk) => chunk == 0 ? 0 : (chunk * DocumentFormat.ChunkUnits) + (int)(_marks[chunk - 1] & 1);

    private ReadOnlySpan<byte> Codes(int chunk)
    {
        var start = chunk == 0 ? 0 : (int)(_marks[chunk - 1] >> 1);
        return _codes[start..(int)(_marks[chunk] >> 1)];
    }
}
