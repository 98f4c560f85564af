using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Lists of fields with a label and a value, as programs for forms export them, were one text with all labels in it.</summary>
public sealed class Bug777FieldsWithLabels
{
    [Theory]
    [InlineData("fields", "label", "value")]
    [InlineData("custom_fields", "name", "value")]
    [InlineData("formData", "field", "answer")]
    [InlineData("sections", "title", "text")]
    public void Map_FieldsWithLabels_AreAnswersUnderTheseLabels(string list, string label, string value)
    {
        var kite = TemporaryArchive.Of(
            "a.json",
            $$"""
            {"title": "Kite", "{{list}}": [{"{{label}}": "Why now?", "{{value}}": "The wind is right."},
             {"{{label}}": "Who flies?", "{{value}}": "Two of us do."}]}
            """);

        Assert.Equal(
            [("Why now?", "The wind is right."), ("Who flies?", "Two of us do.")],
            kite.Answers.Select(static answer => (answer.Question, answer.Text)));
    }
}
