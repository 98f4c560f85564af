using ProposalSearch.Analysis.Text;
using ProposalSearch.Backends.Lucene.Documents;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Documents;

/// <summary>What is stored of a document comes back as it was, whatever its characters.</summary>
public sealed class StoredRecordTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a big dog")]
    [InlineData("“Café” — naïve, isn’t it?")]
    [InlineData("🎉\ud83d lone \udc00 surrogates\0")]
    public void Record_OfAText_GivesItAndItsWordsBack(string text) => Check(text);

    [Fact]
    public void Record_OfMoreLettersThanAByteHolds_GivesItBack() =>
        Check(string.Concat(Enumerable.Range(0x4e00, 129).Select(code => $"{(char)code} ")));

    [Fact]
    public void Record_OfJustAsManyLettersAsAByteHolds_GivesItBack() =>
        Check(string.Concat(Enumerable.Range(0x4e00, 128).Select(code => $"{(char)code} ")));

    [Fact]
    public void Record_OfRandomTexts_GivesThemBack()
    {
        const int seed = 5;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++)
        {
            int letters = random.Next(1, 400);
            Check(string.Concat(Enumerable.Range(0, random.Next(2_000))
                .Select(_ => random.Next(4) == 0 ? ' '
                    : (char)(random.Next(2) == 0 ? 'a' + random.Next(26) : 0xc0 + random.Next(letters)))));
        }
    }

    private static void Check(string text)
    {
        List<int> starts = [], lengths = [];
        var words = new WordEnumerator(text);
        while (words.MoveNext())
        {
            starts.Add(words.Start);
            lengths.Add(words.Length);
        }

        var writer = new RecordWriter();
        writer.AddSection(3, 0, "before", [0], [6]);
        writer.AddSection(7, 101, text, [.. starts], [.. lengths]);
        byte[] bytes = writer.Complete("an id", [1, 2]);
        var record = new StoredRecord(() => bytes);

        Assert.Equal(("an id", 2, 7, 101, starts.Count, text.Length),
            (record.Id, record.SectionCount, record.Label(1), record.StartPosition(1), record.TokenCount(1), record.TextLength(1)));
        Assert.Equal([1, 2], record.ReadStored());
        Assert.True(text == record.Text(1));
        Assert.Equal("fore", record.Text(0, 2, 4));
        Assert.Equal(starts.Zip(lengths), Enumerable.Range(0, starts.Count).Select(word => record.Token(1, word)));
        Assert.Equal(text[(text.Length / 3)..], record.Text(1, text.Length / 3, text.Length - text.Length / 3));
    }
}
