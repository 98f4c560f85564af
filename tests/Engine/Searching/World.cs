using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>Random documents in an index of some segments, and the same documents as lists of words.</summary>
internal sealed class World : IDisposable
{
    private readonly TestIndex _index;
    private readonly PlainSearch _search;

    /// <summary>A world.</summary>
    /// <param name="random">Decides all.</param>
    /// <param name="documents">Documents of each segment.</param>
    /// <param name="longest">Words of a section at most.</param>
    public World(Random random, int[] documents, int longest)
    {
        var settings = SmallWorld.Settings(weighted: random.Next(2) == 0);
        var first = 0;
        var parts = documents.Select(count => SmallWorld.Documents(random, (first += count) - count, count, longest)).ToArray();
        _index = TestIndex.InParts(settings, parts);
        Plain = new PlainIndex(parts.SelectMany(part => part), settings);
        _search = new PlainSearch(Plain);
    }

    public IndexSnapshot Snapshot => _index.Snapshot;

    public PlainIndex Plain { get; }

    /// <summary>What a search must find.</summary>
    public PlainAnswer Expect(Query query, SearchOptions options) => new(this, query, options);

    /// <summary>The score of each document for a query.</summary>
    public Func<PlainDocument, double?> Scores(Query query) => _search.Of(query);

    public void Dispose() => _index.Dispose();
}
