using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Of reStructuredText, links over two lines and directives within blocks stood in the text as they were typed, and what followed a
/// directive within a list was taken for its block, so that text below a remark vanished.
/// </summary>
public sealed class Bug561BlocksOfReStructuredText
{
    [Theory]
    [InlineData("See `the count of\nherons <https://x.org/c>`_ here.\n", "See [the count of herons](https://x.org/c) here.")]
    [InlineData("See :doc:`the\ncount <count>` here.\n", "See the count here.")]
    [InlineData("See `the count <count.rst>`_ here.\n", "See the count here.")]
    [InlineData("Use ``reed\nbed`` here.\n", "Use ``reed bed`` here.")]
    [InlineData("First\n\n::\n\n    box = reed()\n", "First\n```\nbox = reed()\n```")]
    [InlineData("First ::\n\n    box = reed()\n", "First\n```\nbox = reed()\n```")]
    [InlineData("* One\n\n  .. a remark\n\n  Two\n", "* One\n  Two")]
    [InlineData("* One\n\n  .. code:: c\n\n     box();\n\n  Two\n", "```\nbox();\n```\n  Two")]
    [InlineData(".. note::\n\n   One\n\n   .. code:: c\n\n      box();\n", "One\n```\nbox();\n```")]
    public void Read_Text_IsAsAReaderSeesIt(string text, string expected)
    {
        var lines = Read.File("a.rst", text).Only().Body!.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(expected, string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AStrayMark_LosesNoWord()
    {
        const string Text = "The `Super attribute\nis new, the `Old one\nis not.\n\n* `a\n* b`\n";
        var body = Read.File("a.rst", Text).Only().Body!.Text;

        Assert.Equal(Words(Text), Words(body));
    }

    /// <summary>A block within a block within a block, thousands deep, ended the program; 64 deep it is text as it stands.</summary>
    [Fact]
    public void Read_BlocksThatAreTooDeep_AreText()
    {
        const int Depth = 3_000;
        var text = string.Concat(Enumerable.Range(0, Depth).Select(static depth => $"{new string(' ', depth)}.. note:: w{depth}\n\n"));
        var body = Read.File("a.rst", text).Only().Body!.Text;

        Assert.All([0, 63, 64, 65, Depth - 1], depth => Assert.Contains($"w{depth}", body, StringComparison.Ordinal));
    }

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
