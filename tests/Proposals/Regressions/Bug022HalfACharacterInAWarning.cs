using System.Text;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// A long value that a warning repeats was cut after 79 UTF-16 units, be it in the middle of an emoji: half of one has no UTF-8, and was
/// shown as a question mark.
/// </summary>
public sealed class Bug022HalfACharacterInAWarning
{
    [Fact]
    public void Run_AValueThatIsCutAtAnEmoji_IsShownUpToIt()
    {
        var value = new string('x', 78) + "\U0001F600\U0001F600";
        using var archive = new TemporaryArchive().Write("a.yml", $"title: A\ngrant_amount: {value}\n");

        var warning = Assert.Single(archive.Run().Report.Warnings);

        Assert.Contains(new string('x', 78) + "…", warning.Cause, StringComparison.Ordinal);
        Assert.Equal(warning.Cause, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(warning.Cause)));
    }
}
