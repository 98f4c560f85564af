using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Columns;

/// <summary>Columns written to a file of their own and opened again.</summary>
internal sealed class ColumnFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<OpenedFile> _files = [];
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;

    public ColumnFile()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = _directory.Lock();
    }

    public byte[] Bytes(int file) => File.ReadAllBytes(_folder.File($"s{file + 1}.columns"))[64..^16];

    public OrdinalColumnReader Write(OrdinalColumnBuilder builder, int documents) =>
        OrdinalColumnReader.Open(Write(writer => builder.Write(writer, documents), out var offset), offset);

    public NumberColumnReader Write(NumberColumnBuilder builder, int documents) =>
        NumberColumnReader.Open(Write(writer => builder.Write(writer, documents), out var offset), offset);

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _lock.Dispose();
        _folder.Dispose();
    }

    private OpenedFile Write(Func<FileWriter, long> write, out long offset)
    {
        var name = $"s{_files.Count + 1}.columns";
        using (var writer = _directory.CreateFile(name, FileKind.Columns))
        {
            offset = write(writer);
            writer.Complete();
        }

        var file = _directory.OpenFile(name, FileKind.Columns);
        _files.Add(file);
        return file;
    }
}
