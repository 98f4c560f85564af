using ProposalSearch.Engine.Packing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class RowKernelTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 20), 63, 64, 65, 127, 128];

    [Fact]
    public void Fill_Documents_NumbersThemOneAfterTheOther()
    {
        foreach (var (documents, start, _) in Cases())
        {
            var row = new uint[documents.Length];
            RowKernel.Fill(documents, start, 1000, row);

            Assert.Equal(documents.Select(document => document - start), row.Select(RowKernel.DocumentOf));
            Assert.Equal(documents.Select((_, i) => 1000u + (uint)i), row.Select(number => number & RowKernel.RestMask));
        }
    }

    [Fact]
    public void FillWithin_ASet_LeavesTheOthersOut()
    {
        foreach (var (documents, start, random) in Cases())
        {
            var (bits, row) = (new ulong[64], new uint[documents.Length]);
            ScoreKernel.Mark([.. documents.Where(_ => random.Next(2) == 0)], start, bits);
            var count = RowKernel.FillWithin(documents, bits, start, 7, row);

            Assert.Equal(Plain(documents, start, 7, bits, (_, _) => true), row[..count]);
        }
    }

    [Fact]
    public void FillAbove_AnyLimit_KeepsWhatThePlainLoopDoes()
    {
        foreach (var (documents, start, random) in Cases())
        {
            var (bits, row) = (new ulong[64], new uint[documents.Length + 1]);
            ScoreKernel.Mark([.. documents.Where(_ => random.Next(4) > 0)], start, bits);
            var norms = Enumerable.Range(0, start + 4096).Select(_ => random.NextSingle()).ToArray();
            var frequencies = PackingDuel.Numbers(random, documents.Length + 1, 3).AsSpan(0, documents.Length).ToArray();
            var count = RowKernel.FillAbove(documents, frequencies, norms, 1.5f, bits, start, 7, row);

            Assert.Equal(Plain(documents, start, 7, bits, (document, i) => frequencies[i] * norms[document] > 1.5f), row[..count]);
        }
    }

    [Fact]
    public void Keep_ASet_MovesItsNumbersToTheBeginning()
    {
        foreach (var (documents, start, random) in Cases())
        {
            var (bits, row) = (new ulong[64], new uint[documents.Length]);
            ScoreKernel.Mark([.. documents.Where(_ => random.Next(3) == 0)], start, bits);
            RowKernel.Fill(documents, start, 7, row);

            Assert.Equal(Plain(documents, start, 7, bits, (_, _) => true), row[..RowKernel.Keep(row, bits)]);
        }
    }

    [Fact]
    public void Mark_NumbersOfTheSameDocumentToo_SetsABitForEach()
    {
        foreach (var (documents, start, random) in Cases())
        {
            var (bits, expected) = (new ulong[64], new ulong[64]);
            (bits[0], expected[0]) = (4, 4);
            var row = documents.SelectMany(
                document =>
                    Enumerable.Range(0, random.Next(1, 3)).Select(
                        rest => ((uint)(document - start) << RowKernel.DocumentShift) + (uint)rest)).ToArray();
            RowKernel.Mark(row, bits);
            ScoreKernel.Mark(documents, start, expected);

            Assert.Equal(expected, bits);
        }
    }

    [Fact]
    public void RunLength_RowsWithEqualBeginnings_CountsThem()
    {
        Assert.Equal(1, RowKernel.RunLength([5], 0));
        Assert.Equal(3, RowKernel.RunLength([16, 17, 31, 32], 4));
        Assert.Equal(4, RowKernel.RunLength([16, 17, 31, 32], 8));
    }

    private static IEnumerable<(int[] Documents, int Start, Random Random)> Cases()
    {
        foreach (var seed in Lengths)
        {
            var random = new Random(seed);
            var start = random.Next(10) * 64;
            yield return ([.. PackingDuel.Documents(random, seed).Select(document => start + document)], start, random);
        }
    }

    private static IEnumerable<uint> Plain(int[] documents, int start, uint rest, ulong[] bits, Func<int, int, bool> keeps) =>
        documents.Select((document, i) => (Document: document, Index: i))
            .Where(one => (bits[(one.Document - start) / 64] >> (one.Document % 64) & 1) == 1 && keeps(one.Document, one.Index))
            .Select(one => (uint)(one.Document - start) * (1 << 20) + rest + (uint)one.Index);
}
