using System.Diagnostics;
using ProposalSearch.Backends.Choice;
using ProposalSearch.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using static System.FormattableString;

namespace ProposalSearch.Update;

/// <summary>
/// How long after an edit of one file it is found, and how many bytes that writes: <c>dotnet run -c Release --project bench/Update --
/// SOURCE INDEX [EDITS]</c>.
/// The index is made first where there is none. SOURCE is written to: take a copy. Edits are of one process, which holds the index open
/// as the host
/// does; the first is not counted, since code is compiled in it.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var source, var folder, .. var rest])
        {
            Console.Error.WriteLine(
                "Usage: SOURCE INDEX [EDITS]. SOURCE is a folder of Markdown files with front matter, which are written to.");
            return 2;
        }

        var backend = KnownBackends.Of(KnownBackends.Default);
        var options = new IndexingOptions(source, folder, null) { DeferLists = true };
        var clock = Stopwatch.StartNew();
        var built = await IndexingPipeline.RunAsync(options, backend, TimeProvider.System);
        Console.WriteLine(Invariant(
            $"{built.Indexed:N0} proposals, {built.IndexBytes:N0} bytes, {clock.Elapsed.TotalSeconds:F1} s, changed: {built.Changes}"));
        var files = Directory.EnumerateFiles(source, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var index = await backend.OpenToServeAsync(folder, IndexHeldIn.Automatic);
        var edits = new List<Edit>();
        for (int number = 0; number <= (rest is [var count] ? int.Parse(count, null) : 10); number++)
        {
            (index, var edit) = await EditAsync(options, backend, index, files[number * 7919 % files.Count], number);
            Console.WriteLine(edit);
            edits.Add(edit);
        }

        Console.WriteLine($"median: {Median(edits[1..])}");
        index.Dispose();
        return 0;
    }

    private static async Task<(ProposalIndex Index, Edit Edit)> EditAsync(
        IndexingOptions options, SearchBackend backend, ProposalIndex index, string file, int number)
    {
        string word = $"zyx{Guid.NewGuid():N}"[..12];
        await File.AppendAllTextAsync(file, $"\n{word}\n");
        var (clock, cpu, written) = (Stopwatch.StartNew(), Cpu(), Written());
        var report = await IndexingPipeline.RunAsync(options, backend, TimeProvider.System);
        double run = clock.Elapsed.TotalMilliseconds;
        index = await NextAsync(backend, options.Index, index);
        var found = await index.SearchAsync(new SearchRequest { Text = word });
        var edit = new Edit(
            number, clock.Elapsed.TotalMilliseconds, run, Cpu() - cpu, report.Changes?.BytesWritten ?? -1, Written() - written, 0, 0, 0);
        if (found.Total != 1)
        {
            throw new InvalidOperationException($"{word} was found {found.Total} times");
        }

        (clock, cpu) = (Stopwatch.StartNew(), Cpu());
        report = await IndexingPipeline.RunAsync(options, backend, TimeProvider.System);
        index = await NextAsync(backend, options.Index, index);
        double lists = clock.Elapsed.TotalMilliseconds;
        return (index, edit with { ListsMilliseconds = lists, ListsCpu = Cpu() - cpu, ListsBytes = report.Changes?.BytesWritten ?? 0 });
    }

    private static async Task<ProposalIndex> NextAsync(SearchBackend backend, string folder, ProposalIndex index)
    {
        var next = await index.ReopenAsync() ?? await backend.OpenToServeAsync(folder, IndexHeldIn.Automatic);
        index.Dispose();
        return next;
    }

    private static Edit Median(List<Edit> edits)
    {
        double Of(Func<Edit, double> value) => edits.Select(value).Order().ElementAt(edits.Count / 2);
        return new Edit(
            edits.Count, Of(e => e.Milliseconds), Of(e => e.RunMilliseconds), Of(e => e.Cpu), (long)Of(e => e.Bytes),
                (long)Of(e => e.WrittenByProcess),
            Of(e => e.ListsMilliseconds), Of(e => e.ListsCpu), (long)Of(e => e.ListsBytes));
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    private static long Written() => OperatingSystem.IsLinux()
        ? long.Parse(File.ReadLines("/proc/self/io").First(line => line.StartsWith("wchar", StringComparison.Ordinal))[7..], null) : 0;

    private sealed record Edit(
        int Number, double Milliseconds, double RunMilliseconds, double Cpu, long Bytes, long WrittenByProcess, double ListsMilliseconds,
            double ListsCpu, long ListsBytes)
    {
        public override string ToString() => Invariant(
            $"edit {Number}: found after {Milliseconds:F0} ms (run {RunMilliseconds:F0}, CPU {Cpu:F0}), {Bytes:N0} bytes in files, ")
            + Invariant(
                $"{WrittenByProcess:N0} written; lists after {ListsMilliseconds:F0} ms more (CPU {ListsCpu:F0}), {ListsBytes:N0} bytes");
    }
}
