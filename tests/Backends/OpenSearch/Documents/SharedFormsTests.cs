using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Documents;

public sealed class SharedFormsTests
{
    [Fact]
    public void Forms_GivenBack_AreLentAgain()
    {
        var shared = new SharedForms(AnalysisOptions.Default);

        Assert.Same(shared.Use(forms => forms), shared.Use(forms => forms));
    }

    [Fact]
    public void Forms_WantedTwiceAtATime_AreTwo()
    {
        var shared = new SharedForms(AnalysisOptions.Default);

        var (outer, inner) = shared.Use(one => (one, shared.Use(other => other)));

        Assert.NotSame(outer, inner);
    }

    [Fact]
    public void Words_OfDocumentsReadAtTheSameTime_AreThoseOfEach()
    {
        var shared = new SharedForms(AnalysisOptions.Default);
        StoredDocument[] documents =
        [
            .. Enumerable.Range(0, 200)
                .Select(number => new DocumentRecord($"{number}", default, [], [new Section(0, $"schools of city{number}")]))
                .Select(record => new StoredDocument(record, new IndexSettings(), shared)),
        ];

        Parallel.ForEach(documents, document => _ = document.Words);

        Assert.All(documents, document => Assert.Equal(
            ["city" + document.Id, "of", "schools"], document.Words.Terms(TermForm.Exact).Keys.Order(StringComparer.Ordinal)));
    }
}
