using System.Text.RegularExpressions;
using ProposalSearch.Backends.Choice;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Whether source, index and schema are where the settings say, and can be used.</summary>
internal static partial class FolderFaults
{
    /// <summary>A line for each that cannot be used.</summary>
    public static IEnumerable<string> Of(Folders folders, GivenSettings given)
    {
        if (!folders.IsServedOnly && SourceFault(folders.Source) is { } source)
        {
            yield return Where(given, "Source") + source
                + " Name the folder of the proposals with --source DIR, or set ProposalSearch__Source.";
        }

        if (folders.IsOnCluster)
        {
            if (!KnownBackends.IsIndexName(folders.Index))
            {
                yield return $"{Where(given, "Index")}An index on a cluster cannot be called '{folders.Index}': a name is "
                    + $"{KnownBackends.IndexNameRule}. Name another with --index NAME, or set ProposalSearch__Index.";
            }
        }
        else if (IndexFault(folders) is { } index)
        {
            yield return Where(given, "Index") + index + " Name a folder of its own with --index DIR, or set ProposalSearch__Index.";
        }

        if (folders.Dump is { } dump && DumpFault(dump, folders) is { } dumpFault)
        {
            yield return Where(given, "Dump") + dumpFault + " Name a folder of its own with --dump DIR, or set ProposalSearch__Dump.";
        }

        if (folders.Schema is { } schema && SchemaFault(schema) is { } fault)
        {
            yield return Where(given, "Schema") + fault + " Correct it, or leave it out to use the built-in schema.";
        }
    }

    /// <summary>The dump has a folder of its own: elsewhere its files would be taken for proposals, or for parts of the index.</summary>
    private static string? DumpFault(string dump, Folders folders)
    {
        if (File.Exists(dump))
        {
            return $"The dump needs a folder, but {dump} is a file.";
        }

        var real = Real(dump) + Path.DirectorySeparatorChar;
        foreach (var (other, name) in new[] { (folders.Source, "proposals"), (folders.Index, "index") })
        {
            if (real.StartsWith(Real(other) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return $"The dump cannot be in the folder of the {name}, {other}.";
            }
        }

        return Denied(() => TryWriting(Directory.Exists(dump) ? dump : Above(dump))) is { } denied
            ? $"The dump cannot be written to {dump}: {denied}" : null;
    }

    private static string Where(GivenSettings given, string name)
        => given.Of($"{SearchHostOptions.Section}:{name}") is { } value ? $"{value.Where}: " : "";

    private static string? SourceFault(string source)
    {
        if (!Directory.Exists(source) && !File.Exists(source))
        {
            return $"There are no proposals at {source}.";
        }

        return Denied(() => Touch(source)) is { } denied ? $"The proposals at {source} cannot be read: {denied}" : null;
    }

    private static string? SchemaFault(string schema)
        => Directory.Exists(schema) ? $"The schema must be a file, but {schema} is a folder."
            : !File.Exists(schema) ? $"There is no schema file at {schema}."
            : Denied(() => Touch(schema)) is { } denied ? $"The schema at {schema} cannot be read: {denied}" : null;

    private static string? IndexFault(Folders folders)
    {
        var index = folders.Index;
        if (File.Exists(index))
        {
            return $"The index needs a folder, but {index} is a file.";
        }

        if (string.Equals(Real(index), Real(folders.Source), StringComparison.Ordinal))
        {
            return $"The index cannot be the folder of the proposals, {index}.";
        }

        if (Directory.Exists(index))
        {
            // An index that is there is served even where it cannot be replaced.
            return Denied(() => { if (!Directory.EnumerateFileSystemEntries(index).Any()) { TryWriting(index); } }) is { } denied
                ? $"The index at {index} cannot be read or written: {denied}" : null;
        }

        var above = Above(index);
        return File.Exists(above) ? $"The index cannot be made at {index}: {above} is a file."
            : Denied(() => TryWriting(above)) is { } refused ? $"The index cannot be made at {index}: {refused}" : null;
    }

    private static string Real(string path) => Path.TrimEndingDirectorySeparator(RealPath.Of(path) ?? path);

    /// <summary>The nearest that exists above a path.</summary>
    private static string Above(string path)
    {
        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path));
        while (above is not null && !Path.Exists(above))
        {
            above = Path.GetDirectoryName(above);
        }

        return above ?? path;
    }

    private static void TryWriting(string folder)
        => Directory.Delete(Directory.CreateDirectory(Path.Combine(folder, $".probe-{Guid.NewGuid():N}")).FullName);

    private static void Touch(string path)
    {
        if (Directory.Exists(path))
        {
            _ = Directory.EnumerateFileSystemEntries(path).Any();
        }
        else if ((File.GetAttributes(path) & FileAttributes.Device) == 0)
        {
            File.OpenHandle(path).Dispose();
        }
    }

    private static string? Denied(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The message names the folder that was made to try it out, of which nobody knows.
            return fault is FileNotFoundException or DirectoryNotFoundException ? "the system makes no folders there."
                : Probe().Replace(fault.Message, "");
        }
    }

    [GeneratedRegex(@"[/\\]\.probe-[0-9a-f]{32}")]
    private static partial Regex Probe();
}
