using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// A file of an index being written from front to back: header, content, footer (<see cref="FileFrame"/>). All numbers are
/// little-endian. It is a file of the index only after <see cref="Complete"/>; disposing of it before deletes it. Not thread-safe.
/// </summary>
internal sealed class FileWriter : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly SafeFileHandle _handle;
    private readonly string _path;
    private Checksum _checksum = Checksum.Start();
    private int _used = FileFrame.HeaderBytes;
    private long _flushed;
    private SegmentFile? _completed;

    internal FileWriter(string path, FileKind kind)
    {
        FileFrame.CheckMachine();
        _path = path;

        _handle = Create(path);
        FileFrame.WriteHeader(_buffer, kind);
    }

    /// <summary>The name of the file in its folder.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>Bytes of content written so far: where the next byte goes, as <see cref="OpenedFile"/> counts offsets.</summary>
    public long Position => _flushed + _used - FileFrame.HeaderBytes;

    /// <summary>Writes bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > BufferBytes - _used)
        {
            var part = BufferBytes - _used;
            bytes[..part].CopyTo(_buffer.AsSpan(_used));
            _used = BufferBytes;
            Flush();
            bytes = bytes[part..];
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    /// <summary>Writes values as they lie in memory, 4 bytes each for <see cref="int"/> and so on.</summary>
    public void WriteValues<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(values));

    /// <summary>Writes one byte.</summary>
    public void WriteByte(byte value)
    {
        if (_used == BufferBytes)
        {
            Flush();
        }

        _buffer[_used++] = value;
    }

    /// <summary>Writes 2 bytes.</summary>
    public void WriteUInt16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        Write(bytes);
    }

    /// <summary>Writes 4 bytes.</summary>
    public void WriteInt32(int value) => WriteUInt32((uint)value);

    /// <summary>Writes 4 bytes.</summary>
    public void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Write(bytes);
    }

    /// <summary>Writes 8 bytes.</summary>
    public void WriteInt64(long value) => WriteUInt64((ulong)value);

    /// <summary>Writes 8 bytes.</summary>
    public void WriteUInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        Write(bytes);
    }

    /// <summary>Writes 1 to 5 bytes: 7 bits each, low bits first, the high bit set in all but the last.</summary>
    public void WriteVarUInt32(uint value) => WriteVarUInt64(value);

    /// <summary>Writes 1 to 10 bytes, as <see cref="WriteVarUInt32"/>.</summary>
    public void WriteVarUInt64(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    /// <summary>
    /// Writes zeros until <see cref="Position"/> is a multiple of a power of two of at most 64: mapped, it is one in memory too.
    /// </summary>
    public void Align(int powerOfTwo)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(powerOfTwo is > 0 and <= 64 && int.IsPow2(powerOfTwo), true, nameof(powerOfTwo));
        Span<byte> zeros = stackalloc byte[64];
        zeros.Clear();
        Write(zeros[..(int)(-Position & (powerOfTwo - 1))]);
    }

    /// <summary>
    /// Writes the footer and closes the file. Nothing may be written afterwards. The operating system has the file then; waiting until the
    /// disk has it is left to <see cref="IndexDirectory.Publish"/>, because only then it matters, and several files at once wait less.
    /// </summary>
    /// <returns>What the manifest is to list.</returns>
    public SegmentFile Complete()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        var content = Position;
        Flush();
        _checksum.AddLength(content);
        FileFrame.WriteFooter(_buffer, content, _checksum.Value);
        WriteOut(FileFrame.FooterBytes);
        _handle.Dispose();
        return _completed = new SegmentFile(Name, _flushed, _checksum.Value);
    }

    /// <summary>Closes the file, and deletes it unless it is complete.</summary>
    public void Dispose()
    {
        _handle.Dispose();
        if (_completed is null)
        {
            File.Delete(_path);
        }
    }

    private static SafeFileHandle Create(string path)
    {
        try
        {
            // Never cut an old file short: another program may have it mapped, and would crash. Removed, it lives on for that program.
            File.Delete(path);
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (Exception error) when (IndexWriteException.IsRefusal(error))
        {
            throw new IndexWriteException(path, error);
        }
    }

    private void Flush()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        _checksum.Add(_buffer.AsSpan(0, _used));
        WriteOut(_used);
        _used = 0;
    }

    private void WriteOut(int length)
    {
        try
        {
            RandomAccess.Write(_handle, _buffer.AsSpan(0, length), _flushed);
            _flushed += length;
        }
        catch (Exception error) when (IndexWriteException.IsRefusal(error))
        {
            throw new IndexWriteException(_path, error);
        }
    }
}
