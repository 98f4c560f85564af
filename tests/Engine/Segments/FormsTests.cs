using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Segments;

/// <summary>Indexes that keep one form of the words only, and segments whose files are gone.</summary>
public sealed class FormsTests
{
    [Theory]
    [InlineData(TermForms.Stemmed, 1, 0)]
    [InlineData(TermForms.Exact, 0, 1)]
    [InlineData(TermForms.Stemmed | TermForms.Exact, 1, 1)]
    [InlineData(TermForms.None, 0, 0)]
    public void Search_FormThatIsNotKept_FindsNothing(TermForms forms, int stemmed, int exact)
    {
        var settings = new IndexSettings { Forms = forms };
        using var index = TestIndex.InParts(settings, [[TestIndex.Document("a", "two colleges")], [TestIndex.Document("b", "")]]);

        Assert.Equal(stemmed, Total(index, TermForm.Stemmed, "colleg"));
        Assert.Equal(exact, Total(index, TermForm.Exact, "colleges"));
        Assert.Equal(2, index.Snapshot.AverageLength);
        Assert.Equal(2, index.Snapshot.Search(new AllQuery(), new SearchOptions()).Total);
    }

    [Fact]
    public void Open_AFileOfTheSegmentGone_NamesItAndTheRemedy()
    {
        using var index = TestIndex.OfTexts("word");
        foreach (var name in index.Snapshot.Manifest.AllFiles.Select(file => file.Name))
        {
            var path = Path.Combine(index.Folder, name);
            File.Move(path, path + ".gone");
            var error = Assert.Throws<IndexDamagedException>(() => IndexSnapshot.Open(index.Folder));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.Contains("Build the index again", error.Message, StringComparison.Ordinal);
            File.Move(path + ".gone", path);
        }

        IndexSnapshot.Open(index.Folder).Dispose();
    }

    [Fact]
    public void Open_FolderWithoutAnIndex_SaysSo()
    {
        using var folder = new Testing.TemporaryFolder();

        Assert.Throws<IndexNotFoundException>(() => IndexSnapshot.Open(folder.Path));
        Assert.Throws<IndexNotFoundException>(() => IndexSnapshot.Open(Path.Combine(folder.Path, "nowhere")));
    }

    private static long Total(TestIndex index, TermForm form, string term)
    {
        Query[] queries =
        [
            new TermQuery(form, term), new PrefixQuery(form, term[..3], TermSetScoring.Blended), new WildcardQuery(
                form, term[..4] + "*", TermSetScoring.Constant),
            new FuzzyQuery(form, term + "x", 1), new PhraseQuery(form, [new("two", 0), new(term, 1)], 0),
        ];
        var totals = queries.Select(query => index.Snapshot.Search(query, new SearchOptions()).Total).Distinct().ToArray();
        Assert.All(
            queries, query => Assert.Equal(totals[0], new Highlighter(index.Snapshot, query).Passages(0, new HighlightOptions()).Count));
        return Assert.Single(totals);
    }
}
