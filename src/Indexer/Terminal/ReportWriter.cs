using System.Globalization;
using ProposalSearch.Proposals.Indexing;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>Writes what a run did, for people.</summary>
internal static class ReportWriter
{
    /// <summary>Writes the report.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="report">What was done.</param>
    /// <param name="index">The index's folder.</param>
    /// <param name="bytes">Its size.</param>
    public static void Write(Screen screen, IndexingReport report, string index, long bytes)
    {
        WriteRoles(screen, report.InferredRoles);
        WriteFaults(screen, "Warnings, nothing lost:", report.Warnings);
        WriteFaults(screen, "Could not be read, everything else was:", report.Failed);
        screen.Out.WriteLine(Invariant($"Read        {report.Read:N0} files"));
        screen.Out.WriteLine(Invariant($"Indexed     {report.Indexed:N0} proposals"));
        screen.Out.WriteLine(Invariant($"Unpublished {report.Unpublished:N0} (published: false; not in the index)"));
        screen.Out.WriteLine(Invariant($"Failed      {report.Failed.Count:N0}"));
        screen.Out.WriteLine(Invariant($"Time        {report.Elapsed.TotalSeconds:F2} s"));
        screen.Out.WriteLine(Invariant($"Index       {index}, {bytes / 1e6:F1} MB"));
    }

    private static void WriteRoles(Screen screen, IReadOnlyList<InferredRole> roles)
    {
        if (roles.Count == 0)
        {
            return;
        }

        screen.Out.WriteLine("Keys that the schema does not name, and what was made of them:");
        int width = Math.Min(40, roles.Max(role => Screen.Plain(role.Key).Length));
        foreach (var role in roles)
        {
            screen.Out.WriteLine(Invariant($"  {Screen.Plain(role.Key).PadRight(width)}  {role.Role}  {screen.Dim(Invariant($"({role.Reason}; {role.Files:N0} files)"))}"));
        }

        screen.Out.WriteLine();
    }

    private static void WriteFaults(Screen screen, string heading, IReadOnlyList<SourceFault> faults)
    {
        if (faults.Count == 0)
        {
            return;
        }

        screen.Out.WriteLine(heading);
        foreach (var fault in faults)
        {
            string line = fault.Line is { } number ? Invariant($":{number}") : "";
            screen.Out.WriteLine($"  {Screen.Plain(fault.Path)}{line}: {Screen.Plain(fault.Cause)} {Screen.Plain(fault.Remedy)}");
        }

        screen.Out.WriteLine();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
