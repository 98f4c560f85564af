using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Choice.Tests.Regressions;

/// <summary>
/// The file of a password was read once to be checked and once to be used: where it was replaced in between, as when a secret is renewed, a
/// password was used that nobody had checked, or none.
/// </summary>
public sealed class Bug651FilesOfAClusterReadTwice
{
    [Fact]
    public void Password_ThatWasChecked_IsTheOneThatIsUsed()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "password");
        File.WriteAllText(file, "open-sesame\n");
        var access = new ClusterAccess { User = "me", PasswordFile = file };

        Assert.Empty(access.Faults([new Uri("http://a:9200")]));
        File.WriteAllText(file, "");

        Assert.Equal("open-sesame", access.For(new ClusterSettings()).Password);
    }
}
