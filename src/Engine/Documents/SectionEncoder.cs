using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ProposalSearch.Engine.Documents;

/// <summary>Writes the content of sections: marks, encoded text and token offsets, as <see cref="DocumentFormat"/> says.</summary>
internal sealed class SectionEncoder(TextCodec codec)
{
    private readonly byte[] _chunk = new byte[DocumentFormat.ChunkBytes];
    private readonly ArrayBufferWriter<byte> _codes = new();
    private readonly ArrayBufferWriter<byte> _large = new();
    private readonly List<int> _marks = [];

    /// <summary>Appends the content of one section.</summary>
    /// <returns>Whether marks and block starts are 4 bytes wide.</returns>
    public bool Encode(
        ReadOnlySpan<char> text, ReadOnlySpan<int> tokenStarts, ReadOnlySpan<int> tokenLengths, ArrayBufferWriter<byte> output)
    {
        EncodeText(text);
        var wide = text.Length > ushort.MaxValue || (_marks.Count > 0 && _marks[^1] > ushort.MaxValue);
        foreach (var mark in _marks)
        {
            WriteNumber(output, mark, wide);
        }

        output.Write(_codes.WrittenSpan);
        for (var i = DocumentFormat.TokenBlock; i < tokenStarts.Length; i += DocumentFormat.TokenBlock)
        {
            WriteNumber(output, tokenStarts[i - 1] + tokenLengths[i - 1], wide);
        }

        EncodeTokens(tokenStarts, tokenLengths, output);
        return wide;
    }

    private void EncodeText(ReadOnlySpan<char> text)
    {
        _marks.Clear();
        _codes.ResetWrittenCount();
        var start = 0;
        for (var chunk = 1; chunk <= DocumentFormat.Chunks(text.Length); chunk++)
        {
            var end = Math.Min(text.Length, chunk * DocumentFormat.ChunkUnits);
            var moved = end < text.Length && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]) ? 1 : 0;
            var bytes = Encoding.UTF8.GetBytes(text[start..(end + moved)], _chunk);
            _codes.Advance(codec.Encode(_chunk.AsSpan(0, bytes), _codes.GetSpan(bytes * TextCodec.MaxExpansion)));
            _marks.Add(checked(_codes.WrittenCount * 2) + moved);
            start = end + moved;
        }
    }

    private void EncodeTokens(ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, ArrayBufferWriter<byte> output)
    {
        _large.ResetWrittenCount();
        var tokens = output.GetSpan(starts.Length);
        var end = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            var (gap, length) = (starts[i] - end, lengths[i]);
            end = starts[i] + length;
            if (gap <= DocumentFormat.MaxGap && length <= DocumentFormat.MaxLength)
            {
                tokens[i] = (byte)(gap | length << 3);
                continue;
            }

            tokens[i] = DocumentFormat.LargeToken;
            WriteNumber(_large, i, wide: true);
            WriteNumber(_large, gap, wide: true);
            WriteNumber(_large, length, wide: true);
        }

        output.Advance(starts.Length);
        output.Write(_large.WrittenSpan);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, int value, bool wide)
    {
        var span = output.GetSpan(4);
        if (wide)
        {
            BinaryPrimitives.WriteInt32LittleEndian(span, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(span, (ushort)value);
        }

        output.Advance(wide ? 4 : 2);
    }
}
