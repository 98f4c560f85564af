using System.Buffers.Binary;
using System.Text;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Documents;

/// <summary>
/// Reads a document that <see cref="RecordWriter"/> wrote; its bytes are read when something is first asked for. Thread-safe.
/// </summary>
/// <param name="read">Gives the bytes.</param>
internal sealed class StoredRecord(Func<byte[]> read) : IStoredDocument
{
    private volatile Content? _content;

    /// <inheritdoc/>
    public string Id => Encoding.UTF8.GetString(Read().Id);

    /// <inheritdoc/>
    public int SectionCount => Read().Sections.Length;

    /// <inheritdoc/>
    public byte[] ReadStored() => Read().Stored.ToArray();

    /// <inheritdoc/>
    public int Label(int section) => Read().Sections[section].Label;

    /// <inheritdoc/>
    public int StartPosition(int section) => Read().Sections[section].Position;

    /// <inheritdoc/>
    public int TokenCount(int section) => Read().Sections[section].Words;

    /// <inheritdoc/>
    public int TextLength(int section) => Read().Sections[section].Length;

    /// <inheritdoc/>
    public string Text(int section) => Text(section, 0, TextLength(section));

    /// <inheritdoc/>
    public (int Start, int Length) Token(int section, int index)
    {
        var content = Read();
        return WordOffsets.Read(content.Offsets(section), content.Sections[section].Words, index);
    }

    /// <summary>Where all words of a section are in its text.</summary>
    public void CopyTokens(int section, Span<int> starts, Span<int> lengths) =>
        WordOffsets.ReadAll(Read().Offsets(section), starts, lengths);

    /// <inheritdoc/>
    public string Text(int section, int start, int length)
    {
        var content = Read();
        var head = content.Sections[section];
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)head.Length, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(head.Length - start), nameof(length));
        return string.Create(length, (content, section, start), static (text, from) =>
            from.content.CopyText(from.section, from.start, text));
    }

    private Content Read() => _content ??= new Content(read());

    private readonly record struct Head(int Label, int Position, int Words, int Length, int Kind, int OffsetsLength, int Body)
    {
        public int TextAt => Body + (Kind > 0 ? (Kind - 1) * sizeof(char) : 0);

        public int OffsetsAt => TextAt + (Kind > 0 ? Length : Length * sizeof(char));
    }

    private sealed class Content
    {
        private readonly byte[] _bytes;
        private readonly int _idAt;
        private readonly int _idLength;
        private readonly int _storedAt;
        private readonly int _storedLength;

        public Content(byte[] bytes)
        {
            _bytes = bytes;
            int at = 0;
            _idLength = Number(ref at);
            _idAt = at;
            at += _idLength;
            _storedLength = Number(ref at);
            _storedAt = at;
            at += _storedLength;
            Sections = new Head[Number(ref at)];
            for (int i = 0; i < Sections.Length; i++)
            {
                Sections[i] = new Head(Number(ref at), Number(ref at), Number(ref at), Number(ref at), Number(ref at), Number(ref at), 0);
            }

            for (int i = 0; i < Sections.Length; i++)
            {
                Sections[i] = Sections[i] with { Body = at };
                at = Sections[i].OffsetsAt + Sections[i].OffsetsLength;
            }
        }

        public Head[] Sections { get; }

        public ReadOnlySpan<byte> Id => _bytes.AsSpan(_idAt, _idLength);

        public ReadOnlySpan<byte> Stored => _bytes.AsSpan(_storedAt, _storedLength);

        public ReadOnlySpan<byte> Offsets(int section) => _bytes.AsSpan(Sections[section].OffsetsAt, Sections[section].OffsetsLength);

        public void CopyText(int section, int start, Span<char> text)
        {
            var head = Sections[section];
            for (int i = 0; i < text.Length; i++)
            {
                byte unit = head.Kind > 0 ? _bytes[head.TextAt + start + i] : (byte)0;
                text[i] = head.Kind == 0 ? Wide(head.TextAt, start + i) : unit < RecordWriter.FirstLetter ? (char)unit
                    : Wide(head.Body, unit - RecordWriter.FirstLetter);
            }
        }

        private char Wide(int at, int index) => (char)BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + index * sizeof(char)));

        private int Number(ref int at) => (int)VarInt.Read(_bytes, ref at);
    }
}
