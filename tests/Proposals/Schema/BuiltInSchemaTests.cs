using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

/// <summary>Every wording that LA2050 has used, and some that it may use.</summary>
public sealed class BuiltInSchemaTests
{
    private static readonly SchemaKeys Keys = new(SchemaFile.BuiltIn());

    [Theory]
    [InlineData("What are some of your organization’s most important achievements to date?", "achievements")]
    [InlineData("Please explain how you will evaluate your project. How will you measure success?", "evaluation")]
    [InlineData("How will your project benefit Los Angeles?", "place")]
    [InlineData("What would success look like in the year 2050 regarding your indicator?", "future")]
    [InlineData("Please identify any partners or collaborators who will work with you on this project.", "partners")]
    [InlineData("How can the LA2050 community and other stakeholders help your proposal succeed?", "resources")]
    [InlineData("Where will you be working?", "area")]
    [InlineData("How do you plan to use these resources to make change?", "plan")]
    [InlineData("Please explain how you will evaluate your work.", "evaluation")]
    [InlineData("In one sentence, please describe what your organization does", "organization")]
    [InlineData("In one to three sentences, please describe your proposal.", "summary")]
    [InlineData("How will your proposal improve the following “Learn” metrics?", "metric")]
    [InlineData("Describe in greater detail how you will make LA the best place to learn.", "place")]
    [InlineData("In what areas of Los Angeles will you be directly working?", "area")]
    [InlineData("Are any other organizations collaborating on this proposal?", "partners")]
    [InlineData("Please describe your project proposal.", "plan")]
    [InlineData("Which metrics will your proposal impact?\u200B", "metric")]
    [InlineData("Describe in greater detail how your proposal will make LA the best place.", "place")]
    [InlineData("Please explain how you will define and measure success for your project.\u200B", "evaluation")]
    [InlineData("Will your proposal impact any other LA2050 goal categories?", "goal")]
    [InlineData("Please describe the activation your organization seeks to launch.", "plan")]
    [InlineData("How will your activation mobilize Angelenos?", "engagement")]
    [InlineData("How will your activation engage Angelenos to make LA the best place", "engagement")]
    [InlineData("Where do you hope this activation or your organization will be in five years?", "future")]
    [InlineData("Which LA2050 goal will your submission most impact?", "goal")]
    [InlineData("In what stage of innovation is this project?", "stage")]
    [InlineData("What is the need you’re responding to?", "need")]
    [InlineData("Why is this project important to the work of your organization?", "importance")]
    [InlineData("Approximately how many people will be directly impacted by this proposal?", "beneficiaries")]
    [InlineData("Please describe the broader impact of your proposal.", "impact")]
    [InlineData(
        "If you are submitting a collaborative proposal, please describe the specific role of partner organizations in the project.",
        "partners")]
    [InlineData("Which of LA2050’s resources will be of the most value to you?", "resources")]
    [InlineData("Please list the organizations collaborating on this proposal.", "partners")]
    [InlineData("Has your proposal changed due to COVID-19?", "changes")]
    [InlineData("project_measure", "evaluation")]
    [InlineData("project_proposal_best_place", "place")]
    [InlineData("project_proposal_description", "plan")]
    [InlineData("project_five_years", "future")]
    [InlineData("project_collaborators", "partners")]
    [InlineData("How do you plan to scale the success of your proposal?", "future")]
    [InlineData("Are there other organizations doing similar work (whether complementary or competitive)?", "uniqueness")]
    [InlineData("Please list at least one major barrier/challenge you anticipate.", "barriers")]
    [InlineData("PLEASE EXPLAIN HOW YOU WILL EVALUATE YOUR PROJECT", "evaluation")]
    [InlineData(
        "What evidence do you have that this project will be successful, and how will you define and measure success?",
        "evaluation")]
    [InlineData("What is your understanding of the issue that you are seeking to address?", "need")]
    [InlineData("Describe the project, program, or initiative this grant will support to address the issue.", "plan")]
    [InlineData("Describe how Los Angeles County will be different if your work is successful.", "place")]
    [InlineData("Describe the role of collaborating organizations on this project.", "partners")]
    [InlineData("In what stage of innovation is this project, program, or initiative?", "stage")]
    public void Find_Wordings_MapToTheirCanonicalQuestion(string wording, string question)
        => Assert.Equal(question, Keys.Questions.Match(Keys.Find(wording)?.Question ?? wording).QuestionId);

    [Theory]
    [InlineData("Where will you be working?", "area")]
    [InlineData("project_areas", "area")]
    [InlineData("Which area(s) of LA does your project benefit?", "area")]
    [InlineData("Which metrics will your submission impact?", "metric_goal")]
    [InlineData("category_metrics", "metric_goal")]
    [InlineData("indicator", "category")]
    [InlineData("is_finalist", "award")]
    public void Find_FacetKeys_KnowTheirFacet(string key, string field)
        => Assert.Equal(field, Keys.Find(key)?.Facet?.Rule.Definition.Field);

    [Theory]
    [InlineData("author")]
    [InlineData("funder")]
    [InlineData("What is your favorite color?")]
    public void Find_StrangersKeys_AreLeftToInference(string key) => Assert.Null(Keys.Find(key));
}
