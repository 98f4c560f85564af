using System.Text;

namespace ProposalSearch.Words;

/// <summary>All files of a folder that are texts, with their words.</summary>
internal static class RawFiles
{
    private const int FewestOfAForm = 3;
    private const double LeastShareOfAForm = 0.05;

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".markdown", ".mdx", ".html", ".htm", ".txt", ".yml", ".yaml", ".json", ".jsonl", ".ndjson", ".csv", ".tsv",
    };

    /// <summary>The words of each file, by its path in the folder, with <c>/</c> between its parts.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="programs">Keys whose values are for programs.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, RawWord>> Read(string folder, IReadOnlySet<string> programs)
    {
        var texts = Texts(folder);
        var least = Math.Max(FewestOfAForm, LeastShareOfAForm * texts.Count);
        var forms = texts.Values.SelectMany(RawWords.Headings).CountBy(static heading => heading)
            .Where(count => count.Value >= least)
            .Select(static count => count.Key)
            .ToHashSet(StringComparer.Ordinal);
        return texts.ToDictionary(
            static text => text.Key, text => RawWords.Of(text.Key, text.Value, forms, programs), StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Texts(string folder)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (Endings.Contains(Path.GetExtension(path)) && !name.Split('/').Any(static part => part.StartsWith('.')))
            {
                var text = File.ReadAllText(path, Encoding.UTF8);
                texts.Add(name, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
            }
        }

        return texts;
    }
}
