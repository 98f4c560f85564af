using System.Text.RegularExpressions;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>Sizes, names and contents of files.</summary>
public sealed partial class FileTests
{
    private const int MaxCodeBytes = 40_000;
    private const int ManyLines = 400;

    private static readonly string[] NoConcept =
        ["Services", "Helpers", "Utils", "Utilities", "Common", "Models", "Misc", "Shared", "Managers", "Extensions"];

    [Fact]
    public void Code_OfAFile_IsNoLongerThanAPersonReads()
    {
        Assert.NotEmpty(Checkout.Code);
        var large = Checkout.Code.Where(file => new FileInfo(Path.Combine(Repository.Root, file)).Length > MaxCodeBytes).ToList();

        Assert.True(large.Count == 0, $"{string.Join(", ", large)}: above {MaxCodeBytes:N0} bytes");
        var lines = Checkout.Code.Select(file => Checkout.Read(file).Count(c => c == '\n')).Order().ToList();
        Assert.True(lines[lines.Count * 9 / 10] <= ManyLines,
            $"nine in ten files have up to {lines[lines.Count * 9 / 10]} lines: that should be under {ManyLines}");
    }

    [Fact]
    public void Folders_All_AreConcepts()
    {
        var folders = Checkout.Code.SelectMany(file => file.Split('/')[..^1]).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(folders);

        Assert.Empty(folders.Intersect(NoConcept, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Namespaces_OfTheSource_FollowFolders()
    {
        Assert.NotEmpty(Checkout.Source);
        var strays = Checkout.Source
            .Select(file => (File: file, Declared: NamespaceDeclaration().Match(Checkout.Read(file)).Groups[1].Value))
            .Where(file => file.Declared.Length > 0 && file.Declared != ExpectedNamespace(file.File))
            .Select(file => $"{file.File} declares {file.Declared}");

        Assert.Empty(strays);
    }

    [Fact]
    public void Code_Committed_IsFinished()
    {
        var files = Checkout.Code.Where(file => !file.StartsWith("tests/Architecture/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);

        Assert.DoesNotContain(files, file => Unfinished().IsMatch(Checkout.Read(file)));
    }

    [Fact]
    public void Text_OfEveryFile_NamesNoPlaceOnAMachine()
    {
        string[] extensions = [".cs", ".md", ".csproj", ".props", ".json", ".yml", ".sh", ".txt", ".html", ".js", ".css", "run"];
        var files = Checkout.Files
            .Where(file => Array.Exists(extensions, extension => file.EndsWith(extension, StringComparison.Ordinal)))
            .Where(file => !file.StartsWith("tests/Architecture/", StringComparison.Ordinal)
                && !file.StartsWith("seeds/", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);

        Assert.DoesNotContain(files, file => MachinePath().IsMatch(Checkout.Read(file)));
    }

    private static string ExpectedNamespace(string file)
    {
        var folders = file.Split('/')[1..^1];
        return "ProposalSearch." + string.Join('.', folders);
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|Thread\.Sleep")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.])/(work|home|root|Users)/\w|/tmp/h\b|C:\\Users")]
    private static partial Regex MachinePath();
}
