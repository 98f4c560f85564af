using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ProposalSearch.Architecture.Tests;

/// <summary>What the compiler made of the source: types, and the types that they mention.</summary>
internal static class Assemblies
{
    /// <summary>The assemblies of <c>src/</c>.</summary>
    public static IReadOnlyList<string> Ours { get; } =
    [
        "ProposalSearch.Foundation", "ProposalSearch.Analysis", "ProposalSearch.Highlighting", "ProposalSearch.Retrieval",
        "ProposalSearch.Engine", "ProposalSearch.Proposals", "ProposalSearch.Search", "ProposalSearch.Indexing",
        "ProposalSearch.Backends.Embedded", "ProposalSearch.Backends.Lucene", "ProposalSearch.Backends.OpenSearch",
        "ProposalSearch.CommandLines", "ProposalSearch.Indexer",
        "ProposalSearch.SearchHost",
    ];

    /// <summary>Reads one of <see cref="Ours"/>.</summary>
    public static AssemblyDefinition Read(string name) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    /// <summary>Types that somebody wrote: not those of the compiler and of source generators.</summary>
    public static IEnumerable<TypeDefinition> Written(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().Where(type => !IsGenerated(type) && type.Name != "<Module>");

    /// <summary>Types of a namespace and those below it, with what the compiler made of them.</summary>
    public static IEnumerable<TypeDefinition> TypesIn(AssemblyDefinition assembly, string space) =>
        assembly.MainModule.GetTypes().Where(type => Outermost(type).Namespace is { } name
            && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal)));

    /// <summary>The full names of all types that a type mentions, in signatures or code.</summary>
    public static IEnumerable<string> Names(TypeDefinition type)
    {
        var signatures = type.Fields.Select(field => field.FieldType)
            .Concat(type.Interfaces.Select(contract => contract.InterfaceType))
            .Concat(type.Methods.Select(method => method.ReturnType))
            .Concat(type.Methods.SelectMany(method => method.Parameters).Select(parameter => parameter.ParameterType))
            .Append(type.BaseType);
        var bodies = type.Methods.Where(method => method.HasBody).Select(method => method.Body).ToList();
        var code = bodies.SelectMany(body => body.Instructions).SelectMany(Operand)
            .Concat(bodies.SelectMany(body => body.Variables).Select(variable => variable.VariableType));
        return signatures.Concat(code).SelectMany(Parts).Select(reference => reference.FullName);
    }

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method =>
            [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    /// <summary>The namespace that a type, or the one that it is within, is declared in.</summary>
    public static string NamespaceOf(TypeDefinition type) => Outermost(type).Namespace;

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || type.Namespace.StartsWith("System.", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal)
        || (type.DeclaringType is not null && IsGenerated(type.DeclaringType));
}
