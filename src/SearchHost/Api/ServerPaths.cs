using System.Text.RegularExpressions;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Api;

/// <summary>Keeps to itself where things lie on the server's disks.</summary>
internal static partial class ServerPaths
{
    /// <summary>
    /// The text with each absolute path cut to its last name: enough for whoever runs the server, and nothing for others.
    /// </summary>
    public static string? Hide(string? text, Folders folders)
    {
        if (text is null)
        {
            return null;
        }

        // Paths that we know come first, since one with blanks in it does not stand out from the text; the longest of them first, since one
        // may lie in another.
        string[] ours = [folders.Source, folders.Index, folders.Dump ?? "", folders.Schema ?? ""];
        foreach (var path in ours.Where(path => path.Length > 1).OrderByDescending(path => path.Length))
        {
            text = text.Replace(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), StringComparison.Ordinal);
        }

        return AbsolutePath().Replace(text, "$1");
    }

    /// <summary>
    /// A path from the root on Unix or Windows: names, each before a separator, and a last one. An address such as http://host/path is
    /// none.
    /// </summary>
    [GeneratedRegex(@"(?<![\w.:/\\])(?:[A-Za-z]:)?(?:[/\\][^\s/\\'"";,]+)*[/\\]([^\s/\\'"";,]+)")]
    private static partial Regex AbsolutePath();
}
