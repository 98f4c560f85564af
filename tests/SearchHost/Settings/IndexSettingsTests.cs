using ProposalSearch.Proposals.Search;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>What the open index is read from, and how often its files are looked at.</summary>
public sealed class IndexSettingsTests
{
    [Fact]
    public void Faults_UnknownPlaceAndTooFewMilliseconds_AreBothTold()
    {
        var faults = SearchHostOptionsFaults.Of(new SearchHostOptions { HoldIndexIn = (IndexHeldIn)7, IndexCheckMilliseconds = 1 });

        Assert.Equal(2, faults.Count);
        Assert.Contains("ProposalSearch:HoldIndexIn is 7; it must be automatic, memory, copy or mapping.", faults);
        Assert.Contains("ProposalSearch:IndexCheckMilliseconds is 1; it must be from 50 to 3600000.", faults);
    }

    [Theory]
    [InlineData(IndexHeldIn.Automatic)]
    [InlineData(IndexHeldIn.Copy)]
    public void Resolve_WhereTheIndexIsHeld_IsWhereTheOneThatIndexingGoesOnFromIsHeldToo(IndexHeldIn heldIn)
    {
        var folders = Folders.Resolve(new SearchHostOptions { Source = "seeds", HoldIndexIn = heldIn }, Repository.Root, Path.GetTempPath());

        Assert.Equal((heldIn, heldIn), (folders.HoldIndexIn, folders.ForIndexing.PreviousHeldIn));
    }
}
