using Xunit;
using Console = ProposalSearch.Indexer.Tests.Commands.Console;

namespace ProposalSearch.Indexer.Tests.Regressions;

/// <summary>In passages the choices of a list stood side by side on the terminal, like words of one.</summary>
public sealed class Bug305ChoicesOfAList
{
    [Fact]
    public void Search_ChoicesOfAList_AreParted()
    {
        using var console = new Console().Write(
            "source/a.yml", "title: Pond\nplan: ['Clean air', 'More trees', 'We dig.', 'More reed (all)']\n");
        console.Build();

        console.Run("search", "more", "--index", console.Index);

        Assert.Contains("Clean air · [More] trees · We dig. [More] reed (all)", console.Out, StringComparison.Ordinal);
    }
}
