using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// What known wordings have in common, without their category, year and remarks, stayed itself; so did a short wording that differed by a
/// word, and a question after which another was asked.
/// </summary>
public sealed class Bug440QuestionsOfNextYear
{
    private static readonly QuestionFinder Finder = new(SchemaFile.BuiltIn());

    [Theory]
    [InlineData("Describe how you will make LA the best place.", "place")]
    [InlineData("How will your project improve the metrics?", "metric")]
    [InlineData("What would success look like regarding your indicator?", "future")]
    [InlineData("List the main risks.", null)]
    [InlineData("What are the main risks of your project?", "barriers")]
    [InlineData("What is the timeline of your project?", "timeline")]
    public void Match_TheCoreOfKnownWordings_IsTheirQuestion(string wording, string? question)
        => Assert.Equal(question, Finder.Match(wording).QuestionId);

    [Theory]
    [InlineData("Proposed budget overview", "budget")]
    [InlineData("Project partners", "partners")]
    [InlineData("Background information", "need")]
    [InlineData("Timeline details (2027)", "timeline")]
    [InlineData("Project name", null)]
    [InlineData("Project details", "plan")]
    [InlineData("Upgrade risks", null)]
    public void Match_ANameWithinAFrame_IsTheNamesQuestion(string wording, string? question)
    {
        var match = Finder.Match(wording);

        Assert.Equal(question, match.QuestionId);
        Assert.True(match.Confidence < 1);
    }

    [Theory]
    [InlineData("How will you evaluate your project, and how will you tell the public (if at all)?", "evaluation")]
    [InlineData("Whom will your project serve, including those who are hard to reach?", "beneficiaries")]
    public void Match_AQuestionWithAnotherBehindIt_IsTheFirst(string wording, string question)
        => Assert.Equal(question, Finder.Match(wording).QuestionId);

    [Theory]
    [InlineData("What is the phone number of your organization?")]
    [InlineData("Do you consent to being filmed?")]
    [InlineData("Please upload the statutes of your organization.")]
    [InlineData("Why store the key by scope?")]
    [InlineData("Step 2: Copy the old data")]
    [InlineData("Privacy and the trail of funding")]
    public void Match_WhatFormsAskBesideTheQuestions_StaysItself(string wording) => Assert.Null(Finder.Match(wording).QuestionId);

    [Fact]
    public void Match_AWordingLikeOneOfTheSchemasOthers_StaysItself()
    {
        var schema = SchemaFile.BuiltIn();
        var likeness = schema.Likeness with { Others = ["what are the risks of your competitors", .. schema.Likeness.Others] };
        var others = schema with { Likeness = likeness };

        Assert.Equal("barriers", new QuestionFinder(schema).Match("What are the risks of other projects?").QuestionId);
        Assert.Null(new QuestionFinder(others).Match("What are the risks of your many competitors?").QuestionId);
    }

    [Fact]
    public void Match_OfASchemaWithoutOthers_NeedsMoreThanOneWord()
    {
        var risk = new QuestionRule(new QuestionDefinition("risk", "Risks"), [new KeyPattern("which risks do you see")]);
        var finder = new QuestionFinder(new ProposalSchema { Questions = [risk] });

        Assert.Null(finder.Match("Are there risks of flooding near the building site?").QuestionId);
        Assert.Equal("risk", finder.Match("Which risks do you see coming?").QuestionId);
    }
}
