using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Testing;

namespace ProposalSearch.Backends.Embedded.Tests.Searching;

/// <summary>An index whose facets have a value for each of its many proposals.</summary>
public sealed class ManyValues : IDisposable
{
    /// <summary>Proposals, and so values: areas from <c>Á00000</c> on, amounts from -5 on.</summary>
    public const int Count = 20_000;

    private static readonly IndexMetadata Metadata = Some.Metadata with
    {
        Facets = [new("area", "Area", FacetType.Text), new("amount", "Amount", FacetType.Number) { IsListed = false }],
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("values-").FullName;

    public ManyValues()
    {
        using (var builder = BlockingCalls.EmbeddedBackend().Build(_folder))
        {
            for (var number = 0; number < Count; number++)
            {
                var text = number.ToString("00000", CultureInfo.InvariantCulture);
                builder.Add(
                    Some.Proposal(text) with
                    {
                        Facets = Some.Facets(("area", [$"Á{text}"]), ("amount", [(number - 5).ToString(CultureInfo.InvariantCulture)])),
                    });
            }

            builder.Commit(Metadata);
        }

        Index = BlockingCalls.EmbeddedBackend().Open(_folder);
    }

    /// <summary>The index.</summary>
    public ProposalIndex Index { get; }

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
