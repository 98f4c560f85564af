using ProposalSearch.Search;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;

namespace ProposalSearch.Backends.Embedded.Tests.Searching;

/// <summary>An index of forty proposals, some of tens of thousands of words, that searches by a clock which can be asked.</summary>
public sealed class LongTexts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("limits-").FullName;

    public LongTexts()
    {
        var archive = RealText.Of(Path.Combine(Repository.Root, "seeds")).Repeated(count: 40, times: 40, new Random(1));
        using (var builder = BlockingCalls.EmbeddedBackend().Build(_folder))
        {
            archive.Proposals.ToList().ForEach(builder.Add);
            builder.Commit(archive.Metadata);
        }

        Index = new SearchBackend(new EmbeddedStore(), Clock).Open(_folder);
    }

    /// <summary>The clock.</summary>
    public LookingClock Clock { get; } = new();

    /// <summary>The index.</summary>
    public ProposalIndex Index { get; }

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
