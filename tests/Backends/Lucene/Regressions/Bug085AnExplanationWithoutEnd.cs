using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Regressions;

/// <summary>
/// A query of many words had the account of each in the explanation of each hit, so that a page of hits was megabytes. The words that give
/// most are listed, and what the others give together.
/// </summary>
public sealed class Bug085AnExplanationWithoutEnd : IDisposable
{
    private const int Words = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("bug085-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Describe_AQueryOfManyWords_ListsThoseThatGiveMost()
    {
        var words = Enumerable.Range(0, Words).Select(word => $"word{word}").ToList();
        var query = new BooleanQuery { Should = [.. words.Select(word => new TermQuery(TermForm.Exact, word))] };
        var store = new LuceneStore();
        await using (var writer = await store.CreateAsync(_folder, new IndexSettings()))
        {
            await writer.AddAsync(new IndexDocument { Id = "a", Sections = { new Section(0, string.Join(' ', words)) } });
            await writer.PublishAsync([]);
        }

        using var reader = await store.OpenAsync(_folder);
        var hits = (await reader.SearchAsync(query, new SearchOptions())).Hits;
        var account = (await reader.DescribeAsync(new DetailsRequest(hits) { Explained = query })).Single().Explanation!;

        Assert.Equal(hits.Single().Score, account.Value);
        Assert.Equal(ScoreAccount.MostParts + 1, account.Details.Count);
        Assert.Equal($"{Words - ScoreAccount.MostParts} further parts, which are not listed", account.Details[^1].Description);
        Assert.Equal(account.Value, account.Details.Sum(part => part.Value), 1e-4);
    }
}
