using BenchmarkDotNet.Attributes;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Micro;

/// <summary>
/// Measured: which of 8,000 ascending numbers another row of 8,000 has at a distance of 1, the heart of a phrase; the baseline walks both
/// rows one by one. Model: two terms that stand at random in a window of 4,096 documents, 1 number in 64 followed. Seed 1.
/// </summary>
public class PhrasePositions
{
    private const int Count = 8000;

    private readonly uint[] _kept = new uint[Count];
    private uint[] _numbers = [];
    private uint[] _others = [];

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        uint[] Row() => [.. Enumerable.Range(0, Count).Select(_ => (uint)random.Next(64 * Count)).Distinct().Order()];
        (_numbers, _others) = (Row(), Row());
    }

    [Benchmark(Baseline = true)]
    public int OneByOne()
    {
        int at = 0, count = 0;
        foreach (uint number in _numbers)
        {
            while (at < _others.Length && _others[at] < number + 1)
            {
                at++;
            }

            if (at < _others.Length && _others[at] == number + 1)
            {
                _kept[count++] = number;
            }
        }

        return count;
    }

    [Benchmark]
    public int EightByEight() => PositionKernel.KeepFollowed(_numbers, 1, _others, _kept);
}
