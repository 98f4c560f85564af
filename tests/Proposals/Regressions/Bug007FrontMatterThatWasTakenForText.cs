using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Front matter below an empty line or a mark that nobody sees, with line ends of old Macs, or of another kind than plain <c>---</c> and
/// <c>+++</c> was read as text, and so what it says of being a draft was not seen: drafts were served.
/// </summary>
public sealed class Bug007FrontMatterThatWasTakenForText
{
    public static TheoryData<string> Heads { get; } =
    [
        "\n---\ntitle: Quince\npublished: false\n---\n",
        "\n\n  \n\t\n---\ntitle: Quince\npublished: false\n---\n",
        "\uFEFF\n---\ntitle: Quince\npublished: false\n---\n",
        "\uFEFF\uFEFF---\ntitle: Quince\npublished: false\n---\n",
        "\u200B---\ntitle: Quince\npublished: false\n---\n",
        "\u00A0\n\u200B\n---\ntitle: Quince\npublished: false\n---\n",
        "---\rtitle: Quince\rpublished: false\r---\r",
        "\r\r---\rtitle: Quince\rdraft: true\r---\r",
        "---\r\ntitle: Quince\rpublished: false\n---\r\n",
        "\r\n---\r\ntitle: Quince\r\npublished: false\r\n---\r\n",
        "---yaml\ntitle: Quince\ndraft: true\n---\n",
        "--- yml\ntitle: Quince\ndraft: true\n---\n",
        "---YAML\t\ntitle: Quince\ndraft: true\n---\n",
        "--- # of the orchard\ntitle: Quince\ndraft: true\n---\n",
        "---toml\ntitle = \"Quince\"\ndraft = true\n---\n",
        "--- toml\ntitle = \"Quince\"\ndraft = true\n---\n",
        "---json\n{ \"title\": \"Quince\",\n \"draft\": true }\n---\n",
        "---json\n\"title\": \"Quince\",\n\"draft\": true\n---\n",
        "\n+++\ntitle = \"Quince\"\ndraft = true\n+++\n",
        "\uFEFF\n+++\rtitle = \"Quince\"\rdraft = true\r+++\r",
        "+++toml\ntitle = \"Quince\"\ndraft = true\n+++\n",
        ";;;\n{\"title\": \"Quince\", \"published\": false}\n;;;\n",
        "\n;;;\n\"title\": \"Quince\",\n\"published\": false\n;;;\n",
        ";;;json\n{\"title\": \"Quince\", \"published\": \"no\"}\n;;;\n",
        "{\n  \"title\": \"Quince\",\n  \"draft\": true\n}\n",
        "\n\n{\"title\": \"Quince\", \"draft\": \"TRUE\"}\n",
        "{\r  \"title\": \"Quince\",\r  \"draft\": true\r}\r",
        "{\n  \"title\": \"Quince\", // of the orchard\n  \"draft\": true,\n}\n",
    ];

    [Theory]
    [MemberData(nameof(Heads))]
    public void Run_ADraft_IsReadAndCountedAndNotServed(string head)
    {
        using var archive = Archive(head);
        var (report, index) = archive.Run();

        Assert.Equal("control", Assert.Single(index.Added).Id);
        Assert.Equal((1, 0, 0), (report.Unpublished, report.Failed.Count, report.Warnings.Count));
    }

    [Theory]
    [MemberData(nameof(Heads))]
    public void Run_TheSameThatIsPublished_HasItsTitleAndItsText(string head)
    {
        using var archive = Archive(head
            .Replace("\"no\"", "\"yes\"", StringComparison.Ordinal)
            .Replace("false", "TRUTH", StringComparison.Ordinal)
            .Replace("true", "false", StringComparison.OrdinalIgnoreCase)
            .Replace("TRUTH", "true", StringComparison.Ordinal));
        var (report, index) = archive.Run();

        var proposal = index.Added.Single(static proposal => proposal.Id == "orchard");
        Assert.Equal("Quince", proposal.Title);
        Assert.Equal("We plant quinces.", Assert.Single(proposal.Answers).Text);
        Assert.Equal((0, 0, 0), (report.Unpublished, report.Failed.Count, report.Warnings.Count));
    }

    private static TemporaryArchive Archive(string head) => new TemporaryArchive()
        .Write("orchard.md", head + "We plant quinces.\n")
        .Write("control.md", "---\ntitle: Control\n---\nWe plant nothing.\n");
}
