using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// What could not be written of a document was noticed when its chunk was: the commit failed with an error that did not name the document,
/// and with it all other documents were lost.
/// </summary>
public sealed class Bug023DocumentsThatCannotBeWritten
{
    [Fact]
    public void Add_TwoNumbersOfOneColumn_IsRefusedByItsIdAndLosesNothingElse() =>
        AssertRefused<ArgumentException>(new IndexSettings(), document =>
    {
        document.Numbers.Add(("year", 2013));
        document.Numbers.Add(("year", 2014));
    }, "year");

    [Fact]
    public void Add_TextThatIsNull_IsRefusedByItsIdAndLosesNothingElse() =>
        AssertRefused<ArgumentException>(new IndexSettings(), document => document.Sections.Add(new Section(0, null!)), "section 0");

    [Fact]
    public void Add_ValueThatIsNull_IsRefusedByItsIdAndLosesNothingElse() =>
        AssertRefused<ArgumentException>(new IndexSettings(), document => document.Values.Add(("category", null!)), "category");

    [Fact]
    public void Add_MoreWordsThanADocumentCanHave_IsRefusedByItsIdAndLosesNothingElse() => AssertRefused<DocumentRefusedException>(
        new IndexSettings { SectionGap = 8_000_000 },
        document => document.Sections.AddRange([new Section(0, "one"), new Section(0, "two"), new Section(0, "three")]),
        "Split it");

    private static void AssertRefused<T>(IndexSettings settings, Action<IndexDocument> spoil, string named)
        where T : Exception
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, settings))
        {
            writer.Add(TestIndex.Document("before", "word"));
            var spoilt = TestIndex.Document("spoilt");
            spoil(spoilt);
            var message = Assert.ThrowsAny<T>(() => writer.Add(spoilt)).Message;
            Assert.Contains("\"spoilt\"", message, StringComparison.Ordinal);
            Assert.Contains(named, message, StringComparison.Ordinal);
            writer.Add(TestIndex.Document("after", "word"));
            writer.Commit();
        }

        using var index = IndexSnapshot.Open(folder.Path);
        Assert.Equal(2, index.Search(new TermQuery(TermForm.Exact, "word"), new SearchOptions()).Total);
    }
}
