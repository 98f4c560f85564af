using System.Globalization;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>
/// An index that is changed again and again, and made anew now and then. Each edition replaces five documents, removes one and adds one, so
/// that it is known of each document what it says in which edition.
/// </summary>
internal static class ChangedEditions
{
    private const string Blob = "edition";
    private const int Documents = 300;
    private const int Replaced = 5;
    private const int MadeAnewEvery = 25;

    private static readonly IndexSettings _settings = new() { SectionWeights = [3, 1, 2] };

    /// <summary>Publishes an edition after the one before it.</summary>
    public static async Task PublishOneAsync(string folder, int edition)
    {
        var store = new LuceneStore { WriterMegabytes = 2 };
        if (edition % MadeAnewEvery == 1)
        {
            await BuildAsync(store, folder, edition);
            return;
        }

        await using var update = await store.UpdateAsync(folder, _settings)
            ?? throw new InvalidOperationException($"edition {edition}: the index cannot be changed");
        foreach (int number in Enumerable.Range(0, Replaced).Select(i => ((edition * Replaced) + i) % Documents))
        {
            await update.PutAsync(Document($"{number:D5}", edition));
        }

        await update.DeleteAsync(Newest(edition - 1));
        await update.PutAsync(Document(Newest(edition), edition));
        await update.PublishAsync([new IndexBlob(Blob, BitConverter.GetBytes(edition))]);
    }

    /// <summary>The edition in a folder; 0 where there is none.</summary>
    /// <exception cref="InvalidOperationException">It is not whole.</exception>
    public static async Task<int> ReadAsync(string folder)
    {
        try
        {
            using var reader = await new LuceneStore().OpenAsync(folder);
            int edition = BitConverter.ToInt32(await reader.ReadBlobAsync(Blob));
            string[] ids = [.. Enumerable.Range(0, Documents).Select(number => $"{number:D5}"), Newest(edition)];
            var found = await reader.FindAsync(ids);
            for (int at = 0; at < ids.Length; at++)
            {
                int said = found[at] is { } document ? BitConverter.ToInt32(document.ReadStored()) : -1;
                Check(said == Expected(at, edition), $"document {ids[at]} of edition {edition} is of edition {said}");
            }

            var counted = await reader.SearchAsync(new TermQuery(TermForm.Exact, "everywhere"), new SearchOptions { Top = 1 });
            Check(counted.Total == ids.Length && reader.Identity.Documents == ids.Length,
                $"edition {edition} has {counted.Total} documents of {ids.Length}");
            return edition;
        }
        catch (IndexUnavailableException unavailable) when (unavailable.Reason == IndexUnavailableReason.Absent)
        {
            return 0;
        }
    }

    private static async Task BuildAsync(LuceneStore store, string folder, int edition)
    {
        await using var writer = await store.CreateAsync(folder, _settings);
        for (int number = 0; number < Documents; number++)
        {
            await writer.AddAsync(Document($"{number:D5}", Expected(number, edition)));
        }

        await writer.AddAsync(Document(Newest(edition), edition));
        await writer.PublishAsync([new IndexBlob(Blob, BitConverter.GetBytes(edition))]);
    }

    private static int Expected(int number, int edition)
    {
        if (number == Documents)
        {
            return edition;
        }

        int said = edition;
        while (said > 0 && (number - (said * Replaced % Documents) + Documents) % Documents >= Replaced)
        {
            said--;
        }

        return said;
    }

    private static IndexDocument Document(string id, int edition)
    {
        var document = new IndexDocument { Id = id, Stored = BitConverter.GetBytes(edition) };
        document.Sections.Add(new Section(0, $"Everywhere edition{edition}"));
        document.Sections.Add(
            new Section(1, string.Join(' ', Enumerable.Range(0, 60).Select(word => $"word{((edition * 31) + (word * id.Length)) % 997}"))));
        return document;
    }

    private static string Newest(int edition) => string.Create(CultureInfo.InvariantCulture, $"x{edition}");

    private static void Check(bool isWhole, string otherwise)
    {
        if (!isWhole)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
