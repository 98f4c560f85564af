using Xunit;

namespace ProposalSearch.Search.Tests;

public sealed class FaultListTests
{
    [Fact]
    public void Add_MoreThanAreTold_CountsThemWithoutMakingTheirMessages()
    {
        var (faults, made) = (new FaultList(), 0);
        for (var at = 0; at < 50; at++)
        {
            faults.Add("a", "p", () => FormattableString.Invariant($"{++made}."));
        }

        Assert.Equal((50, 30, FaultList.MostTold), (faults.Count, faults.Untold, made));
        Assert.EndsWith("19. 20. And 30 more faults.", faults.Sentences, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new string[0], "invalid_request")]
    [InlineData(new[] { "a" }, "a")]
    [InlineData(new[] { "a", "a" }, "a")]
    [InlineData(new[] { "a", "b" }, "invalid_request")]
    [InlineData(new[] { "a", "b", "a" }, "invalid_request")]
    public void Code_OfFaults_IsTheirsOrOneForSeveral(string[] codes, string expected)
    {
        Assert.Equal(expected, List(codes).Code);
        for (var cut = 0; cut <= codes.Length; cut++)
        {
            var joined = List(codes[..cut]);
            joined.Add(List(codes[cut..]));
            Assert.Equal((expected, codes.Length), (joined.Code, joined.Count));
        }
    }

    [Fact]
    public void Add_AnotherList_TellsTheFirstOfBoth()
    {
        var first = List([.. Enumerable.Repeat("a", 15)]);
        first.Add(List([.. Enumerable.Repeat("b", 30)]));

        Assert.Equal([.. Enumerable.Repeat("a", 15), .. Enumerable.Repeat("b", 5)], first.Told.Select(fault => fault.Code));
        Assert.Equal((45, 25), (first.Count, first.Untold));
    }

    [Fact]
    public void Short_ALongValue_IsCutButNotWithinACharacter()
    {
        var (most, less) = (new string('x', 60), new string('x', 59));

        Assert.Equal(most, Shown.Short(most));
        Assert.Equal(most + "…", Shown.Short(most + "yz"));
        Assert.Equal(less + "…", Shown.Short(less + "\U0001F600\U0001F600"));
    }

    private static FaultList List(string[] codes) => new(codes.Select(code => new RequestFault(code, "p", code)));
}
