using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Tests.Duel;

/// <summary>
/// Documents made of few words, so that phrases, repeats and ties are frequent; with sections of every weight, some of them empty.
/// </summary>
internal sealed class MadeArchive(int seed, int documents)
{
    private static readonly string[] _words =
    [
        "garden", "gardens", "gardening", "the", "of", "river", "Rivers’", "café", "cafe", "naïve", "日本", "go-kart", "x", "3.5", "école",
            "🎉", "poverty", "it's",
    ];

    /// <summary>How the index is made.</summary>
    public IndexSettings Settings { get; } = new() { SectionWeights = [3, 1, 2], SectionGap = 100 };

    /// <summary>Words in their exact form, in an order that the documents have.</summary>
    public static IReadOnlyList<string> ExactWords { get; } =
        ["garden", "the", "river", "garden", "gardens", "of", "cafe", "naive", "日", "x", "3.5", "ecole", "poverty", "it", "go", "kart",
            "garden", "garden", "nowhere"];

    /// <summary>Stems.</summary>
    public static IReadOnlyList<string> Stems { get; } = ["garden", "river", "cafe", "naiv", "poverti", "x", "nowher"];

    /// <summary>Writes it.</summary>
    public async Task BuildAsync(IIndexStore store, string folder)
    {
        await using var writer = await store.CreateAsync(folder, Settings);
        await writer.DeclareAsync([new IndexColumn("colour", ColumnKind.Text), new IndexColumn("size", ColumnKind.Text),
            new IndexColumn("#year", ColumnKind.Number)]);
        foreach (var document in Documents())
        {
            await writer.AddAsync(document);
        }

        await writer.PublishAsync([new IndexBlob("note", new byte[] { 1, 2, 3 })]);
    }

    private IEnumerable<IndexDocument> Documents()
    {
        var random = new Random(seed);
        for (int i = 0; i < documents; i++)
        {
            var document = new IndexDocument { Id = $"d{i:D6}", Stored = new byte[] { (byte)i, 7 } };
            for (int section = random.Next(5); section >= 0; section--)
            {
                var words = Enumerable.Range(0, random.Next(12)).Select(_ => _words[random.Next(_words.Length)]);
                document.Sections.Add(new Section(random.Next(6), string.Join(random.Next(4) == 0 ? ".  " : " ", words)));
            }

            AddColumns(document, random);
            yield return document;
        }
    }

    private static void AddColumns(IndexDocument document, Random random)
    {
        foreach (int value in Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(9)).Distinct())
        {
            document.Values.Add(("colour", "value " + value));
        }

        document.Values.Add(("size", random.Next(2) == 0 ? "great" : ""));
        if (random.Next(3) > 0)
        {
            document.Numbers.Add(("#year", random.Next(2010, 2022)));
        }
    }
}
