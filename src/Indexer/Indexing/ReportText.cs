using System.Globalization;
using ProposalSearch.Proposals.Indexing;

namespace ProposalSearch.Indexer.Indexing;

/// <summary>The closing report: what was read, what is in the index, what failed and why, and what was decided about unknown keys.</summary>
internal sealed class ReportText(Terminal terminal, bool isVerbose)
{
    private const int FewWarnings = 20;

    /// <summary>Writes it.</summary>
    public void Write(IndexingOptions options, IndexingReport report, long bytes)
    {
        Line("Read", report.Read, $"files of {options.Source}");
        Line("Indexed", report.Indexed, string.Create(
            CultureInfo.InvariantCulture, $"proposals into {options.Index} ({Terminal.Size(bytes)}) in {report.Elapsed.TotalSeconds:0.00} s"));
        Line("Unpublished", report.Unpublished, "left out, as they ask for");
        Line("Failed", report.Failed.Count, report.Failed.Count == 0 ? "" : "left out, and reported below");
        Faults("Failed:", report.Failed, all: true);
        Faults("Warnings, by which nothing was lost:", report.Warnings, isVerbose);
        Roles(report.InferredRoles);
    }

    private void Line(string what, int count, string how)
        => terminal.Out.WriteLine($"{what,-12}{Terminal.Number(count),9}  {Terminal.Plain(how)}".TrimEnd());

    private void Faults(string title, IReadOnlyList<SourceFault> faults, bool all)
    {
        if (faults.Count == 0)
        {
            return;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine(terminal.AsStrong(title));
        foreach (var fault in all ? faults : faults.Take(FewWarnings))
        {
            var line = fault.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
            terminal.Out.WriteLine(Terminal.Plain($"  {fault.Path}{line}: {fault.Cause} {fault.Remedy}"));
        }

        if (!all && faults.Count > FewWarnings)
        {
            terminal.Out.WriteLine($"  ... and {Terminal.Number(faults.Count - FewWarnings)} more; --verbose lists them all.");
        }
    }

    private void Roles(IReadOnlyList<InferredRole> roles)
    {
        if (roles.Count == 0)
        {
            return;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine(terminal.AsStrong("Keys that the schema does not know, and what they were taken for (docs/schema.md says how to decide otherwise):"));
        var key = Math.Min(40, roles.Max(static role => role.Key.Length));
        var meaning = roles.Max(static role => role.Role.Length);
        foreach (var role in roles)
        {
            var files = Terminal.Number(role.Files) + (role.Files == 1 ? " file" : " files");
            terminal.Out.WriteLine(Terminal.Plain($"  {Shorten(role.Key, key).PadRight(key)}  {role.Role.PadRight(meaning)}  {files,12}  {role.Reason}"));
        }
    }

    private static string Shorten(string key, int length) => key.Length <= length ? key : key[..(length - 3)] + "...";
}
