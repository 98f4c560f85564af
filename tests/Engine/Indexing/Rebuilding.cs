using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>
/// Commits one content after the other until it is killed, and says of what it finds then whether it is one of them. Content <c>n</c> is
/// some documents that all have the word <c>edition-n</c>, and the number itself.
/// </summary>
public static class Rebuilding
{
    /// <summary>Commits until the process ends; after a minute it ends by itself.</summary>
    public static void Forever(string folder)
    {
        var end = Environment.TickCount64 + 60_000;
        for (var edition = Existing(folder) + 1; Environment.TickCount64 < end; edition++)
        {
            Console.WriteLine(edition);
            using var writer = edition % 3 == 0 ? IndexWriter.Create(folder, new IndexSettings(), 400L) : IndexWriter.Update(folder, new IndexSettings());
            for (var i = 0; i < 60; i++)
            {
                if (i < Documents(edition))
                {
                    writer.Put(TestIndex.Document($"d{i}", $"edition{edition} of document number {i}"));
                }
                else
                {
                    writer.Delete($"d{i}");
                }
            }

            writer.Commit(BitConverter.GetBytes(edition));
        }
    }

    /// <summary>The content that a folder holds, 0 for none; an exception where it holds anything else.</summary>
    public static int Existing(string folder)
    {
        IndexSnapshot snapshot;
        try
        {
            snapshot = IndexSnapshot.Open(folder);
        }
        catch (IndexNotFoundException)
        {
            return 0;
        }

        using (snapshot)
        {
            var edition = BitConverter.ToInt32(snapshot.Manifest.UserData.Span);
            var found = snapshot.Search(new Queries.TermQuery(TermForm.Exact, $"edition{edition}"), new SearchOptions { Top = 0 }).Total;
            return found == Documents(edition) && snapshot.DocumentCount == found && snapshot.TryFind("d0", out _)
                ? edition
                : throw new InvalidDataException($"Edition {edition} has {Documents(edition)} documents, but {found} of {snapshot.DocumentCount} are of it.");
        }
    }

    /// <summary>Documents of a content.</summary>
    public static int Documents(int edition) => 30 + (edition % 7);
}
