using BenchmarkDotNet.Attributes;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Micro;

/// <summary>
/// Measured: what is done to a block of 128 postings, each step by itself; the baseline takes the gaps apart. Model: gaps of 4 bits
/// and frequencies of 3, which is what frequent words of the archive have. Seed 1.
/// </summary>
public class PostingBlocks
{
    private const int GapBits = 4;
    private const int FrequencyBits = 3;

    private readonly byte[] _packedGaps = new byte[BlockCodec.Bytes(GapBits)];
    private readonly byte[] _packedFrequencies = new byte[BlockCodec.Bytes(FrequencyBits)];
    private readonly uint[] _numbers = new uint[BlockCodec.Size];
    private readonly uint[] _frequencies = new uint[BlockCodec.Size];
    private readonly int[] _documents = new int[BlockCodec.Size];
    private readonly float[] _norms = new float[4096];
    private readonly float[] _sums = new float[4096];
    private readonly ulong[] _bits = new ulong[64];

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        BlockCodec.Pack(Numbers(random, GapBits), GapBits, _packedGaps);
        BlockCodec.Pack(Numbers(random, FrequencyBits), FrequencyBits, _packedFrequencies);
        BlockCodec.Unpack(_packedFrequencies, FrequencyBits, _frequencies, more: 1);
        BlockCodec.Unpack(_packedGaps, GapBits, _numbers);
        BlockCodec.Accumulate(_numbers, uint.MaxValue);
        Array.ConvertAll(_numbers, number => (int)number).CopyTo(_documents, 0);
        foreach (ref float norm in _norms.AsSpan())
        {
            norm = random.NextSingle() * 2;
        }
    }

    [Benchmark(Baseline = true)]
    public void Unpack() => BlockCodec.Unpack(_packedGaps, GapBits, _numbers);

    [Benchmark]
    public void UnpackAndAccumulate()
    {
        BlockCodec.Unpack(_packedGaps, GapBits, _numbers);
        BlockCodec.Accumulate(_numbers, uint.MaxValue);
    }

    [Benchmark]
    public void Score() => ScoreKernel.AddBm25(_documents, _frequencies, _norms, 3.5f, 0, _sums);

    [Benchmark]
    public void Mark() => ScoreKernel.Mark(_documents, 0, _bits);

    [Benchmark]
    public int Find() => ScoreKernel.CountBefore(_documents, _documents[100]);

    private static uint[] Numbers(Random random, int bits) =>
        [.. Enumerable.Range(0, BlockCodec.Size).Select(_ => (uint)random.Next(1 << bits))];
}
