namespace ProposalSearch.Engine.Documents;

/// <summary>
/// The bytes of one document: id, payload and sections, one record after the other in the data file. Nothing in a record depends on
/// where it lies or on its neighbours, so a merge copies records.
/// </summary>
/// <remarks>
/// <c>varint</c> is 7 bits a byte, low bits first, the high bit set in all but the last.
/// <code>
/// varint  bytes of the id, then the id in UTF-8
/// varint  bytes of the payload
/// varint  bytes that it takes here, 0 when they are as many; then the payload, encoded by the codec when they are fewer
/// varint  number of sections n; nothing follows when it is 0
/// byte    widths of the five columns, 1, 2 or 4 bytes each, as two bits each: 0, 1, 2 (low bits first; takes two bytes)
/// column  n labels
/// column  n start positions
/// column  n numbers of tokens
/// column  n lengths in UTF-16 units, times 2, plus 1 when the marks are wide
/// column  n ends of the sections' content, counted from where content begins, right after this column
/// content of each section: marks, encoded text, token offsets
/// </code>
/// Text is encoded in chunks of <see cref="ChunkUnits"/> UTF-16 units, so that a passage is cut without decoding what is before it. A
/// chunk boundary inside a surrogate pair moves behind it.
/// <code>
/// marks   for each chunk, 2 bytes or (wide) 4: where its codes end, counted from the end of the marks, times 2, plus 1 when
///         the chunk's end is moved by one unit
/// codes   of all chunks (<see cref="TextCodec"/>)
/// </code>
/// Tokens are in blocks of <see cref="TokenBlock"/>, so that an offset is found by adding up less than a block.
/// <code>
/// blocks  for each block but the first, 2 bytes or (wide) 4: the end of the token before it, in UTF-16 units
/// tokens  one byte each: units between the token before and this one in the low 3 bits, its length in the high 5;
///         FF when the gap is over 7 or the length over 30
/// large   12 bytes for each FF: index of the token, gap, length
/// </code>
/// Example: id "d", payload of the bytes <c>01 02</c>, one section with label 3 at position 10, text "so, ok", tokens "so" and "ok", and a
/// codec without symbols, which writes <c>FF</c> before each byte:
/// <code>
///  0  01 64                    id "d"
///  2  02 00 01 02              payload of 2 bytes, as it is
///  6  01 00 00                 1 section; all columns are 1 byte wide
///  9  03 0A 02 0C 10           label 3, position 10, 2 tokens, 6 units, content of 16 bytes
/// 14  18 00                    the one chunk has 12 bytes of codes
/// 16  FF 73 FF 6F FF 2C FF 20 FF 6F FF 6B
/// 28  10 12                    gap 0 and length 2; gap 2 and length 2
/// </code>
/// </remarks>
internal static class DocumentFormat
{
    /// <summary>UTF-16 units that are encoded together.</summary>
    public const int ChunkUnits = 256;

    /// <summary>Tokens whose offsets are added up from one start.</summary>
    public const int TokenBlock = 32;

    /// <summary>The most bytes of UTF-8 that a chunk has, one unit moved into it included.</summary>
    public const int ChunkBytes = (ChunkUnits + 1) * 3;

    /// <summary>Columns of the section directory.</summary>
    public const int Columns = 5;

    /// <summary>The byte of a token that is listed as large.</summary>
    public const byte LargeToken = 0xFF;

    /// <summary>The greatest gap that fits into a token's byte.</summary>
    public const int MaxGap = 7;

    /// <summary>The greatest length that fits into a token's byte.</summary>
    public const int MaxLength = 30;

    /// <summary>Bytes of a large token.</summary>
    public const int LargeBytes = 12;

    /// <summary>Chunks of a text.</summary>
    public static int Chunks(int units) => (int)(((uint)units + ChunkUnits - 1) / ChunkUnits);

    /// <summary>Token blocks that have a start of their own: all but the first.</summary>
    public static int BlockStarts(int tokens) => tokens == 0 ? 0 : (tokens - 1) / TokenBlock;
}
