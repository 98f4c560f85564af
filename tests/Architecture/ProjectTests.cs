using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>Who may see whom.</summary>
public sealed partial class ProjectTests
{
    private const string Foundation = "src/Foundation/Foundation.csproj";
    private const string Analysis = "src/Analysis/Analysis.csproj";
    private const string Highlighting = "src/Highlighting/Highlighting.csproj";
    private const string Retrieval = "src/Retrieval/Retrieval.csproj";
    private const string Proposals = "src/Proposals/Proposals.csproj";
    private const string Search = "src/Search/Search.csproj";
    private const string Indexing = "src/Indexing/Indexing.csproj";
    private const string Embedded = "src/Backends/Embedded/Embedded.csproj";
    private const string Lucene = "src/Backends/Lucene/Lucene.csproj";
    private const string OpenSearch = "src/Backends/OpenSearch/OpenSearch.csproj";
    private const string CommandLines = "src/CommandLines/CommandLines.csproj";
    private const string Choice = "src/Backends/Choice/Choice.csproj";
    private const string Languages = "src/Languages/Languages.csproj";

    /// <summary>Each project of <c>src/</c> with all that it may reference, projects and packages.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Foundation] = [],
        [Analysis] = [],
        [Highlighting] = [Foundation],
        [Retrieval] = [Foundation, Analysis, Highlighting],
        ["src/Engine/Engine.csproj"] = [Foundation, Analysis, Highlighting, Retrieval],
        [Proposals] =
        [
            Foundation, Analysis, "AngleSharp", "CsvHelper", "ExcelDataReader", "Markdig", "Microsoft.Extensions.FileSystemGlobbing",
            "Tomlyn", "YamlDotNet",
        ],
        [Search] = [Foundation, Analysis, Highlighting, Retrieval, Proposals],
        [Indexing] = [Foundation, Analysis, Retrieval, Proposals, Search],
        [Embedded] = [Foundation, Analysis, Highlighting, Retrieval, "src/Engine/Engine.csproj"],
        [Languages] = [Analysis, "Lucene.Net", "Lucene.Net.Analysis.Common"],
        [Lucene] = [Foundation, Analysis, Highlighting, Retrieval, Languages, "Lucene.Net"],
        [OpenSearch] = [Foundation, Analysis, Highlighting, Retrieval, Languages, "Elastic.Transport"],
        [Choice] = [Analysis, Retrieval, Search, Embedded, Lucene, OpenSearch],
        [CommandLines] = [Proposals, "System.CommandLine"],
        ["src/Indexer/Indexer.csproj"] =
        [
            CommandLines, Analysis, Foundation, Retrieval, Proposals, Search, Indexing, Choice, "Spectre.Console", "System.CommandLine",
        ],
        ["src/SearchHost/SearchHost.csproj"] =
        [
            CommandLines, Analysis, Foundation, Retrieval, Proposals, Search, Indexing, Choice, "Microsoft.AspNetCore.OpenApi",
            "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Hosting.Systemd", "OpenTelemetry.Exporter.Prometheus.AspNetCore",
            "OpenTelemetry.Extensions.Hosting", "OpenTelemetry.Instrumentation.AspNetCore", "Scalar.AspNetCore", "System.CommandLine",
            "System.ServiceModel.Syndication",
        ],
    };

    [Fact]
    public void Projects_OfTheSource_ReferenceOnlyWhatTheyMay()
    {
        var projects = Checkout.Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal)).ToList();
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
        foreach (var project in projects)
        {
            var beyond = References(project).Except(Allowed[project]).ToList();
            Assert.True(beyond.Count == 0, $"{project} references {string.Join(", ", beyond)}: the architecture does not let it.");
        }
    }

    [Fact]
    public void Projects_All_SeeOnlyWhatTheyNameThemselves()
    {
        var properties = Checkout.ReadXml("Directory.Build.props").Descendants("DisableTransitiveProjectReferences").Single();

        Assert.Equal("true", properties.Value);
        Assert.All(Checkout.Projects, project => Assert.Empty(Checkout.ReadXml(project).Descendants("DisableTransitiveProjectReferences")));
    }

    [Theory]
    [InlineData("src/Indexer/")]
    [InlineData("src/SearchHost/")]
    public void Engines_InAProgram_AreKnownByTheirNamesOnly(string program)
    {
        var files = Checkout.Source.Where(file => file.StartsWith(program, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        string[] engines =
        [
            "ProposalSearch.Engine", "ProposalSearch.Backends.Embedded", "ProposalSearch.Backends.Lucene",
            "ProposalSearch.Backends.OpenSearch",
        ];
        var seeing = files.Where(file => engines.Any(engine => Checkout.Read(file).Contains(engine, StringComparison.Ordinal)));

        Assert.Empty(seeing);
        Assert.Contains(files, file => Checkout.Read(file).Contains("ProposalSearch.Backends.Choice", StringComparison.Ordinal));
    }

    [Fact]
    public void Projects_OfTheSource_HaveTestsInTheSamePlace()
    {
        var missing = Allowed.Keys
            .Select(project => project.Replace("src/", "tests/", StringComparison.Ordinal)
                .Replace(".csproj", ".Tests.csproj", StringComparison.Ordinal))
            .Where(tests => !Checkout.Projects.Contains(tests, StringComparer.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void Projects_All_AreInTheSolution()
    {
        var solution = SolutionProject().Matches(Checkout.Read("ProposalSearch.sln"))
            .Select(match => match.Groups[1].Value.Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(solution);
        var tests = Checkout.Projects.Where(project => !project.StartsWith("bench/", StringComparison.Ordinal));

        Assert.Empty(tests.Except(solution, StringComparer.Ordinal));
        Assert.All(solution, project => Assert.True(Checkout.Exists(project), $"the solution names {project}, which does not exist"));
    }

    [Fact]
    public void Packages_All_HaveTheirVersionInOnePlaceAndAreUsed()
    {
        var central = Checkout.ReadXml("Directory.Packages.props")
            .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).ToHashSet(StringComparer.Ordinal);
        var used = Checkout.Projects
            .Append("Directory.Build.props").SelectMany(file => Checkout.ReadXml(file).Descendants("PackageReference")).ToList();
        Assert.NotEmpty(used);

        Assert.All(used, package => Assert.Null(package.Attribute("Version")));
        Assert.Empty(central.Except(used.Select(package => package.Attribute("Include")!.Value), StringComparer.Ordinal));
    }

    private static IEnumerable<string> References(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var content = Checkout.ReadXml(project);
        return content.Descendants("ProjectReference").Select(reference => Resolve(folder, Include(reference)))
            .Concat(content.Descendants("PackageReference").Select(Include));
    }

    private static string Include(XElement element) => element.Attribute("Include")!.Value;

    private static string Resolve(string folder, string path) =>
        Path.GetRelativePath(Path.GetFullPath("."), Path.GetFullPath(Path.Combine(folder, path.Replace('\\', '/')))).Replace('\\', '/');

    [GeneratedRegex("""^Project\(.*?\) = ".*?", "(.*?\.csproj)",""", RegexOptions.Multiline)]
    private static partial Regex SolutionProject();
}
