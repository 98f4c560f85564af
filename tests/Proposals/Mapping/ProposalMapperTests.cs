using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

/// <summary>Files as LA2050 has them, to proposals.</summary>
public sealed class ProposalMapperTests
{
    [Fact]
    public void Map_QuestionKeys_BecomeAnswersInTheirOrderUnderTheirWording()
    {
        var proposal = TemporaryArchive.Of(
            "2016/a.md",
            "---\npublished: true\nyear_submitted: 2016\ncategory: learn\nproject_id: '5'\nbody_class: lime\ntitle: ' A  title "
                + "'\nproject_summary: Short.\n"
                + "Which metrics will your proposal impact?\u200B:\n  - Air (Dream Metric)\n  - Water\n"
                + "Please explain how you will evaluate your work.: \"By counting.\\r\\nTwice.\\u00a0\"\nWhat is new?: "
                + "''\norganization_name: LIFT\n---\n");

        Assert.Equal(
            ("2016/a", "A title", "Short.", "LIFT", 2016),
            (proposal.Id, proposal.Title, proposal.Summary, proposal.Organization, proposal.Year));
        Assert.Equal(
            [
                new Answer("Which metrics will your proposal impact?", "metric", "Air (Dream Metric)\nWater"),
                new Answer("Please explain how you will evaluate your work.", "evaluation", "By counting.\nTwice."),
            ],
            Asked(proposal));
        Assert.Equal(["Air", "Water"], proposal.Facets["metric"]);
        Assert.Equal(["2016"], proposal.Facets["year"]);
        Assert.Equal(["learn"], proposal.Facets["category"]);
        Assert.Equal("2016/a.md", proposal.SourcePath);
        Assert.Equal(64, proposal.ContentHash.Length);
    }

    [Fact]
    public void Map_MakerAnswers_AreReadAsIfTheyStoodAtTheTop()
    {
        var proposal = TemporaryArchive.Of(
            "a.md",
            "---\ntitle: A\nyear_submitted: 2014\nmaker_answers:\n  'Please describe your project proposal.': We plant trees.\n"
                + "  'Which area(s) of LA does your project benefit?':\n    - East LA\n  Please explain how you will evaluate your "
                + "project.: By counting trees.\n---\n");

        Assert.Equal(["plan", "evaluation"], Asked(proposal).Select(static answer => answer.QuestionId));
        Assert.Equal(["East LA"], proposal.Facets["area"]);
    }

    [Fact]
    public void Map_ListOfQuestionsAndAnswers_IsReadAsSuch()
    {
        var proposal = TemporaryArchive.Of(
            "a.json", """{"title": "A", "answers": [{"question": "How will you measure success?", "answer": "So."}]}""");

        Assert.Equal([new Answer("How will you measure success?", "evaluation", "So.")], proposal.Answers);
    }

    [Fact]
    public void Map_ShortKeys_GetTheQuestionThatTheyStandFor()
    {
        var proposal = TemporaryArchive.Of(
            "live/a.md",
            "---\ntitle: A\nproject_description: Short.\nproject_proposal_best_place: Greatly.\nproject_measure: By "
                + "counting.\norganization_website:\n  - www.x.org\n"
                + "organization_twitter: '@x'\nlink_donate: N/A\nproject_areas:\n  - South LA\nproject_applying: "
                + "$50,000\nis_finalist: true\nis_winner: false\n"
                + "project_image: a.jpg\nproject_video: https://www.youtube.com/embed/x?rel=0&amp;y=1\norder: 4\nuri: "
                + "/live/a/\nyear: 2018\n---\n");

        Assert.Equal(
            [
                ("Describe in greater detail how your proposal will make LA the best place.", "place"),
                ("Please explain how you will define and measure success for your project.", "evaluation"),
                ("How much are you applying for?", "budget"),
            ],
            Asked(proposal).Select(static answer => (answer.Question, answer.QuestionId!)));
        Assert.Equal(
            [new ProposalLink("Website", "https://www.x.org"), new ProposalLink("Twitter", "https://twitter.com/x")], proposal.Links);
        Assert.Equal(["Finalist"], proposal.Facets["award"]);
        Assert.Null(proposal.Image);
        Assert.Equal("https://www.youtube.com/embed/x?rel=0&y=1", proposal.Video);
        Assert.Equal(2018, proposal.Year);
    }

    [Fact]
    public void Map_TheSameAnswerTwice_IsOneAnswerUnderTheQuestionThatIsWorded()
    {
        const string Text = "We will collect stories from all over the city and publish them.";
        var proposal = TemporaryArchive.Of(
            "a.md",
            $"---\ntitle: A\nproject_measure: {Text}\nHow will your activation engage Angelenos to make LA the best place?: \"{Text}\"\n"
                + $"How will your activation engage Angelenos to make LA the best place: |-\n  {Text} \n---\n");

        Assert.Equal(
            [new Answer("How will your activation engage Angelenos to make LA the best place?", "engagement", Text)], proposal.Answers);
    }

    [Fact]
    public void Map_TheSameShortAnswerToTwoQuestions_IsTwoAnswers()
    {
        var proposal = TemporaryArchive.Of(
            "a.md",
            "---\ntitle: A\nApproximately how many people will be directly impacted by this proposal?: '1000'\n"
                + "Approximately how many people will be indirectly impacted by this proposal?: '1000'\n---\n");

        Assert.Equal(2, proposal.Answers.Count);
    }

    [Fact]
    public void Map_ASummaryThatIsAnAnswer_IsTheSameTextToTheLetter()
    {
        var proposal = TemporaryArchive.Of(
            "a.md",
            "---\ntitle: A\nproject_summary: \"We plant  trees.\\r\\n\"\n'In one to three sentences, please describe your "
                + "proposal.': We plant trees.\n---\n");

        Assert.Equal("We plant trees.", proposal.Summary);
        Assert.True(proposal.IsSummaryAnswered());
        Assert.Equal("summary", Assert.Single(proposal.Answers).QuestionId);
    }

    [Fact]
    public void Map_TextsThatLoseTheirField_BecomeAnswers()
    {
        var proposal = TemporaryArchive.Of(
            "a.md", "---\nname: The other name\ntitle: A\nproject_summary: One.\nproject_description: Two.\n---\n");

        Assert.Equal(("A", "One."), (proposal.Title, proposal.Summary));
        Assert.Equal(["The other name", "Two."], proposal.Answers.Select(static answer => answer.Text).Order());
    }

    [Theory]
    [InlineData("published: false", false)]
    [InlineData("published: no", false)]
    [InlineData("published: 'Off'", false)]
    [InlineData("draft: true", false)]
    [InlineData("draft: false", true)]
    [InlineData("published: yes", true)]
    [InlineData("published: ''", true)]
    [InlineData("published: soon", true)]
    public void Map_Published_IsWhatTheFileSays(string line, bool isPublished)
    {
        using var archive = new TemporaryArchive().Write("a.md", $"---\ntitle: A\n{line}\n---\n").Write("b.md", "---\ntitle: B\n---\n");
        var (report, index) = archive.Run();

        Assert.Equal(isPublished ? 2 : 1, index.Added.Count);
        Assert.Equal(isPublished ? 0 : 1, report.Unpublished);
        Assert.Equal(line.EndsWith("soon", StringComparison.Ordinal) ? 1 : 0, report.Warnings.Count);
    }

    [Theory]
    [InlineData("x/some-file_name.md", "---\nyear: 2015\n---\n", "Some file name")]
    [InlineData("x/a.md", "# From the heading\n\ntext\n", "From the heading")]
    [InlineData("x/a.txt", "only text", "A")]
    [InlineData("x/a.md", "---\ntitle: '  '\n---\n", "A")]
    [InlineData("x/a.md", "---\ntitle: 42\n---\n", "42")]
    public void Map_Title_IsNeverEmpty(string path, string text, string title)
        => Assert.Equal(title, TemporaryArchive.Of(path, text).Title);

    [Theory]
    [InlineData("2014/a.md", "---\ntitle: A\n---\n", 2014)]
    [InlineData("2014/a.md", "---\ntitle: A\nyear: 2015\n---\n", 2015)]
    [InlineData("2014/a.md", "---\ntitle: A\nyear: soon\n---\n", 2014)]
    [InlineData("x/a.md", "---\ntitle: A\nyear_submitted: '2013'\nyear: 2015\n---\n", 2013)]
    [InlineData("x/a.md", "---\ntitle: A\n---\n", null)]
    public void Map_Year_IsThatOfTheFileOrOfItsFolder(string path, string text, int? year)
        => Assert.Equal(year, TemporaryArchive.Of(path, text).Year);

    [Fact]
    public void Map_AreasAreValues_AndOnlyProseAboutThemIsText()
    {
        const string Prose = "In all of the neighborhoods that lie along the river between Elysian Valley and Long Beach, and then some.";
        var proposal = TemporaryArchive.Of("a.md", $"---\ntitle: A\nWhere will you be working?:\n  - South LA\n  - {Prose}\n---\n");

        Assert.Equal(["South LA", "Northeast LA", "Gateway Cities"], proposal.Facets["area"]);
        Assert.Equal([new Answer("Where will you be working?", "area", Prose)], Asked(proposal));
    }

    [Fact]
    public void Map_TextsThatNameAreasAmongOtherWords_AreAreasAndText()
    {
        var proposal = TemporaryArchive.Of("a.md", "---\ntitle: A\nWhere will you be working?: ['SOUTH LA', 'Compton, Inglewood']\n---\n");

        Assert.Equal(["South LA", "Gateway Cities", "South Bay"], proposal.Facets["area"]);
        Assert.Equal(["Compton", "Inglewood"], proposal.Facets["neighborhood"]);
        Assert.Equal([new Answer("Where will you be working?", "area", "Compton, Inglewood")], Asked(proposal));
    }

    [Fact]
    public void Map_ANumberThatCannotBeRead_IsReportedAndSearchedAsText()
    {
        using var archive = new TemporaryArchive().Write(
            "a.md", "---\ntitle: A\nDirect impact: 500 students and 40 teachers\nIndirect impact: '1,200'\n---\n");
        var (report, index) = archive.Run();

        var warning = Assert.Single(report.Warnings);
        Assert.Equal(("a.md", 3), (warning.Path, warning.Line));
        Assert.Contains("500 students and 40 teachers", warning.Cause, StringComparison.Ordinal);
        Assert.Equal(["1,000 to 9,999"], index.Added[0].Facets["people_indirect_range"]);
        Assert.Equal(["1200"], index.Added[0].Facets["people_indirect"]);
        Assert.Contains(index.Added[0].Answers, static answer => answer.Text.StartsWith("500", StringComparison.Ordinal));
        Assert.False(index.Committed!.Facets.Single(static facet => facet.Field == "people_indirect").IsListed);
    }

    [Fact]
    public void Map_SpellingsOfAValueOfTheSchema_BecomeTheMostFrequent()
    {
        using var archive = new TemporaryArchive();
        foreach (var (file, spelling) in new[] { "A metric of ours", "A METRIC of ours", "A metric of ours " }.Index())
        {
            archive.Write($"{file}.md", $"---\ntitle: A\ncategory_metrics: ['{spelling}']\n---\n");
        }

        var (_, index) = archive.Run();

        Assert.Equal(["A metric of ours"], index.Added.SelectMany(static proposal => proposal.Facets["metric"]).Distinct());
        Assert.Contains(
            new FacetWordingKey("metric", "A METRIC of ours"),
            index.Committed!.FacetWordings.Select(static wording => new FacetWordingKey(wording.Field, wording.Text)));
    }

    [Fact]
    public void Map_AQuestionAnsweredByAnAddress_IsALink()
    {
        var proposal = TemporaryArchive.Of("a.md", "---\ntitle: A\nWhere can we see more of your work?: http://x.org/y\n---\n");

        Assert.Equal([new ProposalLink("Where can we see more of your work?", "http://x.org/y")], proposal.Links);
        Assert.Empty(proposal.Answers);
    }

    [Fact]
    public void Map_Body_BecomesAnswersUnderItsHeadings()
    {
        var proposal = TemporaryArchive.Of(
            "a.md", "---\ntitle: A\n---\n\n## Abstract\n\nShort.\n\n## Specification\n\n### Methods\n\nMany.\n");

        Assert.Equal(
            [new Answer("Abstract", "summary", "Short."), new Answer("Specification › Methods", "plan", "Many.")], proposal.Answers);
    }

    [Fact]
    public void Map_UnknownMappings_AreLaidFlat()
    {
        var proposal = TemporaryArchive.Of(
            "a.yml", "title: A\nbudget:\n  travel: Going there and back again.\n  other: {food: Bread}\nprojects:\n  - {title: Noise}\n");

        Assert.Equal(["Budget › Travel", "Budget › Other › Food"], proposal.Answers.Select(static answer => answer.Question));
    }

    private sealed record FacetWordingKey(string Field, string Text);

    private static IEnumerable<Answer> Asked(Proposal proposal)
        => proposal.Answers.Where(static answer => !OwnQuestions.Contains(answer.Question));
}
