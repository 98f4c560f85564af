using System.Xml.Linq;
using ProposalSearch.Testing;

namespace ProposalSearch.Architecture.Tests;

/// <summary>The files of the checkout that the house rules are about: what is built or downloaded is left out.</summary>
internal static class Checkout
{
    private static readonly string[] NotOurs =
        ["bin", "obj", ".git", ".vs", ".idea", "TestResults", "artifacts", "BenchmarkDotNet.Artifacts", "node_modules"];

    /// <summary>All files, relative to the root, with <c>/</c> between their parts.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Repository.Root).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>All C# files, relative to the root.</summary>
    public static IReadOnlyList<string> Code { get; } = [.. Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))];

    /// <summary>All C# files below <c>src/</c>.</summary>
    public static IReadOnlyList<string> Source { get; } = [.. Code.Where(file => file.StartsWith("src/", StringComparison.Ordinal))];

    /// <summary>All project files.</summary>
    public static IReadOnlyList<string> Projects { get; } = [.. Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))];

    /// <summary>All pages for people.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        [.. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)
            && !file.StartsWith("seeds/", StringComparison.Ordinal) && !file.Contains("/Fixtures/", StringComparison.Ordinal))];

    /// <summary>The content of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The content of a project file.</summary>
    public static XDocument ReadXml(string file) => XDocument.Load(Path.Combine(Repository.Root, file));

    /// <summary>Whether there is such a file or folder.</summary>
    public static bool Exists(string path) =>
        File.Exists(Path.Combine(Repository.Root, path)) || Directory.Exists(Path.Combine(Repository.Root, path));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(IsOurs))
        {
            foreach (var file in Walk(inner))
            {
                yield return file;
            }
        }
    }

    private static bool IsOurs(string folder) =>
        !NotOurs.Contains(Path.GetFileName(folder), StringComparer.Ordinal) && folder != Path.Combine(Repository.Root, "index");
}
