using ProposalSearch.Retrieval;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Regressions;

/// <summary>
/// A full disk and a folder without the right to write were told as damage of the index, which building it anew would have mended.
/// </summary>
public sealed class Bug072AFolderThatCannotBeWritten
{
    [Fact]
    public void Build_SystemRefusesToWrite_IsInaccessibleAndNotDamaged()
    {
        var file = Path.GetTempFileName();
        var error = Assert.Throws<IndexUnavailableException>(
            () => BlockingCalls.EmbeddedBackend().Build(Path.Combine(file, "index")).Dispose());
        File.Delete(file);

        Assert.Equal(IndexUnavailableReason.Inaccessible, error.Reason);
    }
}
