using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Backends.Lucene.Documents;

/// <summary>
/// Writes what is given back of a document: one value of bytes, of which a reader takes only what is asked for.
/// <code>
/// record   := id:text storedLength:varint stored sections:varint head* body*
/// text     := length:varint UTF-8
/// head     := label:varint startPosition:varint words:varint textLength:varint kind:varint offsetsLength:varint
/// body     := letters:u16 * (kind - 1) characters offsets          kind 0: characters are UTF-16, and there are no letters
/// </code>
/// A character is one byte wherever a section has at most 128 different ones beyond ASCII: byte 0x80 + n stands for the nth of its
/// letters. So a
/// passage is read from the middle of a text without the text before it. Offsets: see <see cref="WordOffsets"/>.
/// </summary>
internal sealed class RecordWriter
{
    /// <summary>The byte of a section's first letter, and how many there can be.</summary>
    internal const int FirstLetter = 0x80;

    private readonly ArrayBufferWriter<byte> _heads = new();
    private readonly ArrayBufferWriter<byte> _bodies = new();
    private readonly List<char> _letters = [];
    private readonly byte[] _numbers = new byte[char.MaxValue + 1];
    private int _sections;

    /// <summary>Adds a section.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="startPosition">The position of its first word.</param>
    /// <param name="text">Its text.</param>
    /// <param name="starts">Where its words begin.</param>
    /// <param name="lengths">How long they are.</param>
    public void AddSection(int label, int startPosition, string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths)
    {
        int kind = WriteText(text), before = _bodies.WrittenCount;
        WordOffsets.Write(_bodies, starts, lengths);
        foreach (int number in (ReadOnlySpan<int>)[label, startPosition, starts.Length, text.Length, kind, _bodies.WrittenCount - before])
        {
            Write(_heads, number);
        }

        _sections++;
    }

    /// <summary>The record of the sections added, and begins the next one.</summary>
    public byte[] Complete(string id, ReadOnlySpan<byte> stored)
    {
        var record = new ArrayBufferWriter<byte>();
        byte[] name = Encoding.UTF8.GetBytes(id);
        Write(record, name.Length);
        record.Write(name);
        Write(record, stored.Length);
        record.Write(stored);
        Write(record, _sections);
        record.Write(_heads.WrittenSpan);
        record.Write(_bodies.WrittenSpan);
        _heads.ResetWrittenCount();
        _bodies.ResetWrittenCount();
        _sections = 0;
        return record.WrittenSpan.ToArray();
    }

    internal static void Write(ArrayBufferWriter<byte> bytes, int value)
    {
        var room = bytes.GetSpan(VarInt.MaximumBytes32);
        bytes.Advance(VarInt.Write(room, (uint)value));
    }

    /// <returns>The kind of the text.</returns>
    private int WriteText(string text)
    {
        bool narrow = FindLetters(text);
        if (narrow)
        {
            WriteWide(CollectionsMarshal.AsSpan(_letters));
            var room = _bodies.GetSpan(text.Length + 1);
            for (int i = 0; i < text.Length; i++)
            {
                room[i] = text[i] < FirstLetter ? (byte)text[i] : (byte)(FirstLetter - 1 + _numbers[text[i]]);
            }

            _bodies.Advance(text.Length);
        }
        else
        {
            WriteWide(text);
        }

        int kind = narrow ? _letters.Count + 1 : 0;
        _letters.ForEach(letter => _numbers[letter] = 0);
        _letters.Clear();
        return kind;
    }

    /// <summary>Numbers the characters beyond ASCII from 1 on; false where there are too many for a byte each.</summary>
    private bool FindLetters(string text)
    {
        foreach (char c in text)
        {
            if (c >= FirstLetter && _numbers[c] == 0)
            {
                if (_letters.Count == FirstLetter)
                {
                    return false;
                }

                _letters.Add(c);
                _numbers[c] = (byte)_letters.Count;
            }
        }

        return true;
    }

    private void WriteWide(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            _bodies.Write([(byte)c, (byte)(c >> 8)]);
        }
    }
}
