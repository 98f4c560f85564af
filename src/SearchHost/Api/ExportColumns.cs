using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Api;

/// <summary>The columns of a CSV export: those that <c>columns</c> names, in its order, or all but pictures and answers.</summary>
internal sealed class ExportColumns
{
    private const string Parameter = "columns";
    private const string Answers = "answers";
    private const string OtherAnswers = Answers + ".other";
    private static readonly string[] First = ["id", "title", "organization", "year", "summary"];
    private static readonly string[] Last = ["score", "source", "url"];
    private readonly IReadOnlyList<(string Name, Cell Cell)> _columns;

    private ExportColumns(IReadOnlyList<(string Name, Cell Cell)> columns) => _columns = columns;

    private delegate string? Cell(Hit hit, Proposal? proposal, string root);

    /// <summary>The names, for the first row.</summary>
    public IReadOnlyList<string> Names => [.. _columns.Select(static column => column.Name)];

    /// <summary>Whether rows are made of whole proposals.</summary>
    public bool HaveAnswers => _columns.Any(static column => column.Name.StartsWith(Answers + ".", StringComparison.Ordinal));

    /// <summary>Reads the columns of a request; each counts once.</summary>
    public static ExportColumns Read(IReadOnlyList<Parameter> parameters, IndexSnapshot snapshot, FaultList faults)
    {
        var canonical = snapshot.Index.Metadata.Questions.Select(static question => $"{Answers}.{question.Id}");
        List<string> questions = [.. canonical, OtherAnswers];
        var facets = snapshot.Facets.Keys.Where(field => !First.Contains(field, StringComparer.Ordinal)).ToList();
        List<string> usual = [.. First, .. facets, .. Last];
        List<string> known = [.. usual, "image", .. questions];
        const StringSplitOptions Cleanly = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var asked = parameters.Where(static parameter => parameter.Name == Parameter)
            .SelectMany(static parameter => parameter.Value.Split(',', Cleanly))
            .SelectMany(name => name == Answers ? questions : [name])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var name in asked.Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            faults.Add("unknown_column", Parameter, () => $"There is no column '{Shown.Short(name)}'. {Hint(name, known)}");
        }

        return new ExportColumns([.. (asked.Count == 0 ? usual : asked).Select(name => (name, CellOf(name)))]);
    }

    /// <summary>The row of a match.</summary>
    /// <param name="hit">The match.</param>
    /// <param name="proposal">The whole proposal, where <see cref="HaveAnswers"/>.</param>
    /// <param name="root">The host's address.</param>
    public IReadOnlyList<string?> Row(Hit hit, Proposal? proposal, string root)
        => [.. _columns.Select(column => column.Cell(hit, proposal, root))];

    private static string Hint(string name, IReadOnlyList<string> known)
        => NearestName.Of(name, known.Append(Answers)) is { } meant
            ? $"Did you mean {meant}?"
            : $"There are {string.Join(", ", known)}, and answers for all answers.";

    private static Cell CellOf(string name) => name switch
    {
        "id" => static (hit, _, _) => hit.Id,
        "title" => static (hit, _, _) => hit.Title,
        "organization" => static (hit, _, _) => hit.Organization,
        "year" => static (hit, _, _) => hit.Year?.ToString(CultureInfo.InvariantCulture),
        "summary" => static (hit, _, _) => hit.Summary,
        "image" => static (hit, _, _) => hit.Image,
        "score" => static (hit, _, _) => hit.Score.ToString("0.####", CultureInfo.InvariantCulture),
        "source" => static (hit, _, _) => hit.Source,
        "url" => static (hit, _, root) => ProposalAddress.Page(root, hit.Id),
        OtherAnswers => static (_, proposal, _) => Joined(proposal!.Answers
            .Where(static answer => answer.QuestionId is null)
            .Select(static answer => $"{answer.Question}\n{answer.Text}")),
        _ when name.StartsWith(Answers + ".", StringComparison.Ordinal) => AnswersTo(name[(Answers.Length + 1)..]),
        _ => (hit, _, _) => hit.Facets.TryGetValue(name, out var values) ? string.Join("; ", values) : null,
    };

    private static Cell AnswersTo(string question) => (_, proposal, _) => Joined(
        proposal!.Answers.Where(answer => answer.QuestionId == question).Select(static answer => answer.Text));

    private static string Joined(IEnumerable<string> answers) => string.Join("\n\n", answers);
}
