using System.Text;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Analysis.Forms;

/// <summary>
/// A generated table of code points and the texts that replace them: two look-ups for each, the text in one pool behind its length.
/// Immutable and thread-safe.
/// </summary>
internal sealed class CodePointMap
{
    /// <summary>Simple lower case, as Java's <c>Character.toLowerCase</c>.</summary>
    public static readonly CodePointMap LowerCase = new(LowerCaseData.Encoded);

    private const int BlockBits = 6;
    private const int BlockSize = 1 << BlockBits;

    // By block of code points, where its texts are; by text, where it is in the pool. In both, 0 stands for none.
    private readonly byte[] _blocks = new byte[0x110000 >> BlockBits];
    private readonly ushort[] _texts;
    private readonly char[] _pool;
    private int _blocksUsed = 1;
    private int _poolUsed = 1;

    private CodePointMap(string encoded)
    {
        var numbers = new EncodedNumbers(Convert.FromBase64String(encoded));
        _texts = new ushort[numbers.Next() << BlockBits];
        _pool = new char[numbers.Next()];
        Span<int> replacement = stackalloc int[byte.MaxValue];
        for (var (codePoint, previous) = (0, 0); !numbers.AtEnd;)
        {
            codePoint += numbers.Next();
            var (count, step) = (numbers.Next(), numbers.Next());
            var length = numbers.Next();
            for (var i = 0; i < length; i++)
            {
                replacement[i] = previous += numbers.NextSigned();
            }

            var (stride, climb) = (step >> 1, (step & 1) != 0 ? step >> 1 : 0);
            for (var i = 0; i < count; i++)
            {
                Add(codePoint + (i * stride), replacement[..length], climb * i);
            }

            codePoint += (count - 1) * stride;
        }
    }

    /// <summary>Everything folded: lower case, accents off, ligatures and compatibility forms taken apart.</summary>
    public static CodePointMap Folding => LazyFolding.Map;

    /// <summary>The replacement of a code point; <see langword="false"/> when it stands for itself. An empty one removes it.</summary>
    public bool TryGet(int codePoint, out ReadOnlySpan<char> replacement)
    {
        int place = _texts[(_blocks[codePoint >> BlockBits] << BlockBits) | (codePoint & (BlockSize - 1))];
        replacement = _pool.AsSpan(place + 1, _pool[place]);
        return place != 0;
    }

    private void Add(int codePoint, ReadOnlySpan<int> replacement, int climb)
    {
        ref var block = ref _blocks[codePoint >> BlockBits];
        block = block > 0 ? block : checked((byte)_blocksUsed++);
        var place = _poolUsed++;
        _texts[(block << BlockBits) | (codePoint & (BlockSize - 1))] = checked((ushort)place);
        foreach (var each in replacement)
        {
            _poolUsed += new Rune(each + climb).EncodeToUtf16(_pool.AsSpan(_poolUsed));
        }

        _pool[place] = (char)(_poolUsed - place - 1);
    }

    private static class LazyFolding
    {
        internal static readonly CodePointMap Map = new(FoldingData.Encoded);
    }
}
