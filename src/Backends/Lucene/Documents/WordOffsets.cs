using System.Buffers;
using System.Buffers.Binary;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Backends.Lucene.Documents;

/// <summary>
/// Where the words of a section are in its text.
/// <code>
/// offsets := checkpoint* word*                  a checkpoint before word 32, 64, …: where its bytes begin, and where the word before
/// it ends
/// checkpoint := at:u32 end:u32
/// word    := length                             below 0x80: one character lies between it and the word before it (or the text's beginning)
///          | 0x80 length gap:varint             any other
/// </code>
/// The words of "a big dog" are 80 01 00 | 03 | 03.
/// </summary>
internal static class WordOffsets
{
    private const int Step = 32;
    private const int CheckpointBytes = 8;
    private const byte Escape = 0x80;

    /// <summary>Writes the offsets of words, each at most 255 characters long.</summary>
    public static void Write(ArrayBufferWriter<byte> bytes, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths)
    {
        Span<byte> checkpoints = new byte[Checkpoints(starts.Length) * CheckpointBytes];
        var words = new ArrayBufferWriter<byte>(starts.Length + 16);
        int end = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            if (i > 0 && i % Step == 0)
            {
                var checkpoint = checkpoints[((i / Step - 1) * CheckpointBytes)..];
                BinaryPrimitives.WriteInt32LittleEndian(checkpoint, words.WrittenCount);
                BinaryPrimitives.WriteInt32LittleEndian(checkpoint[4..], end);
            }

            WriteWord(words, starts[i] - end, lengths[i]);
            end = starts[i] + lengths[i];
        }

        bytes.Write(checkpoints);
        bytes.Write(words.WrittenSpan);
    }

    /// <summary>Where a word is.</summary>
    /// <param name="offsets">The section's offsets.</param>
    /// <param name="count">Words of the section.</param>
    /// <param name="index">The word, from 0.</param>
    public static (int Start, int Length) Read(ReadOnlySpan<byte> offsets, int count, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)count, nameof(index));
        int at = 0, end = 0, step = index / Step;
        var words = offsets[(Checkpoints(count) * CheckpointBytes)..];
        if (step > 0)
        {
            var checkpoint = offsets[((step - 1) * CheckpointBytes)..];
            at = BinaryPrimitives.ReadInt32LittleEndian(checkpoint);
            end = BinaryPrimitives.ReadInt32LittleEndian(checkpoint[4..]);
        }

        for (int i = step * Step; ; i++)
        {
            var (gap, length) = ReadWord(words, ref at);
            if (i == index)
            {
                return (end + gap, length);
            }

            end += gap + length;
        }
    }

    /// <summary>Where all words are.</summary>
    public static void ReadAll(ReadOnlySpan<byte> offsets, Span<int> starts, Span<int> lengths)
    {
        int at = Checkpoints(starts.Length) * CheckpointBytes, end = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            var (gap, length) = ReadWord(offsets, ref at);
            (starts[i], lengths[i]) = (end + gap, length);
            end += gap + length;
        }
    }

    private static int Checkpoints(int count) => count == 0 ? 0 : (count - 1) / Step;

    private static void WriteWord(ArrayBufferWriter<byte> words, int gap, int length)
    {
        if (gap == 1 && length < Escape)
        {
            words.Write([(byte)length]);
            return;
        }

        words.Write([Escape, (byte)length]);
        RecordWriter.Write(words, gap);
    }

    private static (int Gap, int Length) ReadWord(ReadOnlySpan<byte> words, ref int at)
    {
        byte length = words[at++];
        if (length < Escape)
        {
            return (1, length);
        }

        length = words[at++];
        return ((int)VarInt.Read(words, ref at), length);
    }
}
