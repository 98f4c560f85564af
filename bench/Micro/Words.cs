using BenchmarkDotNet.Attributes;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Micro;

/// <summary>
/// Measured: from 64 kB of text to words, to exact forms, and to stems; the baseline finds words only. Model: <see cref="MadeText"/>. Seed
/// 1.
/// </summary>
public class Words
{
    private readonly TermNormalizer _normalizer = new(new AnalysisOptions());
    private readonly char[] _room = new char[TermNormalizer.MaxTermLength];
    private readonly string _text = MadeText.Of(new Random(1), 65_536);

    [Benchmark(Baseline = true)]
    public int Find()
    {
        int count = 0;
        var words = new WordEnumerator(_text);
        while (words.MoveNext())
        {
            count++;
        }

        return count;
    }

    [Benchmark]
    public int Exact()
    {
        int length = 0;
        var words = new WordEnumerator(_text);
        while (words.MoveNext())
        {
            length += _normalizer.Exact(_text.AsSpan(words.Start, words.Length), _room);
        }

        return length;
    }

    [Benchmark]
    public int Stem()
    {
        int length = 0;
        var words = new WordEnumerator(_text);
        while (words.MoveNext())
        {
            int exact = _normalizer.Exact(_text.AsSpan(words.Start, words.Length), _room);
            length += _normalizer.Stemmed(_room.AsSpan(0, exact), _room);
        }

        return length;
    }
}
