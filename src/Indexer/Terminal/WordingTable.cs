using System.Globalization;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>Writes what became of the wordings of questions, so that a curator can correct it in the schema.</summary>
internal static class WordingTable
{
    private const int LongestWording = 100;

    /// <summary>Writes how many wordings and words have a canonical question.</summary>
    public static void WriteSummary(Screen screen, IReadOnlyList<QuestionWording> wordings)
    {
        long words = wordings.Sum(wording => wording.Words);
        long under = wordings.Where(wording => wording.QuestionId is not null).Sum(wording => wording.Words);
        int listed = wordings.Count(wording => wording is { QuestionId: not null, Nearest: null });
        int alike = wordings.Count(wording => wording.Nearest is not null);
        int themselves = wordings.Count - listed - alike;
        double percent = words == 0 ? 0 : 100.0 * under / words;
        string counts = Invariant($"{listed:N0} the schema's, {alike:N0} by likeness, {themselves:N0} stay themselves");
        screen.Out.WriteLine(Invariant($"Questions   {wordings.Count:N0} wordings: {counts};"));
        screen.Out.WriteLine(Invariant($"            {percent:F1} % of {words:N0} words are under a canonical question"));
    }

    /// <summary>Writes a line for each wording.</summary>
    public static void WriteLines(Screen screen, IReadOnlyList<QuestionWording> wordings)
    {
        screen.Out.WriteLine("  answers    words  confidence  question       wording");
        foreach (var wording in wordings)
        {
            string confidence = wording.QuestionId is null ? "" : wording.Confidence.ToString("F2", CultureInfo.InvariantCulture);
            string near = wording.Nearest is { } nearest ? screen.Dim($"  (like: {Screen.Plain(Shorten(nearest))})") : "";
            string counts = Invariant($"{wording.Answers,7:N0} {wording.Words,8:N0}");
            string question = Screen.Plain(wording.QuestionId ?? "-");
            screen.Out.WriteLine($"  {counts}  {confidence,10}  {question,-13}  {Screen.Plain(Shorten(wording.Wording))}{near}");
        }
    }

    private static string Shorten(string wording) => ShortText.Of(wording, LongestWording, "...");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
