using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class InstructionSetTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Packing_WithoutTheProcessorsBest_GivesTheSameBits(string switchedOff)
    {
        using var child = ChildProcess.Start(["packing-duel"], (switchedOff, "0"));

        Assert.Equal(PackingDuel.Digest(), (await child.OutputAsync()).Trim());
    }
}
