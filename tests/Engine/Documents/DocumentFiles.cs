using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Documents;

/// <summary>Segments of documents written to a folder of their own and opened again.</summary>
internal sealed class DocumentFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<OpenedFile> _files = [];
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private int _segments;

    public DocumentFiles()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = _directory.Lock();
    }

    public DocumentsReader Write(Action<DocumentsWriter> write, TextCodec? codec = null)
    {
        var (dataName, indexName) = ($"s{++_segments}.documents", $"s{_segments}.index");
        using (var data = _directory.CreateFile(dataName, FileKind.Documents))
        using (var index = _directory.CreateFile(indexName, FileKind.DocumentIndex))
        {
            var writer = new DocumentsWriter(data, index, codec);
            write(writer);
            writer.Complete();
        }

        _files.Add(_directory.OpenFile(dataName, FileKind.Documents));
        _files.Add(_directory.OpenFile(indexName, FileKind.DocumentIndex));
        return new DocumentsReader(_files[^2], _files[^1]);
    }

    public byte[] Data(int segment) => Content($"s{segment}.documents");

    public byte[] Index(int segment) => Content($"s{segment}.index");

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _lock.Dispose();
        _folder.Dispose();
    }

    private byte[] Content(string name) => File.ReadAllBytes(_folder.File(name))[64..^16];
}
