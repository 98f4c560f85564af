using System.Diagnostics;
using ProposalSearch.Compare.Corpus;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Compare.Indexing;

/// <summary>
/// How fast documents become an index, how large it is, and how much memory that takes at most: from the JSON lines to the
/// committed index of one segment, the start of the runtime left out.
/// </summary>
internal static class IndexCommand
{
    public const string Usage = "index DOCS.jsonl FOLDER [--forms stemmed|both] [--memory MIB] [--engine NAME]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 2, ["forms", "memory", "engine"]);
        string folder = arguments.Word(1);
        bool both = arguments.GetOneOf("forms", "stemmed", "stemmed", "both") == "both";
        Empty(folder);
        long start = Stopwatch.GetTimestamp();
        int count = Build(
            arguments.Word(0),
            folder,
            CompareFields.Settings(both),
            new IndexWriterOptions { MemoryBudget = (long)(arguments.Get("memory", 256) * (1 << 20)) });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        using var process = Process.GetCurrentProcess();
        using var output = new JsonLines();
        output.Write(json =>
        {
            json.WriteString("engine", arguments.Get("engine", both ? "ours-both" : "ours"));
            json.WriteNumber("index_s", Math.Round(seconds, 3));
            json.WriteNumber("index_merged_s", Math.Round(seconds, 3));
            json.WriteNumber("bytes", bytes);
            json.WriteNumber("docs", count);
            json.WriteNumber("peak_mb", Math.Round(process.PeakWorkingSet64 / 1e6, 1));
        });
        return 0;
    }

    /// <summary>Only files: a folder within it is not of an index, and then it is somebody's mistake to name it.</summary>
    private static void Empty(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        if (Directory.EnumerateDirectories(folder).Any())
        {
            throw new ArgumentsException($"{folder} holds folders, so it is no index: name a folder that can be emptied, or a new one");
        }

        foreach (string file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }
    }

    private static int Build(string docs, string folder, IndexSettings settings, IndexWriterOptions options)
    {
        using var writer = IndexWriter.Create(folder, settings, options);
        int count = 0;
        foreach (var document in DocumentFile.Read(docs))
        {
            writer.Add(CompareFields.Of(document));
            count++;
        }

        writer.Commit();
        return count;
    }
}
