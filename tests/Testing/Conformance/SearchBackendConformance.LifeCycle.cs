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
        const string Twice = "Answer one.\n\nSecond paragraph\r\nwith   blanks.\t";
        var proposal = Some.Proposal("a/b c/ü?#&<🎉>", Twice, "", "🎉\ud83d\ude00 שלום\0\u200b", Twice) with
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
        var proposal = Some.Proposal("a", "A maple.") with
        {
            Title = "Trees",
            Summary = "In short.",
            Organization = "Us",
            Year = 2020,
            Image = "https://example.org/i.jpg",
            SourcePath = "x/a.html",
        };
        var hit = (await Search(Index(proposal), "maple")).Hits.Single();

        Assert.Equal(("a", "Trees", "In short.", "Us", 2020, "https://example.org/i.jpg", "x/a.html"),
            (hit.Id, hit.Title, hit.Summary, hit.Organization, hit.Year, hit.Image, hit.Source));
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
    public void Build_OfOtherProposals_IsAnother()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var before = Open(CreateBackend(), folder).Identity.Build;
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, [.. ProposalCorpus.Proposals.Skip(1)]);

        Assert.NotEqual(before, Open(CreateBackend(), folder).Identity.Build);
    }

    [Fact]
    public void Build_OfTheSameProposalsAgain_IsTheSame()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var before = Open(CreateBackend(), folder).Identity.Build;
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);

        Assert.Equal(before, Open(CreateBackend(), folder).Identity.Build);
    }

    [Fact]
    public async Task Commit_WhileAnIndexIsOpen_DoesNotDisturbIt()
    {
        var folder = NewLocation();
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
    public void Build_OfAnIdTwice_IsAFaultOfTheCaller()
    {
        using var builder = CreateBackend().Build(NewLocation());
        builder.Add(Some.Proposal("a"));

        Assert.Throws<ArgumentException>(() => builder.Add(Some.Proposal("a")));
    }

    [Fact]
    public void Build_OutOfTheOrderOfIds_IsAFaultOfTheCaller()
    {
        using var builder = CreateBackend().Build(NewLocation());
        builder.Add(Some.Proposal("b"));

        Assert.Throws<ArgumentException>(() => builder.Add(Some.Proposal("a")));
    }

    [Fact]
    public void Build_OfAnUnpublishedProposal_IsAFaultOfTheCaller()
    {
        using var builder = CreateBackend().Build(NewLocation());

        Assert.Throws<ArgumentException>(() => builder.Add(Some.Proposal("a") with { Published = false }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_WithoutAnIndex_SaysSo(bool exists)
    {
        var folder = exists ? NewLocation() : Path.Combine(NewLocation(), "nothing");
        var exception = Assert.Throws<IndexUnavailableException>(() => CreateBackend().Open(folder));

        Assert.Equal(IndexUnavailableReason.Absent, exception.Reason);
        Assert.Contains(folder, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfAWholeIndex_FindsNoFault()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var verification = CreateBackend().Verify(folder);

        Assert.Empty(verification.Faults);
        Assert.True(verification.Files > 0);
    }

    [Fact]
    public void Verify_WithoutAnIndex_SaysSo() => Assert.NotEmpty(CreateBackend().Verify(NewLocation()).Faults);

    [Fact]
    public async Task Build_NotPublished_LeavesTheOldIndex()
    {
        var location = NewLocation();
        Write(CreateBackend(), location, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        using (var builder = CreateBackend().Build(location))
        {
            builder.Add(Some.Proposal("new", "poverty"));
            Assert.Equal(4, (await Search(Open(CreateBackend(), location), "poverty")).Total);
        }

        Assert.Equal(4, (await Search(Open(CreateBackend(), location), "poverty")).Total);
    }

    [Fact]
    public void Statistics_OfAnIndex_CountItsProposalsAndWords()
    {
        var statistics = Corpus().Statistics();

        Assert.Equal(ProposalCorpus.Proposals.Count, statistics.Documents);
        Assert.True(statistics.Segments >= 1 && statistics.Terms > 100 && statistics.Tokens > statistics.Documents * 10);
    }

    private static string Json(object? value) => JsonSerializer.Serialize(value);
}
