using System.Buffers.Binary;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>An index that is built again and again, each time of other documents, so that a mixture of two editions is noticed.</summary>
internal static class Editions
{
    private const string Blob = "edition";

    private static readonly IndexSettings _settings = new() { SectionWeights = [3, 1, 2] };

    /// <summary>Publishes an edition.</summary>
    public static async Task PublishOneAsync(string folder, int edition)
    {
        await using var writer = await new LuceneStore { WriterMegabytes = 2 }.CreateAsync(folder, _settings);
        await writer.DeclareAsync([new IndexColumn("edition", ColumnKind.Number)]);
        for (int i = 0; i < Documents(edition); i++)
        {
            var document = new IndexDocument { Id = $"{i:D5}", Stored = BitConverter.GetBytes(edition) };
            document.Sections.Add(new Section(0, $"Document {i} of edition{edition}"));
            document.Sections.Add(new Section(1,
                string.Join(' ', Enumerable.Range(0, 60).Select(word => $"word{(i * 31 + word * edition) % 997}"))));
            document.Numbers.Add(("edition", edition));
            await writer.AddAsync(document);
        }

        byte[] number = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, edition);
        await writer.PublishAsync([new IndexBlob(Blob, number)]);
    }

    /// <summary>The edition in a folder; 0 where there is none.</summary>
    /// <exception cref="InvalidOperationException">It is not whole.</exception>
    public static async Task<int> ReadAsync(string folder)
    {
        try
        {
            using var reader = await new LuceneStore().OpenAsync(folder);
            return await ReadAsync(reader);
        }
        catch (IndexUnavailableException unavailable) when (unavailable.Reason == IndexUnavailableReason.Absent)
        {
            return 0;
        }
    }

    /// <summary>The edition that a reader has.</summary>
    /// <exception cref="InvalidOperationException">It is not whole.</exception>
    public static async Task<int> ReadAsync(IIndexReader reader)
    {
        int edition = BinaryPrimitives.ReadInt32LittleEndian(await reader.ReadBlobAsync(Blob));
        var found = await reader.SearchAsync(new TermQuery(TermForm.Exact, $"edition{edition}"), new SearchOptions { Top = 3 });
        var details = await reader.DescribeAsync(new DetailsRequest(found.Hits)
        {
            Marked = new TermQuery(TermForm.Exact,
            $"edition{edition}")
        });
        bool whole = found.Total == Documents(edition) && reader.Identity.Documents == found.Total
            && details.All(one => BitConverter.ToInt32(one.Document.ReadStored()) == edition && one.Passages.Count == 1);
        return whole ? edition
            : throw new InvalidOperationException($"edition {edition} has {found.Total} documents of {Documents(edition)}");
    }

    private static int Documents(int edition) => 200 + edition % 7 * 50;
}
