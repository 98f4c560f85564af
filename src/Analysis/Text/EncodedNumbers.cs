namespace ProposalSearch.Analysis.Text;

/// <summary>Reads the numbers of a generated table: seven bits a byte, lowest first, the eighth bit says that more follow.</summary>
internal ref struct EncodedNumbers(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _place;

    public readonly bool AtEnd => _place >= _data.Length;

    public byte NextByte() => _data[_place++];

    public int Next()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _data[_place++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }

    /// <summary>A number with a sign, zigzag coded.</summary>
    public int NextSigned()
    {
        var number = Next();
        return (number >>> 1) ^ -(number & 1);
    }
}
