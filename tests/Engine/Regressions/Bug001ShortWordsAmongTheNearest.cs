using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// A word with fewer letters than edits ("1" for "sk") was taken to be as near as one with as many ("10"), and pushed it out of the
/// terms that count.
/// </summary>
public class Bug001ShortWordsAmongTheNearest
{
    [Fact]
    public void Fuzzy_MoreTermsInReachThanCount_PrefersThoseWithMoreLettersInCommon()
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new IndexSettings()))
        {
            foreach (string text in new[] { "1", "2", "10", "so" })
            {
                var document = new IndexDocument { Id = text };
                document.Sections.Add(new Section(0, text));
                writer.Add(document);
            }

            writer.Commit();
        }

        using var snapshot = IndexSnapshot.Open(folder.Path);
        var result = snapshot.Search(new FuzzyQuery(TermForm.Exact, "sk", 2) { MaximumTerms = 2 }, new SearchOptions());

        Assert.Equal(["so", "10"], result.Hits.Select(hit => snapshot.Document(hit.Document).Id));
    }
}
