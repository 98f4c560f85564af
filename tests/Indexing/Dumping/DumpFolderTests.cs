using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ProposalSearch.Indexing.Dumping;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Dumping;

public sealed class DumpFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _indexes = new();
    private readonly SearchBackend _backend = BlockingCalls.TestedEngine();
    private readonly DumpFolder _dumps;

    public DumpFolderTests() => _dumps = new DumpFolder(_folder.Path);

    public void Dispose()
    {
        _folder.Dispose();
        _indexes.Dispose();
    }

    [Fact]
    public async Task Write_AllProposals_AreLinesThatTellThemWhole()
    {
        using var index = Index(SampleArchive.Proposals.Count);
        var manifest = await _dumps.WriteAsync(index, known: null, CancellationToken.None);
        var lines = Lines(manifest);

        Assert.Equal((index.Identity.Build, index.Identity.BuiltAt, 1), (manifest.Build, manifest.BuiltAt, manifest.Format));
        Assert.Equal(SampleArchive.Proposals.Count, manifest.Proposals);
        Assert.Equal(
            SampleArchive.Proposals.Select(proposal => proposal.Id).Order(StringComparer.Ordinal),
            lines.Select(line => line.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        var lift = lines.Single(line => line.GetProperty("id").GetString() == "2015/lift-la");
        var source = SampleArchive.Proposals.Single(proposal => proposal.Id == "2015/lift-la");
        Assert.Equal(
            source.Answers.Select(answer => (answer.Question, answer.QuestionId, answer.Text)),
            lift.GetProperty("answers").EnumerateArray().Select(answer => (
                answer.GetProperty("question").GetString()!, answer.GetProperty("question_id").GetString(),
                answer.GetProperty("text").GetString()!)));
        Assert.Equal(
            "id,title,summary,organization,year,day,links,image,video,facets,answers,source,content_hash",
            string.Join(',', lift.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public async Task Write_Manifest_TellsSizesAndDigests()
    {
        using var index = Index(3);
        var file = (await _dumps.WriteAsync(index, known: null, CancellationToken.None)).Files.Single();
        var packed = await File.ReadAllBytesAsync(_dumps.Find(file.Name)!);
        var unpacked = Unpacked(packed);

        Assert.Equal((packed.Length, Digest(packed)), (file.Bytes, file.Sha256));
        Assert.Equal((unpacked.Length, Digest(unpacked)), (file.UnpackedBytes, file.UnpackedSha256));
        Assert.Equal(["manifest.json", file.Name, "writer.lock"], _folder.FileNames());
        Assert.Equal(file, _dumps.Read()!.Files.Single());
    }

    [Fact]
    public async Task Write_SameEdition_LeavesWhatIsThere()
    {
        using var index = Index(3);
        var first = await _dumps.WriteAsync(index, known: null, CancellationToken.None);
        var written = File.GetLastWriteTimeUtc(_dumps.Find(first.Files[0].Name)!);
        var second = await _dumps.WriteAsync(index, known: null, CancellationToken.None);

        Assert.Equal(first.Files[0], second.Files[0]);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_dumps.Find(first.Files[0].Name)!));
    }

    /// <summary>A dump may be gigabytes: whoever has compared its bytes does not do so once more.</summary>
    [Fact]
    public async Task Read_WhatIsKnown_IsNotComparedOnceMore()
    {
        using var index = Index(3);
        var known = await _dumps.WriteAsync(index, known: null, CancellationToken.None);
        var file = _dumps.Find(known.Files[0].Name)!;
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        Assert.Equal(known.Files[0], (await _dumps.WriteAsync(index, known, CancellationToken.None)).Files[0]);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        Assert.Null(_dumps.Read());
        File.Delete(file);
        Assert.Null(_dumps.Read(known));
    }

    [Fact]
    public async Task Write_OtherEditions_KeepTheFileOfTheOneBeforeAndNoOther()
    {
        var names = new List<string>();
        for (var count = 3; count < 6; count++)
        {
            using var index = Index(count);
            names.Add((await _dumps.WriteAsync(index, known: null, CancellationToken.None)).Files[0].Name);
        }

        Assert.Equal(3, names.Distinct().Count());
        Assert.Null(_dumps.Find(names[0]));
        Assert.NotNull(_dumps.Find(names[1]));
        Assert.Equal(names[2], _dumps.Read()!.Files[0].Name);
    }

    [Fact]
    public async Task Write_ThatIsStopped_LeavesTheDumpThatWasThere()
    {
        using var before = Index(3);
        var first = await _dumps.WriteAsync(before, known: null, CancellationToken.None);
        using var index = Index(4);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _dumps.WriteAsync(index, known: null, new CancellationToken(canceled: true)));

        Assert.Equal(first.Files[0], _dumps.Read()!.Files[0]);
        Assert.Equal(["manifest.json", first.Files[0].Name, "writer.lock"], _folder.FileNames());
    }

    [Fact]
    public async Task Write_WhileAnotherWrites_IsRefused()
    {
        using var index = Index(3);
        using (new FileStream(_folder.File("writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await Assert.ThrowsAnyAsync<IOException>(() => _dumps.WriteAsync(index, known: null, CancellationToken.None));
        }

        Assert.Null(_dumps.Read());
        Assert.Equal(3, (await _dumps.WriteAsync(index, known: null, CancellationToken.None)).Proposals);
    }

    [Fact]
    public async Task Write_AfterAWriterThatWasKilled_RemovesWhatItLeftAndNothingElse()
    {
        using var index = Index(3);
        string[] left = ["0123456789abcdef0123456789abcdef.new", "proposals-0123-0123456789ab.ndjson.gz", "manifest.json.new", "mine.txt"];
        foreach (var name in left)
        {
            await File.WriteAllTextAsync(_folder.File(name), "half");
        }

        var manifest = await _dumps.WriteAsync(index, known: null, CancellationToken.None);

        Assert.Equal(["manifest.json", "mine.txt", manifest.Files[0].Name, "writer.lock"], _folder.FileNames());
    }

    [Theory]
    [InlineData("proposals")]
    [InlineData("manifest")]
    public async Task Write_OverADamagedDump_WritesItAnew(string damaged)
    {
        using var index = Index(3);
        var manifest = await _dumps.WriteAsync(index, known: null, CancellationToken.None);
        var path = _folder.File(damaged == "manifest" ? "manifest.json" : manifest.Files[0].Name);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^9] ^= 0x40;
        await File.WriteAllBytesAsync(path, damaged == "manifest" ? bytes[..^2] : bytes);

        Assert.Null(_dumps.Read());
        Assert.Equal(manifest.Files[0], (await _dumps.WriteAsync(index, known: null, CancellationToken.None)).Files[0]);
        Assert.Equal(manifest.Files[0], _dumps.Read()!.Files[0]);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("writer.lock")]
    [InlineData("../secret")]
    [InlineData("proposals-0123-0123456789ab.ndjson.gz/../../x")]
    [InlineData("proposals-0123-0123456789ab.ndjson.gz")]
    [InlineData("")]
    public async Task Find_WhatIsNoFileOfADump_IsNothing(string name)
    {
        using var index = Index(3);
        await _dumps.WriteAsync(index, known: null, CancellationToken.None);

        Assert.Null(_dumps.Find(name));
    }

    private ProposalIndex Index(int proposals)
    {
        var location = _indexes.File($"{proposals}");
        using (var builder = _backend.Build(location, SampleArchive.Metadata.Facets))
        {
            foreach (var proposal in SampleArchive.Proposals.Take(proposals).OrderBy(one => one.Id, StringComparer.Ordinal))
            {
                builder.Add(proposal);
            }

            builder.Commit(SampleArchive.Metadata with { Fingerprint = $"{proposals}" });
        }

        return _backend.Open(location);
    }

    private List<JsonElement> Lines(DumpManifest manifest)
    {
        var text = System.Text.Encoding.UTF8.GetString(Unpacked(File.ReadAllBytes(_dumps.Find(manifest.Files[0].Name)!)));
        Assert.EndsWith("}\n", text);
        return [.. text.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }

        return unpacked.ToArray();
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
