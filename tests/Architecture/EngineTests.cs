using System.Text.RegularExpressions;
using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>What holds inside the engine.</summary>
public sealed partial class EngineTests
{
    private const string Engine = "ProposalSearch.Engine";

    private static readonly string[] Doors = ["Engine/Packing", "Analysis/Vectors", "Retrieval/Vectors"];

    [Fact]
    public void UnsafeCode_AndIntrinsics_AreBehindThreeDoorsOnly()
    {
        var guilty = Checkout.Code
            .Where(file => !file.StartsWith("tests/Architecture/", StringComparison.Ordinal))
            .Where(file => UnsafeCode().IsMatch(WithoutComments(Checkout.Read(file)))).ToList();

        Assert.NotEmpty(guilty);
        Assert.All(guilty, file => Assert.True(IsPacking(file),
            $"{file} has unsafe code or intrinsics: they belong into one of {string.Join(", ", Doors)} in src"));
    }

    [Fact]
    public void Writing_AndReading_DoNotSeeEachOther()
    {
        using var assembly = Assemblies.Read(Engine);
        var indexing = Assemblies.TypesIn(assembly, $"{Engine}.Indexing").ToList();
        var searching = Assemblies.TypesIn(assembly, $"{Engine}.Searching").ToList();
        Assert.NotEmpty(indexing);
        Assert.NotEmpty(searching);

        Assert.Empty(indexing.SelectMany(Assemblies.Names).Where(name => IsIn(name, $"{Engine}.Searching")).Distinct());
        Assert.Empty(searching.SelectMany(Assemblies.Names).Where(name => IsIn(name, $"{Engine}.Indexing")).Distinct());
    }

    [Fact]
    public void Engine_OfAnything_KnowsNothingOfProposals()
    {
        using var assembly = Assemblies.Read(Engine);
        var names = assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).ToList();
        Assert.NotEmpty(names);

        string[] below =
            ["ProposalSearch.Foundation", "ProposalSearch.Analysis", "ProposalSearch.Highlighting", "ProposalSearch.Retrieval"];
        Assert.Empty(names.Where(name => name.StartsWith("ProposalSearch", StringComparison.Ordinal))
            .Except(below, StringComparer.Ordinal));
        var files = Checkout.Source.Where(file => file.StartsWith("src/Engine/", StringComparison.Ordinal));
        Assert.DoesNotContain(files,
            file => Proposal().IsMatch(WithoutComments(Checkout.Read(file)).Replace("ProposalSearch", "", StringComparison.Ordinal)));
    }

    private static bool IsIn(string name, string space) => name.StartsWith(space + ".", StringComparison.Ordinal);

    private static bool IsPacking(string file) =>
        Doors.Any(door => file.StartsWith($"src/{door}/", StringComparison.Ordinal)
            || file.StartsWith($"tests/{door}/", StringComparison.Ordinal));

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    [GeneratedRegex(@"\bunsafe\b(?!-inline)|System\.Runtime\.Intrinsics|\bVector(64|128|256|512)?<|\bVector(64|128|256|512)\."
        + @"|\bUnsafe\.(?!SizeOf\b)|\bMemoryMarshal\.GetReference\b")]
    private static partial Regex UnsafeCode();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b[Pp]roposals?\b|\b[Qq]uestions?\b")]
    private static partial Regex Proposal();
}
