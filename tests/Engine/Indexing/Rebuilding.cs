using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>
/// Builds and commits one edition of an index after the other until it is killed, and says of what it finds then whether it is one of them.
/// Every document has the word of its edition, and editions differ in how many documents they have.
/// </summary>
internal static class Rebuilding
{
    private const int MostDocuments = 24;

    /// <summary>Less than any document, so that each is a chunk of its own and each commit merges.</summary>
    private const long ChunkBytes = 400;

    /// <summary>
    /// Commits until the process ends, and prints the number of each edition that it begins; after a minute it ends by itself.
    /// </summary>
    public static void Forever(string folder)
    {
        var end = Environment.TickCount64 + 60_000;
        for (var edition = Existing(folder) + 1; Environment.TickCount64 < end; edition++)
        {
            Console.WriteLine(edition);
            Build(folder, edition);
        }
    }

    /// <summary>The edition that a folder holds, 0 for none; an exception where it holds anything else.</summary>
    public static int Existing(string folder)
    {
        try
        {
            using var snapshot = IndexSnapshot.Open(folder);
            return Existing(snapshot);
        }
        catch (IndexNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>The edition that a snapshot holds; an exception where it holds anything else.</summary>
    public static int Existing(IndexSnapshot snapshot)
    {
        var edition = BitConverter.ToInt32(snapshot.ReadBlob("edition"));
        var found = snapshot.Search(new TermQuery(TermForm.Exact, $"edition{edition}"), new SearchOptions { Top = 0 }).Total;
        if (found != Documents(edition) || found != snapshot.DocumentCount)
        {
            throw new InvalidDataException(
                $"Edition {edition} has {Documents(edition)} documents, but {found} of {snapshot.DocumentCount} that are there have "
                    + "its word.");
        }

        for (var i = 0; i < Documents(edition); i++)
        {
            if (!snapshot.TryFind($"document{i}", out var document) || snapshot.Document(document).Text(0) != Text(edition, i))
            {
                throw new InvalidDataException($"Document {i} of edition {edition} is not what was written.");
            }
        }

        return edition;
    }

    private static void Build(string folder, int edition)
    {
        using var writer = IndexWriter.Create(folder, new IndexSettings(), ChunkBytes);
        for (var i = 0; i < Documents(edition); i++)
        {
            writer.Add(TestIndex.Document($"document{i}", Text(edition, i)));
        }

        writer.Commit(new IndexBlob("edition", BitConverter.GetBytes(edition)));
    }

    private static int Documents(int edition) => MostDocuments - (edition % 5);

    private static string Text(int edition, int document) =>
        $"edition{edition} {string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{((i * 7) + (edition * 13) + document) % 900}"))}";
}
