using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Storage;

/// <summary>Files of a folder of their own, written by a test and opened again.</summary>
internal sealed class ScratchFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<OpenedFile> _files = [];
    private readonly WriterLock _lock;

    public ScratchFiles()
    {
        Directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = Directory.Lock();
    }

    public IndexDirectory Directory { get; }

    /// <summary>Writes a file.</summary>
    public OpenedFile Write(string name, FileKind kind, Action<FileWriter> write)
    {
        using (var file = Directory.CreateFile(name, kind))
        {
            write(file);
            file.Complete();
        }

        return Open(name, kind);
    }

    /// <summary>Opens a file until the end of the test.</summary>
    public OpenedFile Open(string name, FileKind kind)
    {
        _files.Add(Directory.OpenFile(name, kind));
        return _files[^1];
    }

    /// <summary>The content of a file, without header and footer.</summary>
    public byte[] Content(string name) => File.ReadAllBytes(_folder.File(name))[64..^16];

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _lock.Dispose();
        _folder.Dispose();
    }
}
