using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Languages;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// Who makes an index, as the index says of itself until it is published: so that another build of the same can tell whether it was given
/// up, and goes on with it then.
/// </summary>
/// <param name="Machine">Names the machine, and on it the processes that see each other.</param>
/// <param name="Process">The number of the process.</param>
/// <param name="Run">Tells processes apart that had the same number one after the other.</param>
/// <param name="Definition">What all that is written depends on beside the documents: <see cref="DefinitionOf"/>.</param>
/// <param name="SeenAt">When it was last at work, to some <see cref="Pause"/>.</param>
internal sealed record WriterMark(string Machine, int Process, string Run, string Definition, DateTimeOffset SeenAt)
{
    /// <summary>How often whoever writes an index says so.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>After how long without a word an index is taken for given up.</summary>
    public static readonly TimeSpan MostSilence = TimeSpan.FromMinutes(5);

    private const string Name = "writer";

    private static readonly string _machine = FindMachine();
    private static readonly string _run = Guid.NewGuid().ToString("N");

    /// <summary>Of this process.</summary>
    public static WriterMark Of(string definition, DateTimeOffset now) => new(_machine, Environment.ProcessId, _run, definition, now);

    /// <summary>Whether it is known that the process is no more. Of another machine that cannot be known.</summary>
    public bool HasEnded => Machine == _machine && (Process == Environment.ProcessId ? Run != _run : !IsRunning(Process));

    /// <summary>Whether nothing was heard of it for so long that it is taken for given up.</summary>
    public bool IsSilent(DateTimeOffset now) => now - SeenAt > MostSilence;

    /// <summary>
    /// A digest of all that an index depends on beside its documents: alias, settings, language, columns, mapping, parts, and the code that
    /// makes terms of texts, for two versions of the program may make others of the same.
    /// </summary>
    public static string DefinitionOf(IndexMark mark, int shards)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(IndexDefinition.Write(mark, shards).Span);
        Type[] code = [typeof(WriterMark), typeof(IndexSettings), typeof(AnalysisOptions), typeof(KnownLanguages)];
        Array.ForEach(code, type => hash.AppendData(type.Module.ModuleVersionId.ToByteArray()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads it from what an index says of itself; <see langword="null"/> where it says nothing of it.</summary>
    public static WriterMark? Read(JsonElement mark) =>
        mark.TryGetProperty(Name, out var writer) && writer.ValueKind == JsonValueKind.Object
            ? new WriterMark(
                writer.GetProperty("machine").GetString()!, writer.GetProperty("process").GetInt32(),
                writer.GetProperty("run").GetString()!, writer.GetProperty("definition").GetString()!,
                DateTimeOffset.Parse(writer.GetProperty("seen").GetString()!, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter mark) => mark.Member(Name, writer =>
    {
        writer.WriteString("machine", Machine);
        writer.WriteNumber("process", Process);
        writer.WriteString("run", Run);
        writer.WriteString("definition", Definition);
        writer.WriteString("seen", SeenAt.ToString("O", CultureInfo.InvariantCulture));
    });

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// The name of the machine; where the system tells, also which start of it this is and which processes see each other, since machines
    /// may have the same name, and containers of one machine each count their processes from 1.
    /// </summary>
    private static string FindMachine()
    {
        const string start = "/proc/sys/kernel/random/boot_id", processes = "/proc/self/ns/pid";
        try
        {
            return string.Join(' ', Environment.MachineName, File.ReadAllText(start).Trim(), new FileInfo(processes).LinkTarget);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Environment.MachineName;
        }
    }
}
