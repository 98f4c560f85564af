using System.Text;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals;
using Xunit;

namespace ProposalSearch.Testing;

/// <summary>A folder of proposals that a test writes; gone when the test is over.</summary>
public sealed class TemporaryArchive : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("proposalsearch-");

    public string Path => _folder.FullName;

    public TemporaryArchive Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public TemporaryArchive Write(string path, byte[] bytes)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public (IndexingReport Report, RecordingBackend Index) Run(string? schema = null, TimeProvider? time = null)
    {
        var backend = new RecordingBackend();
        var report = BlockingCalls.RunPipeline(new IndexingOptions(Path, "unused", schema), backend.Backend, time ?? TimeProvider.System);
        return (report, backend);
    }

    /// <summary>The only proposal of an archive of one file.</summary>
    public static Proposal Of(string path, string text)
    {
        using var archive = new TemporaryArchive().Write(path, text);
        return Assert.Single(archive.Run().Index.Added);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
