using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A search that may skip documents skipped those that score 0, though there was room for them among the hits.</summary>
public class Bug002PrunedHitsWithoutScore
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Search_TermsWithoutWeight_FindsTheSameCountedOrNot(bool count)
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new IndexSettings()))
        {
            foreach (string text in new[] { "youth", "arts", "youth arts" })
            {
                var document = new IndexDocument { Id = text };
                document.Sections.Add(new Section(0, text));
                writer.Add(document);
            }

            writer.Commit();
        }

        using var snapshot = IndexSnapshot.Open(folder.Path);
        var youth = new TermQuery(TermForm.Exact, "youth");
        var arts = new BoostQuery(new TermQuery(TermForm.Exact, "arts"), 0);
        var result = snapshot.Search(new BooleanQuery { Should = [youth, arts] }, new SearchOptions { Count = count });

        Assert.Equal(["youth", "youth arts", "arts"], result.Hits.Select(hit => snapshot.Document(hit.Document).Id));
    }
}
