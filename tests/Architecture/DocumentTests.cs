using System.Text.RegularExpressions;
using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>Pages say what is so: paths exist, commands name what can be run, every room has its entry.</summary>
public sealed partial class DocumentTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Paths_OfAPage_Exist(string page)
    {
        var paths = Paths(page).ToList();
        Assert.NotEmpty(paths);
        var missing = paths.Where(path => !Checkout.Exists(path)).ToList();

        Assert.True(missing.Count == 0, $"{page} names {string.Join(", ", missing)}, which do not exist");
    }

    [Fact]
    public void Paths_OfAllPages_Exist() =>
        Assert.All(Checkout.Documents,
            page => Assert.All(Paths(page), path => Assert.True(Checkout.Exists(path), $"{page} names {path}, which does not exist")));

    [Fact]
    public void Rooms_All_HaveAnEntryInTheArchitecture()
    {
        var text = Checkout.Read("ARCHITECTURE.md");
        var rooms = Checkout.Source.Select(file => file.Split('/'))
            .Where(parts => parts.Length > 3)
            .Select(parts => string.Join('/', parts[..3]))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(rooms);
        var missing = rooms.Where(room => !text.Contains($"`{room}`", StringComparison.Ordinal)).ToList();

        Assert.True(missing.Count == 0, $"ARCHITECTURE.md has no entry for {string.Join(", ", missing)}");
    }

    [Fact]
    public void Commands_OfAllPages_NameProjectsThatExist()
    {
        var commands = Checkout.Documents
            .SelectMany(page => Blocks(page).SelectMany(block => block.Split('\n')).Select(line => (Page: page, Line: line))).ToList();
        Assert.NotEmpty(commands);
        foreach (var (page, line) in commands)
        {
            foreach (Match project in NamedProject().Matches(line))
            {
                Assert.True(Checkout.Exists(project.Groups[1].Value),
                    $"{page}: '{line}' names {project.Groups[1].Value}, which does not exist");
            }
        }
    }

    [Fact]
    public void Readme_InItsFirstTwoBlocks_RunsAndTests()
    {
        var blocks = Blocks("README.md").Take(2).ToList();

        Assert.Equal(["dotnet run -c Release --project src/SearchHost", "dotnet test -c Release"], blocks.Select(block => block.Trim()));
    }

    [Fact]
    public void License_IsApache2()
    {
        var license = Checkout.Read("LICENSE");

        Assert.Contains("Apache License", license, StringComparison.Ordinal);
        Assert.Contains("Version 2.0, January 2004", license, StringComparison.Ordinal);
        Assert.Contains("END OF TERMS AND CONDITIONS", license, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Blocks(string page) =>
        ShellBlock().Matches(Checkout.Read(page)).Select(block => block.Groups[1].Value);

    private static IEnumerable<string> Paths(string page) => Quoted().Matches(Checkout.Read(page)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    /// <summary>
    /// A path in backquotes that begins with a folder of the root, or a file of the root; placeholders in capitals or with stars are none.
    /// </summary>
    [GeneratedRegex(@"`((?:(?:src|tests|docs|bench|seeds|index|\.ci)/[A-Za-z0-9_./-]*|[A-Z][A-Za-z.]+\.(?:md|props|sln|txt)"
        + @"|\.editorconfig|LICENSE|global\.json))`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"dotnet (?:run|build|publish|test)\b.*?((?:src|tests|bench)/[A-Za-z0-9_./-]+)")]
    private static partial Regex NamedProject();
}
