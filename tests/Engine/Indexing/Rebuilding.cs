using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>
/// Commits one edition of an index after the other until it is killed, and says of what it finds then whether it is one of them. An
/// edition puts anew the documents of one group, in turn, and leaves the others as they are: so segments live long enough to be merged. Now and
/// then it builds all groups anew. A document has the word of the edition that wrote it.
/// </summary>
public static class Rebuilding
{
    private const int Groups = 12;
    private const int MostDocuments = 12;
    private const int BuildsAnewEvery = 25;

    /// <summary>Less than any document, so that each is a chunk of its own and each commit merges.</summary>
    private const long ChunkBytes = 400;

    /// <summary>Commits until the process ends, and prints the number of each edition that it begins; after a minute it ends by itself.</summary>
    public static void Forever(string folder)
    {
        var end = Environment.TickCount64 + 60_000;
        for (var edition = Existing(folder) + 1; Environment.TickCount64 < end; edition++)
        {
            Console.WriteLine(edition);
            if (edition % BuildsAnewEvery == 0)
            {
                BuildAnew(folder, edition);
            }
            else
            {
                Update(folder, edition);
            }
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
        var expected = 0;
        foreach (var writer in Writers(edition))
        {
            expected += Documents(writer);
            var found = snapshot.Search(new TermQuery(TermForm.Exact, $"edition{writer}"), new SearchOptions { Top = 0 }).Total;
            if (found != Documents(writer) || !snapshot.TryFind(Id(writer, 0), out var first) || snapshot.Document(first).Text(0) != Text(writer, 0))
            {
                throw new InvalidDataException($"Edition {edition} has {Documents(writer)} documents of edition {writer}, but {found} are there.");
            }
        }

        return snapshot.DocumentCount == expected
            ? edition
            : throw new InvalidDataException($"Edition {edition} has {expected} documents, but {snapshot.DocumentCount} are there.");
    }

    private static void BuildAnew(string folder, int edition)
    {
        using var writer = IndexWriter.Create(folder, new IndexSettings(), ChunkBytes);
        foreach (var other in Writers(edition))
        {
            Put(writer, other);
        }

        writer.Commit(new IndexBlob("edition", BitConverter.GetBytes(edition)));
    }

    private static void Update(string folder, int edition)
    {
        using var writer = IndexWriter.Update(folder, new IndexSettings(), ChunkBytes);
        Put(writer, edition);
        for (var i = Documents(edition); i < MostDocuments; i++)
        {
            writer.Delete(Id(edition, i));
        }

        writer.Commit(new IndexBlob("edition", BitConverter.GetBytes(edition)));
    }

    private static void Put(IndexWriter writer, int edition)
    {
        for (var i = 0; i < Documents(edition); i++)
        {
            writer.Put(TestIndex.Document(Id(edition, i), Text(edition, i)));
        }
    }

    /// <summary>The editions that wrote what an edition holds: the last one of each group.</summary>
    private static IEnumerable<int> Writers(int edition) => Enumerable.Range(Math.Max(1, edition - Groups + 1), Math.Min(edition, Groups));

    private static int Documents(int edition) => MostDocuments - (edition % 5);

    private static string Id(int edition, int document) => $"group{edition % Groups}-{document}";

    private static string Text(int edition, int document) =>
        $"edition{edition} {string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{((i * 7) + (edition * 13) + document) % 900}"))}";
}
