using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>What a program that knows nothing of ours sees of an index.</summary>
public sealed class PlainLuceneTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("plain-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Index_OpenedByLuceneAlone_CountsWords()
    {
        using (var builder = new SearchBackend(new LuceneStore()).Build(_folder))
        {
            builder.Add(Some.Proposal("a", "Poverty and rivers."));
            builder.Add(Some.Proposal("b", "Gardens."));
            builder.Add(Some.Proposal("c", "The rivers of poverty: poverty!"));
            builder.Commit(Some.Metadata);
        }

        Assert.Equal(2, Count("text", "poverti"));
        Assert.Equal(2, Count("text.exact", "poverty"));
    }

    [SharedFact("corpora", "la2050-archive")]
    public void Index_OfTheRealArchive_CountsPovertyInPlainLucene()
    {
        BlockingCalls.RunPipeline(new(SharedCorpus.Path("corpora", "la2050-archive")!, _folder, null),
            new SearchBackend(new LuceneStore()), TimeProvider.System);

        Assert.Equal(208, Count("text.exact", "poverty"));
    }

    private int Count(string field, string word)
    {
        using var directory = FSDirectory.Open(_folder);
        using var reader = DirectoryReader.Open(directory);
        return new IndexSearcher(reader).Search(new TermQuery(new Term(field, word)), 1).TotalHits;
    }
}
