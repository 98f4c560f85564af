using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Documents;

public sealed class RecordFormatTests
{
    [Theory]
    [InlineData("")]
    [InlineData("A big dog. \0 ü שלום 🎉")]
    [InlineData("half of a pair: \ud83d, the other: \ude00\ud83d")]
    public void Read_OfWhatWasWritten_GivesItBack(string text)
    {
        var document = new IndexDocument { Id = "a/" + text, Stored = new byte[] { 1, 2, 3 } };
        document.Sections.AddRange([new Section(0, text), new Section(300, text + text)]);
        document.Values.AddRange([("one", text), ("other", "x")]);

        var read = RecordFormat.Read(RecordFormat.Write(document, column => column == "one" ? 7 : 200));

        Assert.Equal(document.Id, read.Id);
        Assert.Equal([1, 2, 3], read.Stored.ToArray());
        Assert.Equal(document.Sections, read.Sections);
        Assert.Equal([(7, text), (200, "x")], read.Values);
    }

    [Fact]
    public void Token_OfALongText_IsShortAndItsOwn()
    {
        string text = new string('ü', 40_000), other = text + "x";

        Assert.Equal("short", LongTexts.Token("short"));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(LongTexts.Token(text)), 1, 32_766);
        Assert.NotEqual(LongTexts.Token(text), LongTexts.Token(other));
        Assert.Equal(text, LongTexts.Read(LongTexts.Write([text, other]))[LongTexts.Token(text)]);
    }
}
