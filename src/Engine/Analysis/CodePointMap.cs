using ProposalSearch.Engine.Text;

namespace ProposalSearch.Engine.Analysis;

/// <summary>
/// A generated table of code points and the texts that replace them: two look-ups for each, the text in one pool. Immutable and
/// thread-safe.
/// </summary>
internal sealed class CodePointMap
{
    /// <summary>Simple lower case, as Java's <c>Character.toLowerCase</c>.</summary>
    public static readonly CodePointMap LowerCase = new(LowerCaseData.Encoded);

    private const int BlockBits = 6;
    private const int BlockSize = 1 << BlockBits;

    private readonly byte[] _blocks = new byte[0x110000 >> BlockBits];
    private readonly ushort[] _texts;
    private readonly char[] _pool;

    private CodePointMap(string encoded)
    {
        var texts = new List<ushort>(new ushort[BlockSize]);
        var pool = new List<char> { '\0' };
        var numbers = new EncodedNumbers(Convert.FromBase64String(encoded));
        for (var (codePoint, previous) = (0, 0); !numbers.AtEnd;)
        {
            codePoint += numbers.Next();
            var (count, step) = (numbers.Next(), numbers.Next());
            var climb = (step & 1) != 0 ? step >> 1 : 0;
            var replacement = new int[numbers.Next()];
            foreach (ref var each in replacement.AsSpan())
            {
                each = previous += numbers.NextSigned();
            }

            for (var i = 0; i < count; i++, codePoint += step >> 1)
            {
                Add(texts, pool, codePoint, replacement, climb * i);
            }

            codePoint -= step >> 1;
        }

        (_texts, _pool) = ([.. texts], [.. pool]);
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

    private void Add(List<ushort> texts, List<char> pool, int codePoint, int[] replacement, int climb)
    {
        ref var block = ref _blocks[codePoint >> BlockBits];
        if (block == 0)
        {
            block = checked((byte)(texts.Count >> BlockBits));
            texts.AddRange(new ushort[BlockSize]);
        }

        var place = pool.Count;
        texts[(block << BlockBits) | (codePoint & (BlockSize - 1))] = checked((ushort)place);
        pool.Add('\0');
        foreach (var each in replacement)
        {
            pool.AddRange(char.ConvertFromUtf32(each + climb));
        }

        pool[place] = (char)(pool.Count - place - 1);
    }

    private static class LazyFolding
    {
        internal static readonly CodePointMap Map = new(FoldingData.Encoded);
    }
}
