using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing.Dumping;

/// <summary>
/// A folder with a dump: all proposals of an index in files that anybody may take away, and <c>manifest.json</c>, which names them. A file
/// gets its name when it is whole, and the manifest is replaced at one stroke after that, so whoever reads the manifest finds what it
/// names, however the writer ends. Files of the edition before stay for those who are reading them. One program writes at a time.
/// </summary>
/// <param name="path">The folder, made if need be. It holds nothing else.</param>
public sealed partial class DumpFolder(string path)
{
    /// <summary>The name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    private const string LockName = "writer.lock";
    private const string Unfinished = ".new";

    /// <summary>The path of a file of the dump; <see langword="null"/> where there is none of this name.</summary>
    public string? Find(string name)
    {
        var file = Path.Combine(path, name);
        return FileName().IsMatch(name) && File.Exists(file) ? file : null;
    }

    /// <summary>The manifest, as it stands in the folder; <see langword="null"/> where there is none that names whole files.</summary>
    /// <param name="known">What was read before: the bytes of files that it names are not compared once more.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public DumpManifest? Read(DumpManifest? known = null)
    {
        var file = Path.Combine(path, ManifestName);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(file), DumpJson.Plain.DumpManifest);
            return manifest?.Format == DumpManifest.CurrentFormat
                && manifest.Files.All(file => IsWhole(file, known?.Files.Contains(file) == true)) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The manifest of an index's dump, which is written first where the folder does not have it.</summary>
    /// <param name="index">The index.</param>
    /// <param name="known">As for <see cref="Read"/>.</param>
    /// <param name="cancellation">Ends it; the dump before stands then.</param>
    /// <exception cref="IOException">The folder cannot be written, or another program writes there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public async Task<DumpManifest> WriteAsync(ProposalIndex index, DumpManifest? known, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(index);
        Directory.CreateDirectory(path);
        await using var alone = new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var before = Read(known);
        if (before?.Build == index.Identity.Build)
        {
            return before;
        }

        var manifest = await MakeAsync(index, cancellation).ConfigureAwait(false);
        Publish(manifest);
        Clean([.. manifest.Files, .. before?.Files ?? []]);
        return manifest;
    }

    private async Task<DumpManifest> MakeAsync(ProposalIndex index, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(path, $"{Guid.NewGuid():N}{Unfinished}");
        try
        {
            var lines = await DumpLines.WriteAsync(index, unfinished, cancellation).ConfigureAwait(false);
            var digest = await DigestAsync(unfinished, cancellation).ConfigureAwait(false);
            var name = $"proposals-{index.Identity.Build}-{digest[..12]}.ndjson.gz";
            var size = new FileInfo(unfinished).Length;
            File.Move(unfinished, Path.Combine(path, name), overwrite: true);
            return new DumpManifest(
                DumpManifest.CurrentFormat,
                index.Identity.Build,
                index.Identity.BuiltAt,
                lines.Proposals,
                [new DumpFile(name, "application/x-ndjson", "gzip", size, digest, lines.Bytes, lines.Sha256)]);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private void Publish(DumpManifest manifest)
    {
        var unfinished = Path.Combine(path, ManifestName + Unfinished);
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, manifest, DumpJson.Plain.DumpManifest);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, Path.Combine(path, ManifestName), overwrite: true);
    }

    /// <summary>Removes what an edition before the last left, and what a writer left that was killed.</summary>
    private void Clean(IReadOnlyList<DumpFile> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(path))
        {
            var name = Path.GetFileName(file);
            var isOurs = FileName().IsMatch(name) || UnfinishedName().IsMatch(name);
            if (isOurs && !wanted.Any(one => one.Name == name))
            {
                File.Delete(file);
            }
        }
    }

    private bool IsWhole(DumpFile file, bool isKnown)
        => Find(file.Name) is { } found && new FileInfo(found).Length == file.Bytes && (isKnown || Digest(found) == file.Sha256);

    private static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static async Task<string> DigestAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
    }

    [GeneratedRegex(@"^proposals-[0-9a-z]+-[0-9a-f]{12}\.ndjson\.gz\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[0-9a-f]{32}\.new\z")]
    private static partial Regex UnfinishedName();
}
