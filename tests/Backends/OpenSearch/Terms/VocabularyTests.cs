using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Terms;

public sealed class VocabularyTests
{
    [Fact]
    public void Read_OfWhatWasWritten_KnowsEachTerm()
    {
        var stems = new Dictionary<string, int> { ["school"] = 3, ["scholar"] = 1, ["über"] = 200, ["a"] = 70_000 };
        var words = new Dictionary<string, int> { ["schools"] = 2 };

        var read = Vocabulary.Read(Vocabulary.Write(stems, words));

        Assert.All(stems, pair => Assert.Equal(pair.Value, read.Of(TermForm.Stemmed).FrequencyOf(pair.Key)));
        Assert.Equal((4, 1), (read.Stems.Count, read.Words.Count));
        Assert.Equal((2, 0, 0), (read.Words.FrequencyOf("schools"), read.Words.FrequencyOf("school"), read.Stems.FrequencyOf("")));
    }
}
