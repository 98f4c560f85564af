using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using static System.FormattableString;

namespace ProposalSearch.Wordings;

/// <summary>
/// How many wordings that the schema has never seen find their question: <c>dotnet run -c Release --project bench/Wordings -- [ARCHIVE]
/// [--wordings FILE] [--each]</c>. The wordings of a file are judged by a person; without one they are those that a funder might write next
/// year. Of an archive with a folder for each year, each year's own wordings are hidden from the schema in turn and then asked. Each figure
/// is printed for several thresholds, so that the curve is seen; with <c>--each</c> also every wording that is not right.
/// </summary>
internal static class Program
{
    private static readonly double[] Thresholds = [0.40, 0.45, 0.50, 0.525, 0.55, 0.575, 0.60, 0.625, 0.65, 0.70, 0.80];

    private static async Task Main(string[] arguments)
    {
        var schema = SchemaFile.BuiltIn();
        var own = Path.Combine(AppContext.BaseDirectory, "next-year.txt");
        var isEach = arguments.Contains("--each");
        var wordings = Judged.Read(Option(arguments, "--wordings") ?? own);
        Write("Wordings of next year", isWeighted: false, [(wordings, schema)], isEach);
        Write("The schema's own wordings, a tenth left out at a time", isWeighted: false, [.. Folds.Of(schema)], isEach);
        if (arguments.Length == 0 || arguments[0].StartsWith('-'))
        {
            return;
        }

        var years = await Archive.ReadAsync(arguments[0]);
        foreach (var isOthersOnly in new[] { false, true })
        {
            var left = years.Keys.Select(year => Archive.LeaveOut(years, year, schema, isOthersOnly)).ToList();
            var known = isOthersOnly ? "by those of other years alone" : "by all others";
            Write($"Each year's own wordings, {known}", isWeighted: true, left, isEach);
            WriteYears(years, [.. left]);
        }
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private static void Write(
        string title, bool isWeighted, IReadOnlyList<(IReadOnlyList<Judged> Wordings, ProposalSchema Schema)> parts, bool isEach)
    {
        Console.WriteLine($"\n{title}\nthreshold {Outcome.Header(isWeighted)}");
        foreach (var threshold in Thresholds)
        {
            var outcome = new Outcome();
            foreach (var (wordings, schema) in parts)
            {
                Ask(outcome, wordings, schema with { Likeness = schema.Likeness with { Threshold = threshold } }, each: false);
            }

            var mark = threshold == parts[0].Schema.Likeness.Threshold ? "*" : " ";
            Console.WriteLine(Invariant($"{threshold,8:F3}{mark} {outcome.Row(isWeighted)}"));
        }

        foreach (var (wordings, schema) in parts.Where(_ => isEach))
        {
            Ask(new Outcome(), wordings, schema, each: true);
        }
    }

    private static void WriteYears(
        IReadOnlyDictionary<string, IReadOnlyList<QuestionWording>> years,
        IReadOnlyList<(IReadOnlyList<Judged> Wordings, ProposalSchema Schema)> left)
    {
        foreach (var (year, (wordings, schema)) in years.Keys.Zip(left))
        {
            var outcome = new Outcome();
            Ask(outcome, wordings, schema, each: false);
            Console.WriteLine(Invariant($"{year,9} {outcome.Row(isWeighted: true)}"));
        }
    }

    private static void Ask(Outcome outcome, IReadOnlyList<Judged> wordings, ProposalSchema schema, bool each)
    {
        var finder = new QuestionFinder(schema);
        foreach (var wording in wordings)
        {
            var match = finder.Match(wording.Text);
            outcome.Add(wording, match.QuestionId);
            var isRight = match.QuestionId is { } id ? wording.Questions.Contains(id) : wording.Questions.Count == 0;
            if (each && !isRight)
            {
                var meant = string.Join(' ', wording.Questions);
                Console.WriteLine(Invariant($"  {match.QuestionId ?? "-"} {match.Confidence:F2} for {meant}: {wording.Text}"));
            }
        }
    }
}
