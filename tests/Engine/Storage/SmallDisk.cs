using System.Diagnostics;
using System.Globalization;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Storage;

/// <summary>
/// A file system of a few kilobytes in memory, of whose size the test decides. Linux, and only for root: <see cref="Absent"/>.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDisk(int kilobytes) => Run("mount", "-t", "tmpfs", "-o", Size(kilobytes), "proposalsearch-test", _folder.Path);

    /// <summary>Why there can be no such disk here, or <see langword="null"/>.</summary>
    public static string? Absent { get; } = Probe();

    public string Path => _folder.Path;

    /// <summary>Gives it another size, at least what is on it.</summary>
    public void Resize(int kilobytes) => Run("mount", "-o", "remount," + Size(kilobytes), _folder.Path);

    /// <summary>Lets nobody write to it, root included.</summary>
    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", _folder.Path);

    public void Dispose()
    {
        Run("umount", _folder.Path);
        _folder.Dispose();
    }

    private static string Size(int kilobytes) => string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");

    private static string? Probe()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "needs Linux and root, to mount a small file system";
        }

        try
        {
            new SmallDisk(64).Dispose();
            return null;
        }
        catch (InvalidOperationException error)
        {
            return $"needs the right to mount a small file system: {error.Message}";
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var fault = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {fault.Trim()}");
        }
    }
}
