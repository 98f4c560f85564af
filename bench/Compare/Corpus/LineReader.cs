namespace ProposalSearch.Compare.Corpus;

/// <summary>Reads a file line by line as bytes; no more of it is in memory than a line or a megabyte. Not thread-safe.</summary>
internal sealed class LineReader : IDisposable
{
    private const int FirstRoom = 1 << 20;
    private readonly FileStream _file;
    private byte[] _buffer = new byte[FirstRoom];
    private int _start;
    private int _end;
    private bool _ended;

    public LineReader(string path) =>
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);

    /// <summary>The number of the line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its newline; false after the last. The line lives until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int length, looked = 0;
        while ((length = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n')) < 0)
        {
            looked = _end - _start;
            if (_ended || !Fill())
            {
                return TakeLast(out line);
            }
        }

        Number++;
        line = _buffer.AsSpan(_start, looked + length);
        _start += looked + length + 1;
        return true;
    }

    public void Dispose() => _file.Dispose();

    private bool TakeLast(out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, _end - _start);
        _start = _end;
        Number += line.IsEmpty ? 0 : 1;
        return !line.IsEmpty;
    }

    private bool Fill()
    {
        int kept = _end - _start;
        if (kept > _buffer.Length / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        Buffer.BlockCopy(_buffer, _start, _buffer, 0, kept);
        (_start, _end) = (0, kept);
        int read = _file.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return !_ended;
    }
}
