using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// A copy of a file on the disk that has no name: where the system has it so, the name is removed as soon as the copy is begun; elsewhere
/// (Windows) the system removes it with the last handle, and lets nobody write to it before. So nobody else can cut it or change it.
/// </summary>
internal sealed class PrivateCopy : ICheckedTarget, IDisposable
{
    private readonly byte[] _part = new byte[CheckedReading.PartBytes];
    private readonly SafeFileHandle _handle;
    private readonly string _path;

    private PrivateCopy(string path, SafeFileHandle handle) => (_path, _handle) = (path, handle);

    /// <summary>
    /// Begins a copy in a folder. Its name is one that a writer's clean-up knows, should the process be killed before the name is
    /// removed.
    /// </summary>
    /// <exception cref="IndexWriteException">The system refused.</exception>
    public static PrivateCopy In(string folder)
    {
        var number = RandomNumberGenerator.GetInt32(int.MaxValue);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"c{number}.copy"));
        var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        try
        {
            var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, options);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            return new PrivateCopy(path, handle);
        }
        catch (Exception error) when (IndexWriteException.IsRefusal(error))
        {
            throw new IndexWriteException(path, error);
        }
    }

    public Span<byte> Room(long offset, int length) => _part.AsSpan(0, length);

    public void Filled(long offset, ReadOnlySpan<byte> part)
    {
        try
        {
            RandomAccess.Write(_handle, part, offset);
        }
        catch (Exception error) when (IndexWriteException.IsRefusal(error))
        {
            throw new IndexWriteException(_path, error);
        }
    }

    /// <summary>Maps what was written. The copy lives as long as the mapping.</summary>
    public FileBytes Map(long length) => FileBytes.Map(_handle, length, keepsOpen: true);

    /// <summary>Ends a copy that was not mapped.</summary>
    public void Dispose() => _handle.Dispose();
}
