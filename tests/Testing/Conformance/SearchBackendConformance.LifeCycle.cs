using System.Text.Json;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Building, publishing, opening and checking an index; what is stored in it.</summary>
public abstract partial class SearchBackendConformance
{
    [Fact]
    public async Task Find_OfEachProposal_GivesItBackWhole()
    {
        var index = Corpus();
        foreach (var proposal in ProposalCorpus.Proposals)
        {
            Assert.Equal(Json(proposal), Json(await index.FindAsync(proposal.Id)));
        }

        Assert.Null(await index.FindAsync("2013/nothing"));
        Assert.Null(await index.FindAsync(""));
        Assert.Null(await index.FindAsync("2013/TUTORS"));
    }

    [Fact]
    public async Task Find_OfAProposalWithEverything_GivesItBackWhole()
    {
        var proposal = Some.Proposal("a/b c/ü?#&<🎉>", "Answer one.\n\nSecond paragraph\r\nwith   blanks.\t", "", "🎉\ud83d\ude00 שלום\0\u200b", "Answer one.\n\nSecond paragraph\r\nwith   blanks.\t") with
        {
            Title = " A “title” \u00a0 with blanks ",
            Summary = "Answer one.\n\nSecond paragraph\r\nwith   blanks.\t",
            Organization = "",
            Year = -5,
            Links = [new ProposalLink("Website", "https://example.org/?a=1&b=2"), new ProposalLink("", "http://example.org")],
            Image = "https://example.org/i.jpg",
            Video = "https://example.org/v",
            Facets = Some.Facets(("year", ["-5"]), ("unknown to the schema", ["x", "y"]), ("empty", [])),
            SourcePath = "a/b c/ü.md",
            ContentHash = new string('f', 64),
        };

        Assert.Equal(Json(proposal), Json(await Index(proposal).FindAsync(proposal.Id)));
    }

    [Fact]
    public async Task Hit_OfAnyQuery_CarriesWhatAListShows()
    {
        var proposal = Some.Proposal("a", "A maple.") with { Title = "Trees", Summary = "In short.", Organization = "Us", Year = 2020, Image = "https://example.org/i.jpg", SourcePath = "x/a.html" };
        var hit = (await Search(Index(proposal), "maple")).Hits.Single();

        Assert.Equal(("a", "Trees", "In short.", "Us", 2020, "https://example.org/i.jpg", "x/a.html"), (hit.Id, hit.Title, hit.Summary, hit.Organization, hit.Year, hit.Image, hit.Source));
    }

    [Fact]
    public async Task Index_OfNothing_OpensAndAnswers()
    {
        var index = Index();

        Assert.Equal(0, index.Identity.Documents);
        foreach (var text in new[] { "", "poverty", "\"a b\"", "-a", "a*", "year:2015" })
        {
            Assert.Equal(0, (await Search(index, text)).Total);
        }

        Assert.Null(await index.FindAsync("a"));
    }

    [Fact]
    public void Metadata_OfAnIndex_IsGivenBack() => Assert.Equal(Json(ProposalCorpus.Metadata), Json(Corpus().Metadata));

    [Fact]
    public void Identity_OfAnIndex_NamesBackendAndDocuments()
    {
        var identity = Corpus().Identity;

        Assert.Equal((CreateBackend().Name, ProposalCorpus.Proposals.Count), (identity.Backend, identity.Documents));
        Assert.NotEmpty(identity.Build);
        Assert.InRange(identity.BuiltAt, TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public void Build_OfTheSameProposals_IsTheSameToTheByte()
    {
        var (first, second) = (NewFolder(), NewFolder());
        Write(CreateBackend(), first, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        Write(CreateBackend(), second, ProposalCorpus.Metadata, ProposalCorpus.Proposals);

        Assert.Equal(Open(CreateBackend(), first).Identity.Build, Open(CreateBackend(), second).Identity.Build);
        var files = Files(first);
        Assert.NotEmpty(files);
        Assert.Equal(files, Files(second));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(first, file)), File.ReadAllBytes(Path.Combine(second, file))));
    }

    [Fact]
    public void Build_OfOtherProposals_IsAnother()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var before = Open(CreateBackend(), folder).Identity.Build;
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, [.. ProposalCorpus.Proposals.Skip(1)]);

        Assert.NotEqual(before, Open(CreateBackend(), folder).Identity.Build);
    }

    [Fact]
    public void Build_OfTheSameProposalsAgain_IsTheSame()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var before = Open(CreateBackend(), folder).Identity.Build;
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);

        Assert.Equal(before, Open(CreateBackend(), folder).Identity.Build);
    }

    [Fact]
    public void Build_OverADamagedIndex_MakesItSoundAgain()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        foreach (var file in Files(folder).Select(name => Path.Combine(folder, name)))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)(new FileInfo(file).Length / 2)]);
        }

        Assert.Equal(IndexUnavailableReason.Damaged, Assert.Throws<IndexUnavailableException>(() => CreateBackend().Open(folder)).Reason);
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);

        Assert.Equal(ProposalCorpus.Proposals.Count, Open(CreateBackend(), folder).Identity.Documents);
        Assert.Empty(CreateBackend().Verify(folder).Faults);
    }

    [Fact]
    public async Task Commit_WhileAnIndexIsOpen_DoesNotDisturbIt()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var old = Open(CreateBackend(), folder);
        for (var round = 0; round < 3; round++)
        {
            Write(CreateBackend(), folder, Some.Metadata, [Some.Proposal("new", "poverty")]);
        }

        Assert.Equal(4, (await Search(old, "poverty")).Total);
        Assert.Equal(Json(ProposalCorpus.Proposals[3]), Json(await old.FindAsync(ProposalCorpus.Proposals[3].Id)));
        Assert.Equal(["new"], await Ids(Open(CreateBackend(), folder), "poverty"));
    }

    [Fact]
    public async Task Build_NotCommitted_LeavesTheOldIndexAndNothingElse()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var files = Files(folder);
        using (var builder = CreateBackend().Build(folder))
        {
            builder.Add(Some.Proposal("new", "poverty"));
            Assert.Equal(4, (await Search(Open(CreateBackend(), folder), "poverty")).Total);
        }

        Assert.Equal(files, Files(folder));
        Assert.Equal(4, (await Search(Open(CreateBackend(), folder), "poverty")).Total);
    }

    [Fact]
    public void Build_BesideAnotherBuilder_IsLocked()
    {
        var folder = NewFolder();
        using (CreateBackend().Build(folder))
        {
            var exception = Assert.Throws<IndexUnavailableException>(() => CreateBackend().Build(folder));
            Assert.Equal(IndexUnavailableReason.Locked, exception.Reason);
            Assert.Contains(folder, exception.Message, StringComparison.Ordinal);
        }

        using var after = CreateBackend().Build(folder);
        Assert.NotNull(after);
    }

    [Fact]
    public void Build_InAFolderThatDoesNotExist_MakesIt()
    {
        var folder = Path.Combine(NewFolder(), "deep", "er");
        Write(CreateBackend(), folder, Some.Metadata, [Some.Proposal("a")]);

        Assert.Equal(1, Open(CreateBackend(), folder).Identity.Documents);
    }

    [Fact]
    public void Build_OfAnIdTwice_IsAFaultOfTheCaller()
    {
        using var builder = CreateBackend().Build(NewFolder());
        builder.Add(Some.Proposal("a"));

        Assert.Throws<ArgumentException>(() => builder.Add(Some.Proposal("a")));
    }

    [Fact]
    public void Build_OutOfTheOrderOfIds_IsAFaultOfTheCaller()
    {
        using var builder = CreateBackend().Build(NewFolder());
        builder.Add(Some.Proposal("b"));

        Assert.Throws<ArgumentException>(() => builder.Add(Some.Proposal("a")));
    }

    [Fact]
    public void Build_OfAnUnpublishedProposal_IsAFaultOfTheCaller()
    {
        using var builder = CreateBackend().Build(NewFolder());

        Assert.Throws<ArgumentException>(() => builder.Add(Some.Proposal("a") with { Published = false }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_WithoutAnIndex_SaysSo(bool exists)
    {
        var folder = exists ? NewFolder() : Path.Combine(NewFolder(), "nothing");
        var exception = Assert.Throws<IndexUnavailableException>(() => CreateBackend().Open(folder));

        Assert.Equal(IndexUnavailableReason.Absent, exception.Reason);
        Assert.Contains(folder, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfAWholeIndex_FindsNoFault()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var verification = CreateBackend().Verify(folder);

        Assert.Empty(verification.Faults);
        Assert.True(verification.Files > 0);
    }

    [Fact]
    public void Verify_AfterAByteOfAnyFileChanged_NamesTheFile()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var checkedFiles = 0;
        foreach (var file in Files(folder).Select(name => Path.Combine(folder, name)).Where(file => new FileInfo(file).Length > 0))
        {
            var whole = File.ReadAllBytes(file);
            foreach (var at in new[] { 0, whole.Length / 2, whole.Length - 1 })
            {
                var flipped = (byte[])whole.Clone();
                flipped[at] ^= 0x10;
                File.WriteAllBytes(file, flipped);
                Assert.Contains(CreateBackend().Verify(folder).Faults, fault => fault.Contains(Path.GetFileName(file), StringComparison.Ordinal));
            }

            File.WriteAllBytes(file, whole);
            checkedFiles++;
        }

        Assert.True(checkedFiles > 0);
        Assert.Empty(CreateBackend().Verify(folder).Faults);
    }

    [Fact]
    public void Verify_WithoutAnIndex_SaysSo() => Assert.NotEmpty(CreateBackend().Verify(NewFolder()).Faults);

    [Fact]
    public void Statistics_OfAnIndex_AgreeWithItsFiles()
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var statistics = Open(CreateBackend(), folder).Statistics();

        Assert.Equal(ProposalCorpus.Proposals.Count, statistics.Documents);
        Assert.True(statistics.Segments >= 1 && statistics.Terms > 100 && statistics.Tokens > statistics.Documents * 10);
        Assert.Equal(statistics.Files.Sum(file => file.Bytes), statistics.Bytes);
        Assert.All(statistics.Files, file => Assert.Equal(new FileInfo(Path.Combine(folder, file.Name)).Length, file.Bytes));
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static string Json(object? value) => JsonSerializer.Serialize(value);
}
