using System.Globalization;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>An index that was changed answers as one that was made anew of the same documents.</summary>
public sealed class UpdateTests(ITestOutputHelper output) : IDisposable
{
    private static readonly IndexSettings _settings = new() { SectionWeights = [3, 1, 2] };

    private readonly string _folder = Directory.CreateTempSubdirectory("updates-").FullName;

    private string Changed => Path.Combine(_folder, "changed");

    private string Anew => Path.Combine(_folder, "anew");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Update_ByRandomEdits_AnswersAsAnIndexMadeAnew(int seed)
    {
        var random = new Random(seed);
        var store = new LuceneStore();
        var documents = new SortedDictionary<string, IndexDocument>(StringComparer.Ordinal);
        for (int i = 0; i < 120; i++)
        {
            Put(documents, RandomDocument(random, $"{i * 10:D5}"));
        }

        await BuildAsync(store, Changed, documents.Values);
        using var first = await store.OpenToServeAsync(Changed, IndexHeldIn.Memory);
        IIndexReader reader = first;
        for (int round = 0; round < 25; round++)
        {
            await EditAsync(store, documents, random);
            await BuildAsync(store, Anew, documents.Values);
            var before = reader;
            reader = (await before.ReopenAsync())!;
            before.Dispose();
            await CompareAsync(store, reader, random, $"seed {seed}, round {round}");
            Assert.Empty((await store.VerifyAsync(Changed)).Faults);
        }

        reader.Dispose();
    }

    [Fact]
    public async Task Update_AThousandTimes_LeavesFewSegmentsAndFiles()
    {
        const int documents = 300, updates = 1_000;
        var (store, random) = (new LuceneStore(), new Random(1));
        await BuildAsync(store, Changed, Enumerable.Range(0, documents).Select(i => RandomDocument(random, $"{i:D5}")));
        int segments = 0, files = 0;
        for (int i = 0; i < updates; i++)
        {
            await using (var update = (await store.UpdateAsync(Changed, _settings))!)
            {
                await update.PutAsync(RandomDocument(random, $"{random.Next(documents):D5}"));
                await update.PublishAsync([new IndexBlob("number", BitConverter.GetBytes(i))]);
            }

            if (i % 20 > 0)
            {
                files = Math.Max(files, Directory.GetFiles(Changed).Length);
                continue;
            }

            using var reader = await store.OpenAsync(Changed);
            segments = Math.Max(segments, (await reader.StatisticsAsync()).Segments);
            Assert.Equal(documents, reader.Identity.Documents);
        }

        output.WriteLine($"{updates} updates: {segments} segments and {files} files at most");
        Assert.InRange(segments, 1, 16);
        Assert.InRange(files, 1, 16 * 16);
        Assert.Empty((await store.VerifyAsync(Changed)).Faults);
    }

    [Fact]
    public async Task Update_WhileSomebodyWrites_SaysSo()
    {
        var store = new LuceneStore();
        await BuildAsync(store, Changed, [RandomDocument(new Random(1), "a")]);
        await using var update = await store.UpdateAsync(Changed, _settings);

        var locked = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await store.UpdateAsync(Changed, _settings));

        Assert.Equal(IndexUnavailableReason.Locked, locked.Reason);
    }

    [Fact]
    public async Task Update_OfNoIndexOfOtherSettingsOrOfADamagedOne_IsNone()
    {
        var store = new LuceneStore();
        Assert.Null(await store.UpdateAsync(Changed, _settings));
        await BuildAsync(store, Changed, [RandomDocument(new Random(1), "a")]);
        Assert.Null(await store.UpdateAsync(Changed, _settings with { SectionWeights = [4] }));
        string postings = Directory.GetFiles(Changed, "*.pos").Single();
        byte[] bytes = await File.ReadAllBytesAsync(postings);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(postings, bytes);

        Assert.Null(await store.UpdateAsync(Changed, _settings));
    }

    [Fact]
    public async Task Update_NotPublished_LeavesTheIndexAsItWas()
    {
        var store = new LuceneStore();
        await BuildAsync(store, Changed, [RandomDocument(new Random(1), "a")]);
        string[] before = [.. Directory.GetFiles(Changed).Order()];
        await using (var update = (await store.UpdateAsync(Changed, _settings))!)
        {
            await update.PutAsync(RandomDocument(new Random(2), "b"));
            await update.DeleteAsync("a");
        }

        Assert.Equal(before, Directory.GetFiles(Changed).Order());
        using var reader = await store.OpenAsync(Changed);
        Assert.Equal(["a", null], (await reader.FindAsync(["a", "b"])).Select(document => document?.Id));
    }

    [Fact]
    public async Task Reader_ReopenedAndDisposed_LeavesTheOtherAlone()
    {
        var store = new LuceneStore();
        await BuildAsync(store, Changed, Enumerable.Range(0, 50).Select(i => RandomDocument(new Random(i), $"{i:D5}")));
        var old = await store.OpenToServeAsync(Changed, IndexHeldIn.Copy);
        await using (var update = (await store.UpdateAsync(Changed, _settings))!)
        {
            await update.DeleteAsync("00007");
            await update.PublishAsync([]);
        }

        using var next = (await old.ReopenAsync())!;
        Assert.Equal((50, 49), (old.Identity.Documents, next.Identity.Documents));
        Assert.NotNull((await old.FindAsync(["00007"]))[0]);
        old.Dispose();
        Assert.Equal("number", (await next.ReadBlobAsync("number"))!.Length == 4 ? "number" : "");
        Assert.Equal([null, "00008"], (await next.FindAsync(["00007", "00008"])).Select(document => document?.Id));
        Assert.Equal(49, (await next.SearchAsync(new AllQuery(), new SearchOptions())).Total);
    }

    private static async Task BuildAsync(LuceneStore store, string folder, IEnumerable<IndexDocument> documents)
    {
        await using var writer = await store.CreateAsync(folder, _settings);
        await writer.DeclareAsync([new IndexColumn("color", ColumnKind.Text), new IndexColumn("year", ColumnKind.Number)]);
        foreach (var document in documents)
        {
            await writer.AddAsync(document);
        }

        await writer.PublishAsync([new IndexBlob("number", new byte[4])]);
    }

    private async Task EditAsync(LuceneStore store, SortedDictionary<string, IndexDocument> documents, Random random)
    {
        await using var update = (await store.UpdateAsync(Changed, _settings))!;
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            string known = documents.Keys.ElementAt(random.Next(documents.Count));
            if (random.Next(3) == 0)
            {
                documents.Remove(known);
                await update.DeleteAsync(known);
                continue;
            }

            var document = RandomDocument(random, random.Next(3) == 0 ? $"{random.Next(1_300):D5}" : known);
            Put(documents, document);
            await update.PutAsync(document);
        }

        await update.PublishAsync([]);
    }

    private static void Put(SortedDictionary<string, IndexDocument> documents, IndexDocument document) => documents[document.Id] = document;

    private static IndexDocument RandomDocument(Random random, string id)
    {
        var document = new IndexDocument { Id = id, Stored = BitConverter.GetBytes(random.Next()) };
        for (int section = random.Next(1, 5); section >= 0; section--)
        {
            document.Sections.Add(new Section(section, string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => Word(random)))));
        }

        foreach (int color in Enumerable.Range(0, 5).Where(_ => random.Next(3) == 0))
        {
            document.Values.Add(("color", $"color {color}"));
        }

        if (random.Next(4) > 0)
        {
            document.Numbers.Add(("year", random.Next(2013, 2021)));
        }

        return document;
    }

    /// <summary>Few words, so that many documents score alike; and some that hardly any has, so that some go altogether.</summary>
    private static string Word(Random random) => random.Next(10) == 0 ? $"rare{random.Next(300)}" : $"river{(char)('a' + random.Next(12))}";

    private async Task CompareAsync(LuceneStore store, IIndexReader changed, Random random, string when)
    {
        using var anew = await store.OpenAsync(Anew);
        Assert.Equal((anew.Identity.Build, anew.Identity.Documents), (changed.Identity.Build, changed.Identity.Documents));
        using var fresh = await store.OpenAsync(Changed);
        for (int i = 0; i < 40; i++)
        {
            var (query, options) = (RandomQuery(random, 2), RandomOptions(random));
            string expected = await AnswerAsync(anew, query, options);
            Assert.True(expected == await AnswerAsync(changed, query, options),
                $"{when}: {query}\n{expected}\n{await AnswerAsync(changed, query, options)}");
            Assert.True(expected == await AnswerAsync(fresh, query, options), $"{when}, opened anew: {query}");
        }

        var near = (await anew.NearTermsAsync("rare1", 2)).OrderBy(term => term.Term, StringComparer.Ordinal);
        Assert.Equal(near, (await changed.NearTermsAsync("rare1", 2)).OrderBy(term => term.Term, StringComparer.Ordinal));
    }

    private static async Task<string> AnswerAsync(IIndexReader reader, Query query, SearchOptions options)
    {
        var found = await reader.SearchAsync(query, options);
        var details = await reader.DescribeAsync(new DetailsRequest(found.Hits) { Marked = query, Explained = query });
        var lines = found.Hits.Select((hit, at) => string.Create(
            CultureInfo.InvariantCulture,
            $"{hit} {details[at].Document.Id} {Flat(details[at].Explanation!)} {string.Join(';', details[at].Passages)}"));
        var facets = found.Facets.Select(facet => $"{facet.Column}: {string.Join(',', facet.Values)} {facet.Missing}");
        return string.Join('\n', [$"{found.Total} {found.UnfilteredTotal}", .. lines, .. facets]);
    }

    private static string Flat(Explanation account) => $"{account.Description} [{string.Join(',', account.Details.Select(Flat))}]";

    private static SearchOptions RandomOptions(Random random) => new()
    {
        Top = random.Next(1, 30),
        Facets = ["color"],
        Sort = random.Next(4) switch
        {
            0 => new SortBy(SortKind.Number, "year", random.Next(2) == 0),
            1 => new SortBy(SortKind.Text, "color", random.Next(2) == 0),
            _ => SortBy.Score,
        },
    };

    private static Query RandomQuery(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 or 1 => new TermQuery(random.Next(2) == 0 ? TermForm.Stemmed : TermForm.Exact, Word(random)),
        2 => new PrefixQuery(TermForm.Exact, random.Next(2) == 0 ? "rare1" : "river", (TermSetScoring)random.Next(2)),
        3 => new PhraseQuery(TermForm.Exact, [new PhraseTerm(Word(random), 0), new PhraseTerm(Word(random), 1)], random.Next(3)),
        4 => new FuzzyQuery(TermForm.Exact, Word(random), 1) { MaximumTerms = 5 },
        5 => new ScopeQuery(new TermQuery(TermForm.Exact, Word(random)), new HashSet<int> { 0, 1 }),
        6 => new BooleanQuery { Must = Some(random, depth), Not = random.Next(3) == 0 ? Some(random, 0) : [] },
        7 => new BooleanQuery { Should = Some(random, depth), Minimum = random.Next(3) },
        _ => new AllQuery(),
    };

    private static List<Query> Some(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomQuery(random, depth - 1))];
}
