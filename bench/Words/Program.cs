using ProposalSearch.Backends.Choice;
using ProposalSearch.Indexing;
using static System.FormattableString;

namespace ProposalSearch.Words;

/// <summary>
/// How many words of the files of an archive find the proposal that they stand in: <c>dotnet run -c Release --project bench/Words -- SOURCE
/// [INDEX] [--programs KEY,KEY] [--list FILE]</c>. The files are read by <see cref="RawWords"/>, which knows nothing of the product's
/// readers; each word of each file is asked of the index, as a person would type it. Words are told apart by where they stand and, where
/// they find nothing, by what they are. With <c>--list</c> every word that finds nothing is written to a file, with the file it stands
/// in.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var list = Option(arguments, "--list");
        if (arguments.Length == 0 || arguments[0].StartsWith('-'))
        {
            Console.Error.WriteLine(
                "Usage: SOURCE [INDEX] [--programs KEY,KEY] [--list FILE]. SOURCE is a folder of proposals; the index is made first.");
            return 2;
        }

        var isNamed = arguments.Length > 1 && !arguments[1].StartsWith('-');
        var folder = isNamed ? arguments[1] : Directory.CreateTempSubdirectory("words").FullName;
        var programs = (Option(arguments, "--programs") ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        var backend = KnownBackends.Of(KnownBackends.Default);
        var report = await IndexingPipeline.RunAsync(new IndexingOptions(arguments[0], folder, null), backend, TimeProvider.System);
        using var index = await backend.OpenAsync(folder);
        var files = RawFiles.Read(arguments[0], programs);
        var table = new Table(await new Asking(index).AllAsync());
        await AskAllAsync(new Asking(index), files, table);
        Console.WriteLine(Invariant($"{files.Count:N0} files, {report.Indexed:N0} proposals"));
        table.Write(Console.Out);
        if (list is not null)
        {
            await File.WriteAllLinesAsync(list, table.Missing.Order(StringComparer.Ordinal));
        }

        return 0;
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private static async Task AskAllAsync(
        Asking asking, IReadOnlyDictionary<string, IReadOnlyDictionary<string, RawWord>> files, Table table)
    {
        var byWord = files.SelectMany(static file => file.Value.Select(word => (Word: word.Key, File: file.Key, Raw: word.Value)))
            .GroupBy(static one => one.Word, StringComparer.OrdinalIgnoreCase)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .ToList();
        await Parallel.ForEachAsync(byWord, async (word, _) =>
        {
            var found = await asking.FilesAsync(word.Key, [.. word.Select(static one => one.File)]);
            lock (table)
            {
                foreach (var one in word)
                {
                    table.Add(one.Word, one.File, one.Raw, found.Contains(one.File));
                }
            }
        });
    }
}
