using System.Buffers.Binary;

namespace ProposalSearch.Engine.Documents;

/// <summary>Where the tokens of one section are in its text, read in place: <see cref="DocumentFormat"/> has the bytes.</summary>
internal readonly ref struct TokenOffsets
{
    private readonly PackedColumn _blockStarts;
    private readonly ReadOnlySpan<byte> _tokens;
    private readonly ReadOnlySpan<byte> _large;

    /// <summary>Reads in place.</summary>
    /// <param name="bytes">From the block starts to the end of the section.</param>
    /// <param name="count">Tokens.</param>
    /// <param name="wide">Whether block starts have 4 bytes.</param>
    public TokenOffsets(ReadOnlySpan<byte> bytes, int count, bool wide)
    {
        var startBytes = DocumentFormat.BlockStarts(count) * (wide ? 4 : 2);
        _blockStarts = new PackedColumn(bytes[..startBytes], wide ? 4 : 2);
        _tokens = bytes.Slice(startBytes, count);
        _large = bytes[(startBytes + count)..];
    }

    /// <summary>The token at a place: where it begins and how long it is, in UTF-16 units.</summary>
    public (int Start, int Length) this[int index]
    {
        get
        {
            var first = index & ~(DocumentFormat.TokenBlock - 1);
            var block = _tokens[first..(index + 1)];
            var start = first == 0 ? 0 : (int)_blockStarts[(first / DocumentFormat.TokenBlock) - 1];
            if (block.Contains(DocumentFormat.LargeToken))
            {
                return Walk(start, first, index);
            }

            var token = block[^1];
            return (start + Sum(block[..^1]) + (token & 7), token >> 3);
        }
    }

    /// <summary>All tokens, in order.</summary>
    public void CopyTo(Span<int> starts, Span<int> lengths)
    {
        var (end, large) = (0, 0);
        for (var i = 0; i < _tokens.Length; i++)
        {
            var (gap, length) = Read(i, ref large);
            starts[i] = end + gap;
            lengths[i] = length;
            end += gap + length;
        }
    }

    /// <summary>
    /// Gaps and lengths of tokens none of which is large: eight at once, each sum at most 7 + 31, so that two fit into a byte's
    /// double.
    /// </summary>
    private static int Sum(ReadOnlySpan<byte> tokens)
    {
        var sum = 0;
        while (tokens.Length >= 8)
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(tokens);
            var each = (eight & 0x0707070707070707) + ((eight >> 3) & 0x1F1F1F1F1F1F1F1F);
            var pairs = (each & 0x00FF00FF00FF00FF) + ((each >> 8) & 0x00FF00FF00FF00FF);
            sum += (int)(unchecked(pairs * 0x0001000100010001) >> 48);
            tokens = tokens[8..];
        }

        foreach (var token in tokens)
        {
            sum += (token & 7) + (token >> 3);
        }

        return sum;
    }

    private (int Start, int Length) Walk(int start, int first, int index)
    {
        var large = FirstLarge(first);
        for (var i = first; ; i++)
        {
            var (gap, length) = Read(i, ref large);
            if (i == index)
            {
                return (start + gap, length);
            }

            start += gap + length;
        }
    }

    private (int Gap, int Length) Read(int index, ref int large)
    {
        var token = _tokens[index];
        if (token != DocumentFormat.LargeToken)
        {
            return (token & 7, token >> 3);
        }

        var entry = _large.Slice(large++ * DocumentFormat.LargeBytes, DocumentFormat.LargeBytes);
        return (BinaryPrimitives.ReadInt32LittleEndian(entry[4..]), BinaryPrimitives.ReadInt32LittleEndian(entry[8..]));
    }

    /// <summary>The first large token that is not before an index.</summary>
    private int FirstLarge(int index)
    {
        var (low, high) = (0, _large.Length / DocumentFormat.LargeBytes);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (BinaryPrimitives.ReadInt32LittleEndian(_large[(middle * DocumentFormat.LargeBytes)..]) < index)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
