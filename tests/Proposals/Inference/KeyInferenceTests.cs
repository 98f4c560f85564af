using System.Globalization;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Inference;

/// <summary>Archives of strangers, small ones that are made like ogrants and like a collection of standards.</summary>
public sealed class KeyInferenceTests
{
    private static readonly string[] Funders =
    [
        "National Science Foundation", "national science foundation ", "Sloan Foundation", "Wellcome Trust",
    ];

    [Theory]
    [InlineData("layout", "not searched")]
    [InlineData("author", "organization, and facet author of people")]
    [InlineData("funder", "facet funder, an answer too")]
    [InlineData("status", "facet status")]
    [InlineData("link", "link")]
    [InlineData("link_name", "labels of links")]
    [InlineData("ORCID", "not searched")]
    [InlineData("number", "answer")]
    [InlineData("created", "year")]
    [InlineData("description", "summary")]
    [InlineData("requires", "answer")]
    [InlineData("reason", "answer")]
    [InlineData("deadline", "answer")]
    [InlineData("pages", "facet pages of numbers")]
    [InlineData("picture", "not searched")]
    [InlineData("nothing", "not searched")]
    [InlineData("Who will do the work?", "facet who_will_do_the_work, an answer too")]
    [InlineData("twitter", "link")]
    public void Decide_Keys_AsAPersonWould(string key, string role)
    {
        using var archive = Grants();
        var roles = archive.Run().Report.InferredRoles;

        // Layout is known to the schema as noise: nothing was decided about it.
        var found = roles.SingleOrDefault(inferred => inferred.Key == key);
        Assert.Equal(key == "layout" ? null : role, found?.Role);
        Assert.True(found is null || found.Reason.Length > 3);
    }

    [Fact]
    public void Decide_Grants_GiveProposalsTheirRoles()
    {
        using var archive = Grants();
        var (_, index) = archive.Run();
        var first = index.Added[0];

        Assert.Equal("Ann Lee, Bob Ray", first.Organization);
        Assert.Equal(["Ann Lee", "Bob Ray"], first.Facets["author"]);
        Assert.Equal(2010, first.Year);
        Assert.Equal("A short account of grant number 0 and what it is about.", first.Summary);
        Assert.Equal(
            [new ProposalLink("Application", "https://x.org/0.pdf"), new ProposalLink("Twitter", "https://twitter.com/user0")],
            first.Links);
        Assert.Contains(new Answer("Funder", null, "National Science Foundation"), first.Answers);
        Assert.DoesNotContain(first.Answers, static answer => answer.Text is "funded" or "grant");
    }

    [Fact]
    public void Decide_SpellingsOfOneValue_BecomeTheMostFrequent()
    {
        using var archive = Grants();
        var values = archive.Run().Index.Added.SelectMany(static proposal => proposal.Facets["funder"]).Distinct();

        Assert.Equal(["National Science Foundation", "Sloan Foundation", "Wellcome Trust"], values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Decide_Facets_HaveLabelsAndTheYearComesFirst()
    {
        using var archive = Grants();
        var facets = archive.Run().Index.Committed!.Facets;

        Assert.Equal(new FacetDefinition("year", "Year", FacetType.Number), facets[0]);
        Assert.Contains(new FacetDefinition("funder", "Funder", FacetType.Text), facets);
        Assert.Contains(new FacetDefinition("pages", "Pages", FacetType.Number), facets);
        Assert.Equal(facets.Count, facets.Select(static facet => facet.Field).Distinct().Count());
    }

    [Fact]
    public void Decide_FewFiles_MakeNoFacets()
    {
        using var archive = new TemporaryArchive().Write("a.yml", "title: A\nmood: good\n").Write("b.yml", "title: B\nmood: good\n");

        Assert.Equal("answer", Assert.Single(archive.Run().Report.InferredRoles).Role);
    }

    [Fact]
    public void Decide_WhatTheSchemaKnows_IsNotInferred()
    {
        using var archive = new TemporaryArchive().Write(
            "a.yml", "title: A\nproject_measure: By counting.\nWhat is the need you’re responding to?: Much.\n");

        Assert.Empty(archive.Run().Report.InferredRoles);
    }

    [Fact]
    public void Decide_ATableOfStrangers_FindsWhoProposesAndWhen()
    {
        using var archive = new TemporaryArchive().Write(
            "grants.csv",
            "Recipient,Award Date,Amount,Purpose\n" + string.Concat(Enumerable.Range(0, 12).Select(static row => string.Create(
                CultureInfo.InvariantCulture,
                $"Charity {row},20{10 + row}-03-01,{1000 * (row % 4)},To do good number {row} in many places of the city\n"))));
        var (report, index) = archive.Run();

        Assert.Equal(
            [("Amount", "facet amount of numbers"), ("Award Date", "year"), ("Purpose", "summary"), ("Recipient", "organization")],
            report.InferredRoles.Select(static role => (role.Key, role.Role)).Order());
        var first = index.Added.Single(static proposal => proposal.Id == "grants/1");
        Assert.Equal(("Charity 0", 2010, "Charity 0"), (first.Organization, first.Year, first.Title));
    }

    private static TemporaryArchive Grants()
    {
        var archive = new TemporaryArchive();
        for (var file = 0; file < 24; file++)
        {
            archive.Write($"g{file:00}.md", string.Create(CultureInfo.InvariantCulture, $"""
                ---
                layout: grant
                title: Grant number {file}
                number: {4000 + file}
                author: {(file == 0 ? "Ann Lee (@ann), Bob Ray <bob@x.org>" : $"Person {file}")}
                ORCID: 0000-0001-{1000 + file}
                funder: '{Funders[file % 5 % 4]}'
                status: {(file % 3 == 0 ? "funded" : "not funded")}
                link: ['https://x.org/{file}.pdf']
                link_name: ['Application']
                created: 20{10 + (file % 9)}-05-{10 + (file % 9)}
                description: A short account of grant number {file} and what it is about.
                requires: {(file % 2 == 0 ? "20, 721" : "165")}
                pages: {10 * (file % 4)}
                picture: image{file}.jpg
                nothing:
                Who will do the work?: {(file % 2 == 0 ? "Volunteers" : "Staff")}
                {(file == 3 ? "reason: It was superseded by another one.\ndeadline: 2020-01-01" : "other_id: 7")}
                twitter: user{file}
                ---
                """));
        }

        return archive;
    }
}
