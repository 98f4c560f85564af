using System.Globalization;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>Writes what a run did, for people.</summary>
internal static class ReportWriter
{
    private const int FewWarnings = 20;
    private const int FewOfOneKind = 5;
    private const int FewWordings = 20;
    private const int FewKeys = 60;

    /// <summary>Writes the report.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="report">What was done.</param>
    /// <param name="index">The index's folder.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="isVerbose">Whether every warning is listed.</param>
    public static void Write(Screen screen, IndexingReport report, string index, long bytes, bool isVerbose)
    {
        WriteRoles(screen, report.InferredRoles, isVerbose ? int.MaxValue : FewKeys);
        WriteWordings(screen, report.Wordings, isVerbose);
        WritePerhapsUnpublished(screen, report.PerhapsUnpublished);
        WritePassedOver(screen, report);
        int most = isVerbose ? int.MaxValue : FewWarnings;
        WriteFaults(screen, "Left out, and in no proposal:", [.. report.Warnings.Where(warning => warning.LeavesOut)], most);
        WriteFaults(screen, "Warnings, nothing lost:", [.. report.Warnings.Where(warning => !warning.LeavesOut)], most);
        WriteFaults(screen, "Could not be read, everything else was:", report.Failed, int.MaxValue);
        string known = report.Known > 0 ? Invariant($"; {report.Known:N0} are as they were") : "";
        screen.Out.WriteLine(Invariant($"Read        {report.Read:N0} files{known}"));
        WritePassedOverCount(screen, report.PassedOver);
        screen.Out.WriteLine(Invariant($"Indexed     {report.Indexed:N0} proposals{Left(report)}"));
        screen.Out.WriteLine($"Language    {report.Language} ({Screen.Plain(report.LanguageReason)})");
        WriteLevels(screen, report.Levels);
        if (report.Changes is { } changes)
        {
            string written = changes.BytesWritten > 0 ? $"; {Size(changes.BytesWritten)} written" : "";
            screen.Out.WriteLine(
                Invariant($"Changed     {changes.Replaced:N0} replaced, {changes.Added:N0} added, {changes.Removed:N0} removed")
                + written);
        }

        string reasons = report.UnpublishedBy.Count > 0 ? "; " + Counts(report.UnpublishedBy) : "";
        screen.Out.WriteLine(Invariant($"Unpublished {report.Unpublished:N0} (not in the index{reasons})"));
        if (report.Wordings.Count > 0)
        {
            WordingTable.WriteSummary(screen, report.Wordings);
        }

        screen.Out.WriteLine(Invariant($"Failed      {report.Failed.Count:N0}"));
        screen.Out.WriteLine(Invariant($"Time        {report.Elapsed.TotalSeconds:F2} s"));
        screen.Out.WriteLine(Invariant($"Index       {index}, {Size(bytes)}"));
    }

    private static string Left(IndexingReport report) => report.AlreadyThere > 0
        ? Invariant($"; {report.AlreadyThere:N0} were there from a run that was not finished") : "";

    private static void WriteLevels(Screen screen, IReadOnlyList<FacetLevels> all)
    {
        foreach (var levels in all)
        {
            string counted = Invariant($"{levels.Above:N0} {(levels.Above == 1 ? "value has" : "values have")} others below");
            screen.Out.WriteLine($"Levels      {levels.Field}: paths between '{Screen.Plain(levels.Sign)}', {counted}");
        }
    }

    private static void WritePassedOverCount(Screen screen, IReadOnlyList<(string Ending, int Files)> endings)
    {
        if (endings.Count > 0)
        {
            var shown = endings.Take(FewOfOneKind).Select(ending => Invariant($"{Shown(ending.Ending)} {ending.Files:N0}"));
            string rest = endings.Count > FewOfOneKind ? ", and others" : "";
            int files = endings.Sum(ending => ending.Files);
            string counted = Invariant($"{files:N0} {(files == 1 ? "file" : "files")}");
            screen.Out.WriteLine($"Passed over {counted} of kinds that are not read ({string.Join(", ", shown)}{rest})");
        }
    }

    /// <summary>Where most texts are of kinds that are not read, nobody should have to find that out by counting.</summary>
    private static void WritePassedOver(Screen screen, IndexingReport report)
    {
        var texts = report.PassedOver.Where(ending => !SourceKinds.IsNoText(ending.Ending)).ToList();
        if (texts.Sum(ending => ending.Files) > report.Read + report.Known)
        {
            string endings = string.Join(", ", texts.Take(FewOfOneKind).Select(ending => Shown(ending.Ending)));
            screen.Out.WriteLine($"Most files are of kinds that are not read: {endings}.");
            screen.Out.WriteLine("  If they hold the proposals, convert them, as to Markdown.");
            screen.Out.WriteLine();
        }
    }

    private static string Shown(string ending) => ending.Length == 0 ? "without ending" : Screen.Plain(ending);

    /// <summary>The keys that most files have come first.</summary>
    private static void WriteRoles(Screen screen, IReadOnlyList<InferredRole> roles, int most)
    {
        if (roles.Count == 0)
        {
            return;
        }

        screen.Out.WriteLine("Keys that the schema does not name, and what was made of them:");
        int width = Math.Min(40, roles.Max(role => role.Key.Length));
        foreach (var role in roles.Take(most))
        {
            string key = Screen.Plain(Shorten(role.Key, width)).PadRight(width);
            string why = screen.Dim(Invariant($"({role.Reason}; {role.Files:N0} {(role.Files == 1 ? "file" : "files")})"));
            screen.Out.WriteLine(Invariant($"  {key}  {role.Role}  {why}"));
        }

        if (roles.Count > most)
        {
            screen.Out.WriteLine(Invariant($"  and {roles.Count - most:N0} more, which --verbose lists."));
        }

        screen.Out.WriteLine();
    }

    /// <summary>The wordings that a person should look at: those that no schema lists. All of them where asked for.</summary>
    private static void WriteWordings(Screen screen, IReadOnlyList<QuestionWording> wordings, bool isVerbose)
    {
        var shown = isVerbose ? wordings : [.. wordings.Where(wording => wording.QuestionId is null || wording.Nearest is not null)];
        if (shown.Count == 0)
        {
            return;
        }

        screen.Out.WriteLine(isVerbose
            ? "Wordings of questions:"
            : "Wordings of questions that the schema does not list (stats lists all):");
        int most = isVerbose ? int.MaxValue : FewWordings;
        WordingTable.WriteLines(screen, [.. shown.Take(most)]);
        if (shown.Count > most)
        {
            screen.Out.WriteLine(Invariant($"  and {shown.Count - most:N0} more, which --verbose lists."));
        }

        screen.Out.WriteLine();
    }

    /// <summary>What another archive would not serve: only somebody who knows this one can decide.</summary>
    private static void WritePerhapsUnpublished(Screen screen, IReadOnlyList<KeyValueCount> counts)
    {
        if (counts.Count > 0)
        {
            screen.Out.WriteLine($"Served, though other archives would not: {Counts(counts)}.");
            string rule = $"published: {{{Screen.Plain(counts[0].Key)}: [{Screen.Plain(counts[0].Value)}]}}";
            screen.Out.WriteLine($"  If yours should not either, write '{rule}' into the schema.");
            screen.Out.WriteLine();
        }
    }

    /// <summary>Keys and values, each with its number of proposals: <c>published: false 12, draft: true 3</c>.</summary>
    private static string Counts(IReadOnlyList<KeyValueCount> counts)
    {
        var shown = counts.Take(FewOfOneKind)
            .Select(count => Invariant($"{Screen.Plain(count.Key)}: {Screen.Plain(count.Value)} {count.Proposals:N0}"));
        return string.Join(", ", shown) + (counts.Count > FewOfOneKind ? ", and others" : "");
    }

    private static string Shorten(string key, int width) => ShortText.Of(key, width, "...");

    private static void WriteFaults(Screen screen, string heading, IReadOnlyList<SourceFault> faults, int most)
    {
        if (faults.Count == 0)
        {
            return;
        }

        screen.Out.WriteLine(heading);
        var shown = most == int.MaxValue ? faults : [.. FewOfAKind(faults).Take(most)];
        foreach (var fault in shown)
        {
            string line = fault.Line is { } number ? Invariant($":{number}") : "";
            screen.Out.WriteLine($"  {Screen.Plain(fault.Path)}{line}: {Screen.Plain(fault.Cause)} {Screen.Plain(fault.Remedy)}");
        }

        if (faults.Count > shown.Count)
        {
            screen.Out.WriteLine(Invariant($"  and {faults.Count - shown.Count:N0} more, which --verbose lists."));
        }

        screen.Out.WriteLine();
    }

    /// <summary>The first few of those that have one remedy, so that a thousand of one kind do not hide the only one of another.</summary>
    private static IEnumerable<SourceFault> FewOfAKind(IReadOnlyList<SourceFault> faults)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return faults.Where(fault => (seen[fault.Remedy] = seen.GetValueOrDefault(fault.Remedy) + 1) <= FewOfOneKind);
    }

    private static string Size(long bytes) => bytes < 1_000_000 ? Invariant($"{bytes / 1e3:F1} kB") : Invariant($"{bytes / 1e6:F1} MB");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
