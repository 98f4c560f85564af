using System.Numerics;
using ProposalSearch.Engine.Columns;
using Xunit;

namespace ProposalSearch.Engine.Tests.Columns;

/// <summary>What an ordinal column means, without any cleverness: a list of values for each document.</summary>
internal sealed class PlainColumn(List<string[]> documents)
{
    public List<string[]> Documents { get; } = documents;

    public static PlainColumn Random(Random random, int values, int mostPerDocument, int documents)
    {
        string Pick() => $"value {random.Next(random.Next(2) == 0 ? values : Math.Min(values, 3)):x}";
        string[] Values() => [.. Enumerable.Range(0, random.Next(mostPerDocument + 1)).Select(_ => Pick())];
        return new([.. Enumerable.Range(0, documents).Select(_ => Values())]);
    }

    public OrdinalColumnBuilder Build()
    {
        var builder = new OrdinalColumnBuilder();
        for (var document = 0; document < Documents.Count; document++)
        {
            foreach (var value in Documents[document])
            {
                builder.Add(document, value);
            }
        }

        return builder;
    }

    public void AssertEqual(OrdinalColumnReader column, Random random, string hint)
    {
        var values = Documents.SelectMany(document => document).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(values, Enumerable.Range(0, column.ValueCount).Select(column.Value));
        AssertDocuments(column);
        for (var round = 0; round < 12; round++)
        {
            var first = random.Next(Documents.Count);
            var count = random.Next(Documents.Count - first + 1);
            AssertCounts(column, first, Bits.Random(random, count), count, hint);
            AssertMarks(column, first, count, random, hint);
        }
    }

    private void AssertDocuments(OrdinalColumnReader column)
    {
        var ordinals = new int[column.MaxOrdinals];
        for (var document = 0; document < Documents.Count; document++)
        {
            var expected = Documents[document].Distinct().Order(StringComparer.Ordinal).ToArray();
            var count = column.GetOrdinals(document, ordinals);
            Assert.Equal(expected, ordinals.Take(count).Select(column.Value));
            Assert.Equal(count == 0 ? -1 : ordinals[0], column.First(document));
        }
    }

    private void AssertCounts(OrdinalColumnReader column, int first, ulong[] matches, int count, string hint)
    {
        var actual = new int[column.ValueCount + 1];
        var missing = 1000;
        column.Count(matches, first, actual, ref missing);

        var expected = new int[column.ValueCount + 1];
        var expectedMissing = 1000;
        for (var i = 0; i < count; i++)
        {
            if (Bits.Has(matches, i))
            {
                expectedMissing += Documents[first + i].Length == 0 ? 1 : 0;
                foreach (var value in Documents[first + i].Distinct())
                {
                    expected[column.Find(value)]++;
                }
            }
        }

        Assert.True(expected.AsSpan().SequenceEqual(actual), hint);
        Assert.True(expectedMissing == missing, hint);
    }

    private void AssertMarks(OrdinalColumnReader column, int first, int count, Random random, string hint)
    {
        var wanted = new bool[column.ValueCount];
        for (var i = random.Next(4); i > 0 && wanted.Length > 0; i--)
        {
            wanted[random.Next(wanted.Length)] = true;
        }

        var missing = random.Next(2) == 0;
        var bits = Bits.Random(random, count);
        var before = (ulong[])bits.Clone();
        column.Mark(wanted, missing, first, count, bits);
        for (var i = 0; i < count; i++)
        {
            var values = Documents[first + i];
            var hit = values.Length == 0 ? missing : values.Any(value => wanted[column.Find(value)]);
            Assert.True((hit || Bits.Has(before, i)) == Bits.Has(bits, i), $"{hint}, document {first + i}");
        }

        Assert.Equal(0, count % 64 == 0 ? 0 : BitOperations.PopCount(bits[^1] >> (count % 64)));
    }
}
