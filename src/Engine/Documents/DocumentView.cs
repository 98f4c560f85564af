using System.Buffers.Binary;
using System.Text;
using ProposalSearch.Highlighting;

namespace ProposalSearch.Engine.Documents;

/// <summary>One document, read in place from the opened file: nothing is decoded or copied until it is asked for.</summary>
public readonly ref struct DocumentView : ITokenizedText
{
    private readonly TextCodec _codec;
    private readonly ReadOnlySpan<byte> _stored;
    private readonly ReadOnlySpan<byte> _content;
    private readonly PackedColumn _labels;
    private readonly PackedColumn _positions;
    private readonly PackedColumn _tokens;
    private readonly PackedColumn _units;
    private readonly PackedColumn _ends;

    internal DocumentView(TextCodec codec, ReadOnlySpan<byte> record)
    {
        _codec = codec;
        var reader = new RecordReader(record);
        IdUtf8 = reader.Bytes(reader.VarInt());
        StoredLength = reader.VarInt();
        var encoded = reader.VarInt();
        _stored = reader.Bytes(encoded == 0 ? StoredLength : encoded);
        SectionCount = reader.VarInt();
        if (SectionCount > 0)
        {
            int widths = BinaryPrimitives.ReadUInt16LittleEndian(reader.Bytes(2));
            _labels = new PackedColumn(reader.Bytes(SectionCount << WidthCode(widths)), 1 << WidthCode(widths));
            _positions = new PackedColumn(reader.Bytes(SectionCount << WidthCode(widths >> 2)), 1 << WidthCode(widths >> 2));
            _tokens = new PackedColumn(reader.Bytes(SectionCount << WidthCode(widths >> 4)), 1 << WidthCode(widths >> 4));
            _units = new PackedColumn(reader.Bytes(SectionCount << WidthCode(widths >> 6)), 1 << WidthCode(widths >> 6));
            _ends = new PackedColumn(reader.Bytes(SectionCount << WidthCode(widths >> 8)), 1 << WidthCode(widths >> 8));
        }

        _content = reader.Rest;
    }

    /// <summary>The id.</summary>
    public string Id => Encoding.UTF8.GetString(IdUtf8);

    /// <summary>The id, not copied.</summary>
    public ReadOnlySpan<byte> IdUtf8 { get; }

    /// <summary>Bytes of the payload.</summary>
    public int StoredLength { get; }

    /// <summary>Sections, in the order in which they were added.</summary>
    public int SectionCount { get; }

    /// <summary>The payload.</summary>
    public byte[] ReadStored()
    {
        if (_stored.Length == StoredLength)
        {
            return _stored.ToArray();
        }

        // No code stands for more bytes than the longest symbol: a length that was damaged asks for no memory.
        if (StoredLength < 0 || StoredLength > (long)_stored.Length * Symbol.MaxLength)
        {
            throw new FormatException($"a payload of {StoredLength} bytes in {_stored.Length}");
        }

        var bytes = new byte[StoredLength + TextCodec.DecodeSlack];
        _codec.Decode(_stored, bytes);
        return bytes[..StoredLength];
    }

    /// <summary>What a section is, as the caller knows.</summary>
    public int Label(int section) => (int)_labels[section];

    /// <summary>The word position of a section's first token.</summary>
    public int StartPosition(int section) => (int)_positions[section];

    /// <summary>The tokens of a section; they have consecutive positions.</summary>
    public int TokenCount(int section) => (int)_tokens[section];

    /// <summary>The length of a section's text in UTF-16 units.</summary>
    public int TextLength(int section) => (int)(_units[section] >> 1);

    /// <summary>The section that has a token at a word position, or -1 between sections and after the last.</summary>
    public int SectionOf(int position)
    {
        var (low, high) = (0, SectionCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (StartPosition(middle) <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var section = low - 1;
        return section >= 0 && position - StartPosition(section) < TokenCount(section) ? section : -1;
    }

    /// <summary>Where a section's token is in its text: start and length in UTF-16 units.</summary>
    /// <param name="section">The section.</param>
    /// <param name="index">0 to <see cref="TokenCount"/> - 1: a word position less <see cref="StartPosition"/>.</param>
    public (int Start, int Length) Token(int section, int index) => Tokens(section)[index];

    /// <summary>Where all tokens of a section are in its text, in UTF-16 units.</summary>
    /// <param name="section">The section.</param>
    /// <param name="starts">At least <see cref="TokenCount"/>.</param>
    /// <param name="lengths">At least <see cref="TokenCount"/>.</param>
    public void CopyTokens(int section, Span<int> starts, Span<int> lengths) => Tokens(section).CopyTo(starts, lengths);

    /// <summary>The whole text of a section.</summary>
    public string Text(int section) => Text(section, 0, TextLength(section));

    /// <summary>
    /// A passage of a section's text. What lies before and after it is not decoded, so it costs the same in a text of any length.
    /// </summary>
    /// <param name="section">The section.</param>
    /// <param name="start">Where it begins, in UTF-16 units.</param>
    /// <param name="length">How long it is, in UTF-16 units.</param>
    public string Text(int section, int start, int length)
    {
        CheckPassage(section, start, length);
        return length == 0
            ? ""
            : string.Create(length, new Passage(_codec, Content(section), TextLength(section), IsWide(section), start), Fill);
    }

    private static void Fill(Span<char> destination, Passage passage) =>
        new SectionText(passage.Codec, passage.Content, passage.Units, passage.Wide).CopyTo(passage.Start, destination);

    private static int WidthCode(int widths) => widths & 3;

    private bool IsWide(int section) => (_units[section] & 1) != 0;

    private SectionText ReadText(int section) => new(_codec, Content(section), TextLength(section), IsWide(section));

    private TokenOffsets Tokens(int section) => new(Content(section)[ReadText(section).TokensAt..], TokenCount(section), IsWide(section));

    private ReadOnlySpan<byte> Content(int section)
    {
        var start = section == 0 ? 0 : (int)_ends[section - 1];
        return _content[start..(int)_ends[section]];
    }

    private void CheckPassage(int section, int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)section, (uint)SectionCount, nameof(section));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)TextLength(section), nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(TextLength(section) - start), nameof(length));
    }

    private readonly ref struct Passage(TextCodec codec, ReadOnlySpan<byte> content, int units, bool wide, int start)
    {
        public readonly TextCodec Codec = codec;
        public readonly ReadOnlySpan<byte> Content = content;
        public readonly int Units = units;
        public readonly bool Wide = wide;
        public readonly int Start = start;
    }
}
