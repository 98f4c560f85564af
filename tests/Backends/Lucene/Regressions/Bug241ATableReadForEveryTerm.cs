using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Regressions;

/// <summary>
/// A pattern within questions read where the sections of a document begin for each term of the pattern that it has, and gathered all of it
/// again for each account of a score: 619 MB and two seconds for twelve patterns on 1,287 proposals.
/// </summary>
public sealed class Bug241ATableReadForEveryTerm : IDisposable
{
    private const int Documents = 200;
    private const int Words = 400;
    private const int Many = 1_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("bug241-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Search_PatternsWithinSections_AllocateLittleMoreThanWithout()
    {
        await MakeAsync();
        using var reader = await new LuceneStore().OpenAsync(_folder);
        var pattern = new WildcardQuery(TermForm.Exact, "*w*", TermSetScoring.Blended);
        var scoped = new ScopeQuery(pattern, new HashSet<int> { 1 });
        await Allocated(reader, pattern);
        await Allocated(reader, scoped);
        var (plain, all) = await Allocated(reader, pattern);
        var (within, some) = await Allocated(reader, scoped);

        Assert.Equal((Documents, Documents / 2), (all, some));
        Assert.True(within < plain + Many, $"{plain:N0} bytes without sections, {within:N0} within some");
    }

    /// <summary>
    /// Bytes that a search and the accounts of its hits take on this thread (tests beside it allocate on others), and its matches.
    /// </summary>
    private static async Task<(long Bytes, long Total)> Allocated(Retrieval.IIndexReader reader, Query query)
    {
        var (thread, before) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
        var run = reader.Begin(TimeLimit.None);
        var found = await run.SearchAsync(query, new SearchOptions { Top = 100 });
        await run.DescribeAsync(new DetailsRequest(found.Hits) { Explained = query });
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        return (taken, found.Total);
    }

    private async Task MakeAsync()
    {
        await using var writer = await new LuceneStore().CreateAsync(_folder, new IndexSettings());
        for (var at = 0; at < Documents; at++)
        {
            var words = string.Join(' ', Enumerable.Range(0, Words).Select(word => $"w{word}"));
            await writer.AddAsync(new IndexDocument
            {
                Id = $"{at:000}",
                Sections = { new Section(at % 2, words), new Section(2, "other") },
            });
        }

        await writer.PublishAsync([]);
    }
}
