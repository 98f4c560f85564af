using System.Text.Json;
using ProposalSearch.Indexing;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// An index that was gone on from again and again, compared with one that is made of the same files at once. A part of the conformance
/// suite; a backend's test project derives from it.
/// </summary>
public abstract class IncrementalConformance : IDisposable
{
    /// <summary>The backend under test.</summary>
    protected abstract SearchBackend CreateBackend();

    private const int MostExplained = 500;

    private static readonly string[] Queries = ["", "poverty", "\"job training\"", "college garden", "musik~", "title:water OR bus", "b*",
        "ucla", "oneill", "afterschool", "100000", "they", "\"homeless they\""];

    private readonly string _root = Directory.CreateTempSubdirectory("incremental-").FullName;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    private string Source => Path.Combine(_root, "source");

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Run_RandomChanges_AnswersAndReportsAsAnIndexMadeAnew(int seed)
    {
        var random = new Random(seed);
        Directory.CreateDirectory(Source);
        var archive = new ChangingArchive(Source, random) { HasMoods = seed % 2 == 0 };
        var goneOn = 0;
        for (var round = 0; round < 12; round++)
        {
            for (var step = round == 0 ? 20 : random.Next(5); step >= 0; step--)
            {
                archive.Step(mayBeUnknown: seed % 4 == 0 && random.Next(3) == 0);
            }

            var where = $"seed {seed}, round {round}";
            var report = Run("on");
            var anew = Run("anew-" + round);
            await AssertSameAsync(report, anew, "anew-" + round, where);
            goneOn += round > 0 && !report.IsUnchanged && report.Known > 0 ? 1 : 0;
            Assert.True(Run("on").IsUnchanged, where);
        }

        Assert.InRange(goneOn, seed % 2 == 0 ? 1 : 4, 11);
    }

    [Fact]
    public async Task Run_OneOfManyEdited_ReadsThatOneAlone()
    {
        for (var file = 0; file < 50; file++)
        {
            Write($"{file}.md", $"---\ntitle: T{file}\n---\nwords {file}\n");
        }

        Assert.Equal((50, 0), Counts(Run("on")));
        Write("7.md", "---\ntitle: T7\n---\nother words\n");
        Write("50.md", "---\ntitle: T50\n---\nnew\n");
        File.Delete(Path.Combine(Source, "3.md"));
        File.Move(Path.Combine(Source, "4.md"), Path.Combine(Source, "four.md"));
        Assert.Equal((3, 47), Counts(Run("on")));

        using var index = CreateBackend().Open(Path.Combine(_root, "on"));
        Assert.Equal("other words", (await index.FindAsync("7"))!.Answers[0].Text);
        Assert.Null(await index.FindAsync("3"));
        Assert.Null(await index.FindAsync("4"));
        Assert.NotNull(await index.FindAsync("four"));
        Assert.NotNull(await index.FindAsync("50"));
    }

    [Fact]
    public async Task Run_TextOfTheSameNameDeleted_GivesItsIdToTheOther()
    {
        Write("a.json", """{"title": "first", "summary": "Words of a sentence, and more of them."}""");
        Write("a.md", "---\ntitle: second\n---\nWords of a sentence, and more of them.\n");
        Write("b.md", "---\ntitle: other\n---\nWords of a sentence, and more of them.\n");
        Run("on");
        using (var both = CreateBackend().Open(Path.Combine(_root, "on")))
        {
            Assert.Equal(("second", "first"), ((await both.FindAsync("a"))!.Title, (await both.FindAsync("a.json"))!.Title));
        }

        File.Delete(Path.Combine(Source, "a.md"));
        var report = Run("on");
        using var index = CreateBackend().Open(Path.Combine(_root, "on"));
        Assert.Equal("first", (await index.FindAsync("a"))!.Title);
        Assert.Null(await index.FindAsync("a.json"));
        Assert.Equal((1, 1), Counts(report));
        Assert.True(Run("on").IsUnchanged);
    }

    [Fact]
    public async Task Run_WinnerOfAStatedIdDeleted_ReadsTheFileThatHadLost()
    {
        var schema = Path.Combine(_root, "schema.yml");
        File.WriteAllText(schema, "id:\n  keys: code\n");
        Write("a.md", "---\ncode: x\ntitle: first\n---\nWords of a sentence, and more of them.\n");
        Write("b.md", "---\ncode: x\ntitle: second\n---\nWords of a sentence, and more of them.\n");
        Write("c.md", "---\ncode: y\ntitle: other\n---\nWords of a sentence, and more of them.\n");
        Assert.Equal("b.md", Assert.Single(RunWith(schema).Failed).Path);

        File.Delete(Path.Combine(Source, "a.md"));
        var report = RunWith(schema);
        using var index = CreateBackend().Open(Path.Combine(_root, "on"));
        Assert.Equal("second", (await index.FindAsync("x"))!.Title);
        Assert.Empty(report.Failed);
        Assert.Equal((1, 1), Counts(report));
    }

    [Fact]
    public async Task Run_SecondValueOfAFirstPart_CountsBothBelowIt()
    {
        for (var file = 0; file < 8; file++)
        {
            Write($"{file}.md", $"---\ntitle: Kite {file}\ncategory: {(file % 2 == 0 ? "Learn > Schools" : "Play")}\n---\nWords of it.\n");
        }

        Run("on");
        Write("9.md", "---\ntitle: Kite 9\ncategory: Learn > Libraries\n---\nWords of it.\n");
        Run("on");
        using var index = CreateBackend().Open(Path.Combine(_root, "on"));
        var values = (await index.FacetValuesAsync("category", "", 10, new SearchRequest())).Values;

        Assert.Equal(
            [("Learn", 5L), ("Learn > Schools", 4L), ("Play", 4L), ("Learn > Libraries", 1L)],
            values.Select(value => (value.Value, value.Count)));
        Assert.Equal(["Learn", "Learn > Libraries"], (await index.FindAsync("9"))!.Facets["category"]);
        Assert.Equal(["Learn", "Learn > Schools"], (await index.FindAsync("0"))!.Facets["category"]);
    }

    private IndexingReport RunWith(string schema) => BlockingCalls.RunPipeline(
        new IndexingOptions(Source, Path.Combine(_root, "on"), schema), CreateBackend(), TimeProvider.System);

    [Fact]
    public async Task Run_KeysThatNoSchemaKnows_AreReadFileByFileAsLongAsTheyMeanTheSame()
    {
        for (var file = 0; file < 20; file++)
        {
            Write($"{file}.md", $"---\ntitle: T{file}\nmood: {(file % 2 == 0 ? "Merry" : "sad")}\n---\nwords {file}\n");
        }

        Run("on");
        Write("7.md", "---\ntitle: T7\nmood: sad\n---\nother words\n");
        Assert.Equal((1, 19), Counts(Run("on")));
        Write("7.md", "---\ntitle: T7\nmood: Merry\n---\nother words\n");
        Assert.Equal((1, 19), Counts(Run("on")));

        // Another spelling has the majority: it is shown for all.
        Write("even.csv", "title,mood\n" + string.Join('\n', Enumerable.Range(0, 30).Select(row => $"R{row},merry")));
        Assert.Equal((21, 0), Counts(Run("on")));
        using var index = CreateBackend().Open(Path.Combine(_root, "on"));
        Assert.Equal("merry", (await index.FindAsync("0"))!.Facets["mood"].Single());
    }

    [Fact]
    public async Task Run_WhatOtherFilesMakeOfOne_IsAsInAnIndexMadeAnew()
    {
        Directory.CreateDirectory(Path.Combine(Source, "2015"));
        Directory.CreateDirectory(Path.Combine(Source, "2016"));
        Write("2015/readme.md", "A garden without a title.\n");
        for (var file = 0; file < 12; file++)
        {
            Write(
                $"2016/{file}.yml",
                $"title: T{file}\nspeaker: Ann Lee\namount_requested: ${1 + file},000\nopen: {(file % 2 == 0 ? "yes" : "true")}\n");
        }

        await AssertGoesOnAsync("at first");
        Write("2015/a.md", "---\ntitle: A\n---\n");
        Write("2015/b.md", "---\ntitle: B\n---\n");
        await AssertGoesOnAsync("the readme is not alone any more");
        Write("2016/many.yml", "title: Many\nspeakers: [Bob Ray, Cid Poe]\namountRequested: 250.000 €\nopen: 'no'\n");
        await AssertGoesOnAsync("keys in other spellings");
        Write("2016/area.yml", "title: Here\nproject_areas: [Frogville]\n");
        await AssertGoesOnAsync("a name that comes once");
        Write("2016/area-too.yml", "title: There\nproject_areas: [Frogville]\n");
        await AssertGoesOnAsync("a name that comes twice");
        File.Delete(Path.Combine(Source, "2015/a.md"));
        File.Delete(Path.Combine(Source, "2016/7.yml"));
        await AssertGoesOnAsync("the readme is alone again");
    }

    /// <summary>Answers are whole before the lists that depend on all proposals follow: a host shows a change at once.</summary>
    [Fact]
    public async Task Run_WithListsLeftForLater_AnswersAtOnceFromWordsThatNoProposalHadBefore()
    {
        for (var file = 0; file < 100; file++)
        {
            Write($"{file}.md", $"---\ntitle: T{file}\n---\nwords of a garden {file}, and O'Neill\n");
        }

        Run("on");
        Write("7.md", "---\ntitle: T7\n---\nThe U.C.L.A. library\n");
        BlockingCalls.RunPipeline(
            new IndexingOptions(Source, Path.Combine(_root, "on"), null) { DeferLists = true }, CreateBackend(), TimeProvider.System);
        Run("anew");
        using (var gone = CreateBackend().Open(Path.Combine(_root, "on")))
        using (var fresh = CreateBackend().Open(Path.Combine(_root, "anew")))
        {
            foreach (var query in new[] { "ucla", "oneill", "garden", "librry" })
            {
                var request = new SearchRequest { Text = query, PerPage = 100, Explain = true, TimeBudget = null };
                Assert.Equal(
                    JsonSerializer.Serialize(await fresh.SearchAsync(request)), JsonSerializer.Serialize(await gone.SearchAsync(request)));
            }

            Assert.Single((await gone.SearchAsync(new SearchRequest { Text = "ucla" })).Hits);
        }

        await AssertAnswersAsync(["ucla"], "with lists");
    }

    /// <summary>By language: three sentences about something, and one of many function words.</summary>
    private static readonly Dictionary<string, string[]> Sentences = new(StringComparer.Ordinal)
    {
        ["es"] =
        [
            "La educación de los jóvenes y de las niñas sin hogar", "Viviendas dignas para cada niño",
            "Un joven, su educacion y la L.A.U.S.D.",
            "Es lo que queremos hacer en la ciudad con las familias que viven aquí desde hace mucho tiempo.",
        ],
        ["pt"] =
        [
            "As organizações e as associações das crianças", "Moradias para cada criança", "Uma organizacao, a L.A.U.S.D. e a associacao",
            "É o que nós queremos fazer na cidade com as famílias que não têm onde viver e que já estão aqui há muito tempo.",
        ],
        ["it"] =
        [
            "L'educazione e l'arte dei bambini, e la qualità dell'arte", "Una casa per ogni bambino",
            "La qualita dell'educazione e la L.A.U.S.D.",
            "È quello che vogliamo fare nella città con le famiglie che non hanno dove vivere e che sono qui da molto tempo.",
        ],
        ["ja"] =
        [
            "子どもの教育プログラムとホームレスの人々", "すべての子どもにホームを", "L.A.U.S.D.のプログラム", "これは私たちがこの町で家族と一緒にやりたいことです。",
        ],
        ["fr"] =
        [
            "L'éducation des élèves et les enfants de l'école", "Un logement pour chaque enfant", "L'eleve, son education et la L.A.U.S.D.",
            "C'est ce que nous voulons faire dans la ville avec les familles qui sont ici depuis longtemps.",
        ],
    };

    /// <summary>So many proposals that what is removed stays marked in the files, and is not written anew at once.</summary>
    [Theory]
    [InlineData("es", "educación;educacion;jóvenes;joven;ninos;niñas sin hogar;\"los jóvenes\";vivi*;hogares;lausd")]
    [InlineData("pt", "organizações;organizacoes;\"as organizações\";associação;associacao;crianças;criancas;crian*;moradias;lausd")]
    [InlineData("it", "educazione;l'educazione;dell'arte;arte;\"arte dei bambini\";bambini;qualità;qualita;cas*;lausd")]
    [InlineData("ja", "プログラム;教育;子ども;\"子どもの教育\";ホーム;lausd")]
    [InlineData("fr", "éducation;education;l'éducation;enfants;élèves;eleve;\"de l'école\";écol*;logements;lausd")]
    public async Task Run_EditsInAnotherLanguage_AnswersAsAnIndexMadeAnew(string language, string queries)
    {
        var texts = Sentences[language];
        for (var file = 0; file < 200; file++)
        {
            Write($"{file:D3}.md", InOtherLanguage(texts[0], texts[3], file));
        }

        if (CreateBackend().Languages.FirstOrDefault(one => one.Code == language) is { } spoken)
        {
            Assert.Equal(spoken.Name, Run("on").Language);
        }

        await AssertAnswersAsync(queries.Split(';'), "at first");
        Write("003.md", InOtherLanguage(texts[1], texts[3], 3));
        Write("200.md", InOtherLanguage(texts[2], texts[3], 200));
        File.Delete(Path.Combine(Source, "007.md"));
        await AssertAnswersAsync(queries.Split(';'), "after edits");
        Write("200.md", InOtherLanguage(texts[0], texts[3], 200));
        await AssertAnswersAsync(queries.Split(';'), "after another");
    }

    [Fact]
    public async Task Run_AnEditThatMakesTheArchiveOfAnotherLanguage_ReadsItInThat()
    {
        for (var file = 0; file < 3; file++)
        {
            Write($"{file}.md", InOtherLanguage(Sentences["es"][0], Sentences["es"][3], file));
        }

        var first = Run("on");
        Write("0.md", "---\ntitle: Homes\n---\n\n## What will you do with the money that you ask for?\n\n" + string.Concat(
            Enumerable.Repeat("We will teach the children of the city and their parents how to read, and what to do at home.\n", 60)));
        var second = Run("on");
        var anew = Run("anew");

        Assert.Equal(anew.Language, second.Language);
        await AssertSameAsync(second, anew, "anew", "another language");
        if (CreateBackend().Languages.Any(static language => language.Code == "es"))
        {
            Assert.Equal(("Spanish", "English"), (first.Language, second.Language));
        }
    }

    private static string InOtherLanguage(string sentence, string another, int number) =>
        $"---\ntitle: T{number}\n---\n\n## {sentence}?\n\n{sentence}. {another}\n";

    private async Task AssertAnswersAsync(string[] queries, string where)
    {
        var folder = "anew-" + where.Replace(' ', '-');
        await AssertSameAsync(Run("on"), Run(folder), folder, where);
        using var gone = CreateBackend().Open(Path.Combine(_root, "on"));
        using var fresh = CreateBackend().Open(Path.Combine(_root, folder));
        foreach (var query in queries)
        {
            var request = new SearchRequest { Text = query, PerPage = 100, Explain = true, TimeBudget = null };
            Assert.True(
                JsonSerializer.Serialize(await gone.SearchAsync(request)) == JsonSerializer.Serialize(await fresh.SearchAsync(request)),
                $"{where}, {query}");
        }
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Run_RandomEditsOfARealArchive_AnswersAsAnIndexMadeAnew()
    {
        const int seed = 1, rounds = 3, edits = 8, requests = 100;
        var random = new Random(seed);
        Copy(SharedCorpus.Path("corpora", "la2050-archive")!);
        var archive = RealText.Of(Source);
        var queries = new GeneratedQueries(archive, new PlainArchive(archive.Proposals), seed);
        Run("on");
        for (var round = 0; round < rounds; round++)
        {
            Enumerable.Range(0, edits).ToList().ForEach(_ => EditReal(random));
            var where = $"seed {seed}, round {round}";
            await AssertSameAsync(Run("on"), Run("anew-" + round), "anew-" + round, where);
            using var gone = CreateBackend().Open(Path.Combine(_root, "on"));
            using var fresh = CreateBackend().Open(Path.Combine(_root, "anew-" + round));
            for (var number = 0; number < requests; number++)
            {
                var request = queries.Next((round * requests) + number) with { TimeBudget = null };
                Assert.True(
                    JsonSerializer.Serialize(await gone.SearchAsync(request)) == JsonSerializer.Serialize(await fresh.SearchAsync(request)),
                    $"{where}, request {number}: {request.Text}");
            }
        }
    }

    private void Copy(string archive)
    {
        foreach (var file in Directory.EnumerateFiles(archive, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Source, Path.GetRelativePath(archive, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }
    }

    /// <summary>Adds words, takes some out, changes a facet, removes a file, renames one, or makes a new one of the texts of
    /// another.</summary>
    private void EditReal(Random random)
    {
        List<string> files = [.. Directory.EnumerateFiles(Source, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var (file, text) = (files[random.Next(files.Count)], File.ReadAllText(files[random.Next(files.Count)]));
        switch (random.Next(6))
        {
            case 0:
                File.AppendAllText(file, "\nA garden of poverty and rivers, and nothing else.\n");
                break;
            case 1:
                text = File.ReadAllText(file);
                File.WriteAllText(file, text[..^(text.Length / 4)]);
                break;
            case 2:
                text = File.ReadAllText(file);
                File.WriteAllText(file, text.Replace("\ncategory: ", "\ncategory: new ", StringComparison.Ordinal));
                break;
            case 3:
                File.Delete(file);
                break;
            case 4:
                File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, $"renamed-{random.Next()}.md"));
                break;
            default:
                File.WriteAllText(Path.Combine(Path.GetDirectoryName(file)!, $"another-{random.Next()}.md"), text);
                break;
        }
    }

    private async Task AssertGoesOnAsync(string where)
    {
        var folder = "anew-" + where.Replace(' ', '-');
        await AssertSameAsync(Run("on"), Run(folder), folder, where);
        Assert.True(Run("on").IsUnchanged, where);
    }

    [Fact]
    public void Run_OtherSchema_ReadsEverything()
    {
        Write("a.md", "---\ntitle: A\n---\n");
        Write("b.md", "---\ntitle: B\n---\n");
        Run("on");
        var schema = Path.Combine(_root, "schema.yml");
        File.WriteAllText(schema, "id:\n  keys: title\n");
        var report = BlockingCalls.RunPipeline(
            new IndexingOptions(Source, Path.Combine(_root, "on"), schema), CreateBackend(), TimeProvider.System);

        Assert.Equal((2, 0), Counts(report));
    }

    [Fact]
    public async Task Run_SameLengthAndTimeButOtherBytes_IsNoticedByRebuildAlone()
    {
        Write("a.md", "---\ntitle: one\n---\n");
        Write("b.md", "---\ntitle: two\n---\n");
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(Source, "a.md"), longAgo);
        Run("on");
        Write("a.md", "---\ntitle: six\n---\n");
        File.SetLastWriteTimeUtc(Path.Combine(Source, "a.md"), longAgo);

        Assert.True(Run("on").IsUnchanged);
        Assert.Equal((2, 0), Counts(Run("on", rebuild: true)));
        using var index = CreateBackend().Open(Path.Combine(_root, "on"));
        Assert.Equal("six", (await index.FindAsync("a"))!.Title);
    }

    [Fact]
    public void Run_TimesLostOrDamaged_StillReadsOnlyWhatChanged()
    {
        Write("a.md", "---\ntitle: one\n---\n");
        Write("b.md", "---\ntitle: two\n---\n");
        Run("on");
        File.WriteAllText(Path.Combine(_root, "on", "source-times"), "no times at all, but more than thirty-two bytes of something");
        Write("a.md", "---\ntitle: six\n---\n");

        Assert.Equal((1, 1), Counts(Run("on")));
    }

    [Fact]
    public void Run_IndexWithAFlippedBit_IsMadeAnewFromTheFiles()
    {
        Write("a.md", "---\ntitle: one\n---\nsome words to keep\n");
        Write("b.md", "---\ntitle: two\n---\n");
        Run("on");
        var documents = new DirectoryInfo(Path.Combine(_root, "on")).EnumerateFiles()
            .Where(static file => !file.Name.StartsWith("source-times", StringComparison.Ordinal))
            .MaxBy(static file => file.Length)!.FullName;
        var bytes = File.ReadAllBytes(documents);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(documents, bytes);

        Assert.Equal((2, 0), Counts(Run("on")));
        Assert.Empty(CreateBackend().Verify(Path.Combine(_root, "on")).Faults);
    }

    private static (int Read, int Known) Counts(IndexingReport report) => (report.Read, report.Known);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Source);
        File.WriteAllText(Path.Combine(Source, path), text);
    }

    private IndexingReport Run(string index, bool rebuild = false) => BlockingCalls.RunPipeline(
        new IndexingOptions(Source, Path.Combine(_root, index), null) { Rebuild = rebuild },
        CreateBackend(),
        TimeProvider.System);

    private async Task AssertSameAsync(IndexingReport on, IndexingReport anew, string folder, string where)
    {
        Assert.True((on.Indexed, on.Unpublished, on.Read + on.Known) == (anew.Indexed, anew.Unpublished, anew.Read), where);
        Assert.True(on.Failed.SequenceEqual(anew.Failed) && on.Warnings.SequenceEqual(anew.Warnings), where);
        using var gone = CreateBackend().Open(Path.Combine(_root, "on"));
        using var fresh = CreateBackend().Open(Path.Combine(_root, folder));
        foreach (var query in Queries)
        {
            var request = new SearchRequest
            {
                Text = query,
                Match = MatchMode.Auto,
                PerPage = 100,
                Explain = on.Indexed < MostExplained,
                TimeBudget = null
            };
            Assert.True(
                JsonSerializer.Serialize(await gone.SearchAsync(request)) == JsonSerializer.Serialize(await fresh.SearchAsync(request)),
                $"{where}, {query}");
        }

        foreach (var typed in new[] { "p", "col", "job tr", "2" })
        {
            var request = new SuggestRequest { Text = typed, TimeBudget = null };
            Assert.True(
                JsonSerializer.Serialize(await gone.SuggestAsync(request)) == JsonSerializer.Serialize(await fresh.SuggestAsync(request)),
                $"{where}, completing {typed}");
        }

        foreach (var hit in (await fresh.SearchAsync(new SearchRequest { PerPage = 100 })).Hits)
        {
            var (of, with) = (await gone.FindAsync(hit.Id), await fresh.FindAsync(hit.Id));
            Assert.True(JsonSerializer.Serialize(of) == JsonSerializer.Serialize(with), $"{where}, {hit.Id}");
            Assert.True(
                JsonSerializer.Serialize(await RelatedFinder.FindAsync(gone, of!)) == JsonSerializer.Serialize(
                    await RelatedFinder.FindAsync(fresh, with!)),
                $"{where}, related to {hit.Id}");
        }

        Assert.True(JsonSerializer.Serialize(gone.Metadata) == JsonSerializer.Serialize(fresh.Metadata), where);
        Assert.True(gone.Identity.Build == fresh.Identity.Build, where);
    }
}
