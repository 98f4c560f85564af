using ProposalSearch.Indexing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

/// <summary>Which proposals are not served, and what the report says of them.</summary>
public sealed class PublicationTests
{
    [Theory]
    [InlineData("published: False")]
    [InlineData("Published: NO")]
    [InlineData("PUBLISHED: 'false'")]
    [InlineData("published: \" Off \"")]
    [InlineData("\"published\": n")]
    [InlineData("published:\tfalse")]
    [InlineData("published: !!bool false")]
    [InlineData("published: [false]")]
    [InlineData("published: 0")]
    [InlineData("published: private")]
    [InlineData("published: true\npublished: false")]
    [InlineData("draft: TRUE")]
    [InlineData("Draft: 'Yes'")]
    [InlineData("draft: on")]
    [InlineData("draft: y")]
    [InlineData("isDraft: true")]
    [InlineData("is_published: false")]
    [InlineData("unpublished: yes")]
    [InlineData("meta: {published: false}")]
    [InlineData("params:\n  draft: true")]
    [InlineData("defaults: &d {draft: true}\n<<: *d")]
    [InlineData("visibility: Private")]
    [InlineData("post_status: auto-draft")]
    [InlineData("status: Unpublished")]
    [InlineData("\u200Bpublished\u00A0: false")]
    public void Run_WhatSaysThatItIsNotServed_IsCountedAndNotServed(string lines)
    {
        var (report, served) = Run(lines);

        Assert.Equal((false, 1), (served, report.Unpublished));
        Assert.Equal(1, Assert.Single(report.UnpublishedBy).Proposals);
        Assert.Empty(report.Failed);
    }

    [Theory]
    [InlineData("published: true", 0)]
    [InlineData("published:", 0)]
    [InlineData("published: ~", 0)]
    [InlineData("draft: false", 0)]
    [InlineData("draft: ''", 0)]
    [InlineData("published: 2015-03-04", 1)]
    [InlineData("draft: third", 1)]
    [InlineData("visibility: public", 0)]
    [InlineData("status: Draft", 0)]
    [InlineData("budget: {draft: true}", 0)]
    public void Run_WhatDoesNotSaySo_IsServed(string lines, int warnings)
    {
        var (report, served) = Run(lines);

        Assert.Equal((true, 0, warnings), (served, report.Unpublished, report.Warnings.Count));
    }

    [Fact]
    public void Run_DraftsByManyKeys_AreCountedByKeyAndValue()
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", "---\ntitle: A\npublished: FALSE\n---\n")
            .Write("b.yml", "title: B\npublished: False\n")
            .Write("c.json", "{\"title\": \"C\", \"draft\": true}")
            .Write("d.csv", "title,published\nD,no\nE,yes\n").Write("e.md", "---\ntitle: F\n---\n");

        var report = archive.Run().Report;

        Assert.Equal(4, report.Unpublished);
        Assert.Equal("published: false 2, draft: true 1, published: no 1", Show(report.UnpublishedBy));
        Assert.Empty(report.PerhapsUnpublished);
    }

    [Theory]
    [InlineData("{\"draft\": true, \"items\": [{\"title\": \"A\"}, {\"title\": \"B\"}]}", 2)]
    [InlineData("{\"meta\": {\"published\": \"false\"}, \"data\": {\"items\": [{\"title\": \"A\"}, {\"title\": \"B\"}]}}", 2)]
    [InlineData("{\"draft\": false, \"items\": [{\"title\": \"A\", \"draft\": true}, {\"title\": \"B\"}]}", 1)]
    public void Run_AnExportThatIsNotPublished_HidesAllThatIsInIt(string json, int unpublished)
    {
        using var archive = new TemporaryArchive().Write("a.json", json);
        var (report, index) = archive.Run();

        Assert.Equal((unpublished, 2 - unpublished), (report.Unpublished, index.Added.Count));
    }

    [Fact]
    public void Run_AStatusOfDraft_IsServedAndReported_UnlessTheSchemaNamesIt()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 6; file++)
        {
            archive.Write($"{file}.md", $"---\ntitle: T{file}\nstatus: {(file < 2 ? "Draft" : "Final")}\n---\n");
        }

        archive.Write("s/by-status.yml", "published:\n  status: draft\n").Write("s/silent.yml", "published:\n  status: []\n");
        Assert.Equal((6, 0, "status: draft 2", ""), Summary(archive, schema: null));
        Assert.Equal((4, 2, "", "status: draft 2"), Summary(archive, "s/by-status.yml"));
        Assert.Equal((6, 0, "", ""), Summary(archive, "s/silent.yml"));
    }

    [Fact]
    public void Run_AKeyOfTheSchemaWithoutValues_HasTheUsualOnes()
    {
        using var archive = new TemporaryArchive().Write("s/s.yml", "published:\n  'shown *':\n").Write("0.md", "---\ntitle: A\n---\n");
        foreach (var (at, value) in new[] { "draft", "Unpublished", "PRIVATE", "hidden", "to all" }.Index())
        {
            archive.Write($"{at + 1}.md", $"---\ntitle: T{at}\nshown to: {value}\n---\n");
        }

        Assert.Equal((2, 4), (Summary(archive, "s/s.yml").Served, Summary(archive, "s/s.yml").Unpublished));
    }

    [Fact]
    public void Run_ASchemaThatExtendsNone_ServesNoDraftsEither()
    {
        using var archive = new TemporaryArchive().Write("s/s.yml", "extends: none\nfields: {title: title}\n");
        archive.Write("a.md", "---\ntitle: A\npublished: no\n---\n")
            .Write("b.md", "\n<!-- draft: true -->\nWords.\n")
            .Write("c.md", "---\ntitle: C\n---\n");

        Assert.Equal((1, 1, "", "published: no 1"), Summary(archive, "s/s.yml"));
    }

    [Fact]
    public void Run_DraftsInAllDisguises_AreNeverServed()
    {
        const int Seed = 8009;
        const int Files = 1500;
        using var archive = new TemporaryArchive().Write("control.md", "---\ntitle: Control\n---\n");
        for (var file = 0; file < Files; file++)
        {
            var random = new Random(Seed + file);
            archive.Write($"{file}{DisguisedDrafts.Ending(random)}", DisguisedDrafts.Make(random));
        }

        var (report, index) = archive.Run();

        var served = index.Added.Where(static proposal => proposal.Id != "control").Select(static proposal => proposal.SourcePath).ToList();
        var first = served.Count > 0 ? File.ReadAllText(Path.Combine(archive.Path, served[0])) : "";
        Assert.True(served.Count == 0, $"seed {Seed}: {string.Join(", ", served.Take(9))}\n{first}");
        var told = report.Failed.Concat(report.Warnings).Select(static fault => fault.Path).Distinct();
        Assert.Equal(Files, report.Unpublished + told.Count());
        Assert.InRange(report.Unpublished, Files / 4, Files);
    }

    [Fact]
    public void Run_AKeyThatHidesSomeProposals_StaysAFacetOfTheOthers()
    {
        using var archive = new TemporaryArchive()
            .Write("s/s.yml", "published:\n  stage: [idea]\nfacets:\n  stage: {label: Stage, keys: [stage]}\n");
        archive.Write("a.md", "---\ntitle: A\nstage: idea\n---\n").Write("b.md", "---\ntitle: B\nstage: plan\n---\n");

        var served = archive.Run(Path.Combine(archive.Path, "s/s.yml")).Index.Added;
        var proposal = Assert.Single(served, static proposal => Path.GetExtension(proposal.SourcePath) == ".md");

        Assert.Equal(["plan"], proposal.Facets["stage"]);
    }

    private static (int Served, int Unpublished, string Perhaps, string By) Summary(TemporaryArchive archive, string? schema)
    {
        var backend = new RecordingBackend();
        var path = schema is null ? null : Path.Combine(archive.Path, schema);
        var options = new IndexingOptions(archive.Path, "unused", path) { Exclude = ["s/**"] };
        var report = BlockingCalls.RunPipeline(options, backend.Backend, TimeProvider.System);
        return (backend.Added.Count, report.Unpublished, Show(report.PerhapsUnpublished), Show(report.UnpublishedBy));
    }

    private static string Show(IEnumerable<KeyValueCount> counts)
        => string.Join(", ", counts.Select(static count => FormattableString.Invariant($"{count.Key}: {count.Value} {count.Proposals}")));

    private static (IndexingReport Report, bool IsServed) Run(string lines)
    {
        using var archive = new TemporaryArchive().Write("a.md", $"---\ntitle: A\n{lines}\n---\n").Write("b.md", "---\ntitle: B\n---\n");
        var (report, index) = archive.Run();
        return (report, index.Added.Any(static proposal => proposal.Id == "a"));
    }
}
