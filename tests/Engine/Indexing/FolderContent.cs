using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>Which files a folder has to hold: those of its manifest, and nothing that a writer left.</summary>
internal static class FolderContent
{
    /// <summary>The files that must be there.</summary>
    public static string[] Expected(string folder)
    {
        var manifest = IndexDirectory.Open(folder).ReadManifest();
        string[] published = manifest is null ? [] : [Manifest.FileName, .. manifest.AllFiles.Select(file => file.Name)];
        return [.. published.Append(WriterLock.FileName).Order(StringComparer.Ordinal)];
    }

    /// <summary>No file is missing and none is left over.</summary>
    public static void AssertNothingElse(TemporaryFolder folder) => Assert.Equal(Expected(folder.Path), folder.FileNames());

    /// <summary>This process has no file of the folder open or mapped. Only Linux tells.</summary>
    public static void AssertNoHandles(TemporaryFolder folder)
    {
        if (OperatingSystem.IsLinux())
        {
            Assert.DoesNotContain(
                Directory.GetFiles("/proc/self/fd"), path => Target(path).StartsWith(folder.Path + "/", StringComparison.Ordinal));
            Assert.DoesNotContain(File.ReadLines("/proc/self/maps"), line => line.Contains(folder.Path + "/", StringComparison.Ordinal));
        }
    }

    private static string Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
