using System.Security;
using System.Text;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Proposals.Sources.Yaml;

namespace ProposalSearch.Proposals.Schema;

/// <summary>Schemas as files: the built-in one, and those that people write.</summary>
internal static class SchemaFile
{
    private const string BuiltInName = "built-in.yml";
    private const string SynonymsName = "built-in-synonyms.yml";

    public static string BuiltInText() => ResourceText(BuiltInName);

    private static string ResourceText(string name)
    {
        using var stream = typeof(SchemaFile).Assembly.GetManifestResourceStream("ProposalSearch.Proposals.Schema." + name)
            ?? throw new InvalidOperationException($"The program lacks its resource {name}: it was built without Schema/{name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The built-in schema: keys and questions, and on top the words that mean the same.</summary>
    public static ProposalSchema BuiltIn() => Parse(
        ResourceText(SynonymsName),
        SynonymsName,
        under: static () => Parse(BuiltInText(), BuiltInName, under: static () => new ProposalSchema()));

    /// <summary>The schema of a file, or the built-in one where none is named.</summary>
    /// <exception cref="SourceUnavailableException">The file cannot be read, or is no schema; the message names all faults.</exception>
    public static ProposalSchema Load(string? path) => path is null ? BuiltIn() : Parse(Read(path), path, under: BuiltIn);

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            const string Remedy = "Name a file that is there, or leave the option out for the built-in schema.";
            throw new SourceUnavailableException($"The schema '{path}' cannot be opened: {failure.Message} {Remedy}", failure);
        }
    }

    private static ProposalSchema Parse(string text, string path, Func<ProposalSchema> under)
    {
        var faults = new SchemaFaults();
        var reading = new SourceReading(new SourceFile(path, path, SourceFormat.Yaml));
        if (!YamlRecords.TryReadMap(LineEnds.Normalize(text), firstLine: 1, reading, out var map))
        {
            foreach (var fault in reading.Failed)
            {
                faults.Add(fault.Line, $"{fault.Cause} {fault.Remedy}");
            }
        }

        var schema = SchemaReader.Read(map, text, Extends(map, faults) ? under() : ProposalSchema.Bare, faults);
        return faults.Any ? throw new SourceUnavailableException(faults.Message(path)) : schema;
    }

    private static bool Extends(SourceMap map, SchemaFaults faults)
        => new SchemaNode(map, faults, "the schema").Choice("extends", ("built-in", true), ("none", false));
}
