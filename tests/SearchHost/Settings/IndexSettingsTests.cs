using ProposalSearch.Retrieval;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>What the open index is read from, and how often its files are looked at.</summary>
public sealed class IndexSettingsTests
{
    [Theory]
    [InlineData(IndexHeldIn.Automatic)]
    [InlineData(IndexHeldIn.Copy)]
    public void Resolve_WhereTheIndexIsHeld_IsWhereTheOneThatIndexingGoesOnFromIsHeldToo(IndexHeldIn heldIn)
    {
        var folders = Folders.Resolve(
            new SearchHostOptions { Source = "seeds", HoldIndexIn = heldIn }, Repository.Root, Path.GetTempPath());

        Assert.Equal((heldIn, heldIn), (folders.HoldIndexIn, folders.ForIndexing.PreviousHeldIn));
    }
}
