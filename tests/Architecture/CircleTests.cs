using Mono.Cecil;
using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>No two folders of a project need each other, by whatever way round. A folder and one within it may.</summary>
public sealed class CircleTests
{
    public static TheoryData<string> Ours => [.. Assemblies.Ours];

    [Theory]
    [MemberData(nameof(Ours))]
    public void Folders_OfAProject_FormNoCircle(string name)
    {
        using var assembly = Assemblies.Read(name);
        var graph = Graph(assembly);
        Assert.NotEmpty(graph);

        var circles = Circles(graph).Select(circle => string.Join(", ", circle.Order(StringComparer.Ordinal)));
        Assert.Empty(circles);
    }

    [Fact]
    public void Circles_OfAGraphWithOne_AreFound()
    {
        var graph = new Dictionary<string, HashSet<string>>
        {
            ["a"] = ["b", "d"],
            ["b"] = ["c"],
            ["c"] = ["a"],
            ["d"] = [],
        };

        Assert.Equal(["a", "b", "c"], Assert.Single(Circles(graph)).Order(StringComparer.Ordinal));
    }

    /// <summary>For each folder that has types, the other folders of the project whose types it mentions.</summary>
    private static Dictionary<string, HashSet<string>> Graph(AssemblyDefinition assembly)
    {
        var homes = assembly.MainModule.GetTypes().Where(type => type.Namespace.StartsWith("ProposalSearch", StringComparison.Ordinal))
            .ToDictionary(type => type.FullName, type => type.Namespace, StringComparer.Ordinal);
        var graph = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var home in homes.Values.Distinct(StringComparer.Ordinal))
        {
            graph[home] = [.. Assemblies.TypesIn(assembly, home)
                .Where(type => Assemblies.NamespaceOf(type) == home).SelectMany(Assemblies.Names)
                .Select(mentioned => homes.GetValueOrDefault(mentioned))
                .OfType<string>()
                .Where(other => !IsWithin(home, other) && !IsWithin(other, home))];
        }

        return graph;
    }

    private static bool IsWithin(string folder, string other) =>
        folder == other || folder.StartsWith(other + ".", StringComparison.Ordinal);

    /// <summary>The sets of folders each of which leads to each.</summary>
    private static List<List<string>> Circles(Dictionary<string, HashSet<string>> graph)
    {
        var reached = graph.Keys.ToDictionary(from => from, from => Reached(graph, from), StringComparer.Ordinal);
        return [.. graph.Keys
            .Where(from => reached[from].Contains(from))
            .GroupBy(from => string.Join(',', reached[from].Where(to => reached[to].Contains(from)).Order(StringComparer.Ordinal)))
            .Select(circle => circle.ToList())];
    }

    private static HashSet<string> Reached(Dictionary<string, HashSet<string>> graph, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(graph[from]);
        while (next.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var further in graph[folder])
                {
                    next.Push(further);
                }
            }
        }

        return reached;
    }
}
