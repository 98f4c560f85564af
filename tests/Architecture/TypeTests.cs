using Mono.Cecil;
using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>What holds for every type of <c>src/</c>.</summary>
public sealed class TypeTests
{
    private static readonly string[] Mutable =
        ["List`1", "Dictionary`2", "HashSet`1", "Queue`1", "Stack`1", "StringBuilder", "ConcurrentDictionary`2", "ConditionalWeakTable`2"];

    [Fact]
    public void Classes_All_AreSealedStaticOrAbstract() => Check(
        type => type.IsClass && !type.IsSealed && !type.IsAbstract && type.Name != "Program",
        type => $"{type.FullName} is open: seal it, or make it abstract where somebody derives from it");

    [Fact]
    public void Statics_All_AreReadOnly() => Check(
        type => type.Fields.Any(IsMutable),
        type => $"{type.FullName}.{string.Join(", ", type.Fields.Where(IsMutable).Select(field => field.Name))} can change: "
            + "state belongs to an object that somebody owns");

    /// <summary>Nothing is built on a program but its tests, which see what is internal.</summary>
    [Theory]
    [InlineData("ProposalSearch.Indexer")]
    [InlineData("ProposalSearch.SearchHost")]
    public void Types_OfAProgram_AreInternal(string program)
    {
        using var assembly = Assemblies.Read(program);
        var types = Assemblies.Written(assembly).Where(type => type.Name != "Program").ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types.Where(type => type.IsPublic).Select(type => type.FullName));
    }

    private static bool IsMutable(FieldDefinition field) =>
        field.IsStatic && !field.IsLiteral && !field.Name.Contains("CachedAnonymous", StringComparison.Ordinal) && !IsGenerated(field)
        && (!field.IsInitOnly || (!field.IsPrivate && Mutable.Contains(field.FieldType.Name, StringComparer.Ordinal)));

    private static bool IsGenerated(FieldDefinition field) =>
        field.Name.StartsWith("<>", StringComparison.Ordinal)
        || field.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "GeneratedCodeAttribute");

    private static void Check(Func<TypeDefinition, bool> isGuilty, Func<TypeDefinition, string> say)
    {
        foreach (var name in Assemblies.Ours)
        {
            using var assembly = Assemblies.Read(name);
            var types = Assemblies.Written(assembly).ToList();
            Assert.NotEmpty(types);
            var guilty = types.Where(isGuilty).Select(say).ToList();
            Assert.True(guilty.Count == 0, string.Join(Environment.NewLine, guilty));
        }
    }
}
