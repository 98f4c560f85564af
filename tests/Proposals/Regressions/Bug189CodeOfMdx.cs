using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>What a program reads of an MDX file, imports and the tags of components, was shown and searched as text.</summary>
public sealed class Bug189CodeOfMdx
{
    [Theory]
    [InlineData("import Card from '../card'\n\nWords.\n", "\n\nWords.\n")]
    [InlineData("import {\n  Card,\n  Box,\n} from '../card'\nimport '../a.css'\n\nWords.\n", "\n\n\n\n\n\nWords.\n")]
    [InlineData("export const width = 3\n\nWords.\n\nexport default Layout;\n", "\n\nWords.\n\n\n")]
    [InlineData("<Card title=\"A > b\" size={3}>\n\nWords in <Box/>it.\n\n</Card>\n", "\n\nWords in it.\n\n\n")]
    [InlineData("Words. {/* not yet */}\n", "Words. \n")]
    [InlineData("```jsx\nimport A from 'a'\n<Card/>\n```\n", "```jsx\nimport A from 'a'\n<Card/>\n```\n")]
    [InlineData("import of goods from abroad\n\nimport fees, in full\n", "import of goods from abroad\n\nimport fees, in full\n")]
    public void Read_Mdx_HasItsTextAlone(string mdx, string text)
        => Assert.Equal(text, Read.File("a.mdx", "---\ntitle: A\n---\n" + mdx).Only().Body!.Text);

    [Fact]
    public void Read_Markdown_StaysAsItIs()
        => Assert.Equal(
            "import A from 'a'\n<Card/>\n", Read.File("a.md", "---\ntitle: A\n---\nimport A from 'a'\n<Card/>\n").Only().Body!.Text);
}
