using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.CommandLines.Tests;

public sealed class DefaultFoldersTests
{
    [Fact]
    public void CheckoutOf_AProgramWithinOne_IsThatCheckout() =>
        Assert.Equal(Repository.Root, DefaultFolders.CheckoutOf(AppContext.BaseDirectory));

    [Fact]
    public void CheckoutOf_AProgramElsewhere_IsNone() => Assert.Null(DefaultFolders.CheckoutOf(Path.GetTempPath()));
}
