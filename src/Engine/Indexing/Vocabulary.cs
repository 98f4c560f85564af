using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Terms;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// The words met so far with their terms. A word is analysed once; after that it is a look-up. Not thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Stands for a stop word's missing stem.</summary>
    public const int NoStem = -1;

    private readonly TermNormalizer _normalizer;
    private readonly TermPool<char> _words = new();
    private readonly List<int> _exactOfWord = [];
    private readonly List<int> _stemOfExact = [];
    private readonly char[] _exact = new char[2048];
    private readonly char[] _stem = new char[2048];
    private readonly byte[] _utf8 = new byte[8192];

    public Vocabulary(TermNormalizer normalizer) => _normalizer = normalizer;

    /// <summary>The exact terms.</summary>
    public TermPool<byte> Exact { get; } = new();

    /// <summary>The stems.</summary>
    public TermPool<byte> Stems { get; } = new();

    /// <summary>Memory that it takes, in bytes.</summary>
    public long Bytes => _words.Bytes + Exact.Bytes + Stems.Bytes + (_exactOfWord.Capacity + _stemOfExact.Capacity) * (long)sizeof(int);

    /// <summary>The exact term of a word as the text has it; -1 for a word of which nothing is left.</summary>
    public int ExactOf(ReadOnlySpan<char> word)
    {
        int number = _words.Add(word, out bool added);
        if (added)
        {
            _exactOfWord.Add(Analyse(word));
        }

        return _exactOfWord[number];
    }

    /// <summary>The stem of an exact term, or <see cref="NoStem"/>.</summary>
    public int StemOf(int exact) => _stemOfExact[exact];

    private int Analyse(ReadOnlySpan<char> word)
    {
        int length = _normalizer.Exact(word, _exact);
        if (length == 0)
        {
            return -1;
        }

        var exact = _exact.AsSpan(0, length);
        int number = Exact.Add(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(exact, _utf8)), out bool added);
        if (added)
        {
            int stem = _normalizer.Stemmed(exact, _stem);
            _stemOfExact.Add(stem == 0 ? NoStem : Stems.Add(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(_stem.AsSpan(0, stem), _utf8)), out _));
        }

        return number;
    }
}
