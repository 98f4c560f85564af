namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// One proposal in two files of a folder: its keys in one, as <c>meta.yaml</c>, its text in the other, as <c>README.md</c>. That it is so
/// is told by the names: nearly every folder that has one of the two has both, and no other file that may hold keys; or nearly all files
/// are two of one name, as <c>kite.yml</c> and <c>kite.md</c>.
/// </summary>
internal static class Companions
{
    private const int FewestFolders = 3;
    private const double LeastShare = 0.8;

    /// <summary>The files, those of one proposal joined; in their order.</summary>
    public static List<SourceFile> Joined(List<SourceFile> files) => JoinedByStem(JoinedByFolder(files));

    /// <summary>Files that differ in their ending alone, where nearly all that hold keys or text are such pairs.</summary>
    private static List<SourceFile> JoinedByStem(List<SourceFile> files)
    {
        var stems = files
            .Where(static file => (HoldsKeys(file) || HoldsText(file))
                && file is { About: AboutFolder.Never, IsCompanion: false, Companion: null })
            .GroupBy(static file => file.Stem, StringComparer.Ordinal)
            .Select(static group => (Keys: group.Where(HoldsKeys).ToList(), Text: group.Where(HoldsText).ToList()))
            .ToList();
        var pairs = stems.FindAll(static stem => stem is { Keys.Count: 1, Text.Count: 1 });
        if (pairs.Count < FewestFolders || pairs.Count < LeastShare * stems.Count || pairs.Exists(static pair => IsList(pair.Keys[0])))
        {
            return files;
        }

        var joined = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var (keys, text) in pairs.Select(static pair => (pair.Keys[0], pair.Text[0])))
        {
            joined[keys.RelativePath] = keys with { IsCompanion = true };
            joined[text.RelativePath] = text with { Companion = joined[keys.RelativePath] };
        }

        return files.ConvertAll(file => joined.GetValueOrDefault(file.RelativePath, file));
    }

    /// <summary>Whether a file begins as a list does, and so holds several records; one that cannot be read is told of later.</summary>
    private static bool IsList(SourceFile file)
    {
        try
        {
            using var reader = new StreamReader(file.FullPath);
            int first;
            do
            {
                first = reader.Read();
            }
            while (first >= 0 && char.IsWhiteSpace((char)first));
            return first == '[' || (first == '-' && reader.Peek() == ' ');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static List<SourceFile> JoinedByFolder(List<SourceFile> files)
    {
        var folders = files.GroupBy(static file => file.Folder, StringComparer.Ordinal)
            .Where(static folder => folder.Key.Length > 0 && folder.Count(HoldsKeys) <= 1 && !Templates.IsOne(folder.First()))
            .ToList();
        if (Pair(folders) is not { } pair)
        {
            return files;
        }

        var joined = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var (keys, text) = (Named(folder, pair.Keys), Named(folder, pair.Text));
            if (keys is not null && text is not null)
            {
                var companion = keys with { IsCompanion = true, About = AboutFolder.Never };
                joined[keys.RelativePath] = companion;
                joined[text.RelativePath] = text with { Companion = companion, Stem = folder.Key, About = AboutFolder.Never };
            }
        }

        return files.ConvertAll(file => joined.GetValueOrDefault(file.RelativePath, file));
    }

    /// <summary>
    /// Reads the keys of a proposal into the record of its text. Where they cannot be read, nobody knows whether it is served.
    /// </summary>
    public static void Add(SourceFile companion, SourceReading reading, SourceReading keys)
    {
        reading.Failed.AddRange(keys.Failed);
        reading.Warnings.AddRange(keys.Warnings);
        if (keys.Failed.Count > 0)
        {
            reading.Records.Clear();
        }
        else if (keys.Records.Count == 1 && reading.Records.Count == 1)
        {
            var own = reading.Records[0];
            reading.Records[0] = own with { Fields = new SourceMap([.. keys.Records[0].Fields.Entries, .. own.Fields.Entries]) };
        }
        else if (keys.Records.Count > 0 && reading.Records.Count == 0 && reading.Failed.Count == 0)
        {
            reading.Records.AddRange(
                keys.Records.Select(record => record with { Path = reading.File.RelativePath, Stem = reading.File.Stem }));
        }
        else if (keys.Records.Count > 1)
        {
            reading.LeaveOut(
                null,
                $"'{companion.RelativePath}' beside it holds {keys.Records.Count} records and not the keys of one proposal, "
                    + "so it was left out.",
                "Put it elsewhere if it holds proposals.");
        }
    }

    /// <summary>The names that most folders have side by side.</summary>
    private static (string Keys, string Text)? Pair(List<IGrouping<string, SourceFile>> folders)
    {
        var counts = folders.SelectMany(static folder => folder.Where(HoldsKeys).SelectMany(
                keys => folder.Where(HoldsText).Select(text => (Keys: keys.Name, Text: text.Name))))
            .CountBy(static pair => pair)
            .OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key.Keys, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Key.Text, StringComparer.Ordinal)
            .ToList();
        if (counts.Count == 0 || counts[0].Value < FewestFolders)
        {
            return null;
        }

        var (best, count) = counts[0];
        var either = folders.Count(folder => Named(folder, best.Keys) is not null || Named(folder, best.Text) is not null);
        return count >= LeastShare * either ? best : null;
    }

    private static bool HoldsKeys(SourceFile file)
        => file.Format is SourceFormat.Yaml or SourceFormat.Json && !file.Name.Contains("schema", StringComparison.OrdinalIgnoreCase);

    private static bool HoldsText(SourceFile file) => file.Format is SourceFormat.Markdown or SourceFormat.Html or SourceFormat.Text;

    private static SourceFile? Named(IEnumerable<SourceFile> folder, string name) => folder.FirstOrDefault(file => file.Name == name);
}
