using System.Globalization;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Inference;

/// <summary>What a person would say of archives that no schema knows.</summary>
public sealed class StrangersTests(ITestOutputHelper output)
{
    [Fact]
    public void Talks_AreReadAsAPersonWouldReadThem()
    {
        using var archive = Strangers.Talks();
        var first = First(archive);

        Assert.Equal("How we made service number 0 boring", first.Title);
        Assert.Equal("Analytical Engines", first.Organization);
        Assert.Equal(["Ada Byron"], first.Facets["speaker"]);
        Assert.StartsWith("In this talk we show", first.Summary, StringComparison.Ordinal);
        Assert.Equal(2019, first.Year);
        Assert.Equal(["Beginner"], first.Facets["experience_level"]);
        Assert.Equal(["testing", "tooling"], first.Facets["tags"]);
        Assert.Equal(["accepted"], first.Facets["status"]);
        Assert.Contains(first.Links, static link => link.Url == "https://example.org/slides/0");
        Assert.Contains(first.Answers, static answer => answer is { Question: "What will the audience take away?", QuestionId: null });
    }

    [Fact]
    public void Requests_AreReadAsAPersonWouldReadThem()
    {
        using var archive = Strangers.Requests();
        var first = First(archive);

        Assert.Equal("feature_1", first.Title);
        Assert.Equal(2018, first.Year);
        Assert.Equal(["Grace Murray", "Alan Mathison"], first.Facets["authors"]);
        Assert.Contains(first.Answers, static answer => answer is { Question: "Summary", QuestionId: "summary" });
        Assert.Contains(first.Answers, static answer => answer is { Question: "Motivation", QuestionId: "need" });
        Assert.Contains(first.Answers, static answer => answer is { Question: "Prior art", QuestionId: "uniqueness" });
        Assert.Contains(first.Answers, static answer => answer is { Question: "Guide-level explanation", QuestionId: null });
    }

    [Fact]
    public void Budget_IsReadAsAPersonWouldReadIt()
    {
        using var archive = Strangers.Budget();
        var first = First(archive);

        Assert.Equal("Benches for park 0", first.Title);
        Assert.Equal(2021, first.Year);
        Assert.StartsWith("Residents of block 0", first.Summary, StringComparison.Ordinal);
        Assert.Equal(["Parks & Recreation"], first.Facets["category"]);
        Assert.Equal(["District 1"], first.Facets["council_district"]);
        Assert.Equal(["25000"], first.Facets["estimated_cost"]);
        Assert.Equal(["Yes"], first.Facets["funded"]);
        Assert.EndsWith("PB-100", first.Id, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Answers, static answer => answer.Text.StartsWith("PB-", StringComparison.Ordinal));
    }

    [Fact]
    public void Campaigns_AreReadAsAPersonWouldReadThem()
    {
        using var archive = Strangers.Campaigns();
        var first = First(archive);

        Assert.Equal("Campaign 0: a better lamp", first.Title);
        Assert.Equal("Ada Byron", first.Organization);
        Assert.StartsWith("A lamp number 0", first.Summary, StringComparison.Ordinal);
        Assert.Equal(2017, first.Year);
        Assert.Equal(["Design"], first.Facets["category"]);
        Assert.Equal(["Lisbon"], first.Facets["location"]);
        Assert.Equal(["successful"], first.Facets["state"]);
        Assert.Contains(first.Answers, static answer => answer is { Question: "Risks", QuestionId: "barriers" });
    }

    [Fact]
    public void Interface_IsReadAsAPersonWouldReadIt()
    {
        using var archive = StrangersExports.Interface();
        var first = First(archive);

        Assert.Equal("A garden number 0", first.Title);
        Assert.Equal("Open Lab e.V.", first.Organization);
        Assert.Equal(2021, first.Year);
        Assert.Equal(["Ann Lee 0"], first.Facets["applicant"]);
        Assert.Equal(["Ada Byron", "Bob Ray"], first.Facets["speakers"]);
        Assert.Equal(["ngo"], first.Facets["applicant_organisation_type"]);
        Assert.Equal(["5000"], first.Facets["what_is_the_size_of_the_grant_that"]);
        Assert.NotEmpty(first.Facets["what_is_the_size_of_the_grant_that_range"]);
        Assert.Equal(["Yes"], first.Facets["is_archived"]);
        Assert.Contains(
            first.Answers, static answer => answer is { Question: "What obstacles do you anticipate?", QuestionId: "barriers" });
        Assert.Contains(first.Answers, static answer => answer.Text.StartsWith("Ada has written", StringComparison.Ordinal));
        Assert.DoesNotContain(first.Answers, static answer => answer.Text.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void Responses_AreReadAsAPersonWouldReadThem()
    {
        using var archive = StrangersExports.Responses();
        var first = First(archive);

        Assert.Equal("Garden 0", first.Title);
        Assert.Equal("Bright Futures 0", first.Organization);
        Assert.Equal(2022, first.Year);
        Assert.Equal(["Westside", "Harbor"], first.Facets["which_neighborhood_s_will_you_serve"]);
        Assert.Equal(["Yes"], first.Facets["have_you_had_a_grant_from_us_before"]);
        Assert.Contains(first.Answers, static answer => answer.Question.StartsWith("How will you know", StringComparison.Ordinal));
        Assert.DoesNotContain(
            first.Answers, static answer => answer.Text.Contains('@', StringComparison.Ordinal) || answer.Text == "I agree");
    }

    [Fact]
    public void Subventions_AreReadAsAPersonWouldReadThem()
    {
        using var archive = StrangersExports.Subventions();
        var first = First(archive);

        Assert.Equal("Jardin partagé n° 0", first.Title);
        Assert.Equal("La Ruche 0", first.Organization);
        Assert.Equal(2019, first.Year);
        Assert.Equal(["1200"], first.Facets["montant_demande"]);
        Assert.Equal(["Environnement"], first.Facets["thematique"]);
        Assert.Equal(["Oui"], first.Facets["cofinancement"]);
        Assert.StartsWith("Le projet 0 vise", first.Summary, StringComparison.Ordinal);
    }

    /// <summary>The first proposal; what was decided is written down, to be read when a test fails.</summary>
    private Proposal First(TemporaryArchive archive)
    {
        var (report, index) = archive.Run();
        foreach (var role in report.InferredRoles)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{role.Key}: {role.Role} ({role.Reason}; {role.Files})"));
        }

        Assert.Empty(report.Failed);
        return index.Added[0];
    }
}
