using System.Globalization;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// A folder of proposals under random changes: edits, deletions, renames, ids that several files have, files that become faulty.
/// </summary>
internal sealed class ChangingArchive(string folder, Random random)
{
    private static readonly string[] Words =
    [
        "poverty", "college", "garden", "bus", "music", "job training", "water", "\"shelter\"", "Échoppe",
        "U.C.L.A.", "O'Neill", "after-school", "100,000", "homeless.they",
    ];
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private int _clock;

    /// <summary>Whether proposals may have a key that no schema knows, whose values tell what it is.</summary>
    public bool HasMoods { get; init; }

    /// <summary>One change.</summary>
    public void Step(bool mayBeUnknown)
    {
        var files = Files();
        switch (random.Next(10))
        {
            case 0 when files.Count > 5:
                File.Delete(Any(files));
                break;
            case 1 when files.Count > 0:
                Rename(Any(files));
                break;
            case 2 when files.Count > 0:
                // Touched: another time, the same bytes.
                var touched = Any(files);
                File.SetLastWriteTimeUtc(touched, Now());
                break;
            case 3 when files.Count > 0:
                Write(Any(files), "---\ntitle: never closed\n");
                break;
            case 4 when mayBeUnknown:
                Write(NewPath(), $"---\ntitle: {Text(2)}\nmystery: {Text(1)}\n---\n");
                break;
            case 5 when files.Count > 0:
                Write(Any(files), "");
                break;
            default:
                Write(random.Next(2) == 0 && files.Count > 0 ? Any(files) : NewPath(), null);
                break;
        }
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private string Any(List<string> files) => files[random.Next(files.Count)];

    /// <summary>Few stems and several extensions, so that files often claim one id.</summary>
    private string NewPath() =>
        Path.Combine(
            folder,
            $"20{10 + random.Next(4)}",
            $"p{random.Next(12)}{(random.Next(4)) switch { 0 => ".yml", 1 => ".json", 2 => ".csv", _ => ".md" }}");

    private void Rename(string from)
    {
        var to = Path.Combine(folder, "2019", $"p{random.Next(12)}{Path.GetExtension(from)}");
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
    }

    private void Write(string path, string? text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text ?? Content(Path.GetExtension(path)));
        File.SetLastWriteTimeUtc(path, Now());
    }

    /// <summary>Long ago, so that times are believed; each another.</summary>
    private DateTime Now() => Epoch.AddSeconds(_clock++);

    private string Content(string extension)
    {
        var published = random.Next(6) > 0 ? "true" : "false";
        return extension switch
        {
            ".json" =>
                $$"""{"title": "{{Name()}}", "organization_name": "{{Name()}}", "published": {{published}}, "summary": "{{Name()}}"}""",
            ".csv" => $"title,summary\n{Name()},{Name()}\n{Name()},{Name()}\n",
            ".yml" => $"title: {Name()}\npublished: {published}\nsummary: {Name()} {Name()}\n",
            _ =>
                $"---\ntitle: {Name()}\npublished: {published}\ncategory: "
                    + $"{random.Next(12) switch { 0 => "LEARN", < 7 => "learn", _ => "live" }}\n{Mood()}---\n\n## "
                    + $"{Name()}?\n\n{Text(30)}\n",
        };
    }

    /// <summary>Sometimes a few words in several spellings, sometimes prose.</summary>
    private string Mood() =>
        !HasMoods || random.Next(2) == 0
            ? ""
            : $"mood: {random.Next(6) switch { 0 => "Merry", 1 => "sad", 2 => Text(40), _ => "merry" }}\n";

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"{Words[random.Next(5)]} {random.Next(4)}");

    private string Text(int words) =>
        string.Join(
            ' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)].Replace("\"", "", StringComparison.Ordinal)));
}
