using System.Globalization;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.Inspection;

/// <summary>Says what is in an index.</summary>
internal sealed class StatsAction(ISearchBackend backend, Terminal terminal)
{
    /// <summary>Does it, and returns the exit code.</summary>
    public int Run(string folder)
    {
        using var index = backend.Open(folder);
        var statistics = index.Statistics();
        Line("Build", index.Identity.Build);
        Line("Built at", index.Identity.BuiltAt.ToString("u", CultureInfo.InvariantCulture));
        Line("Backend", index.Identity.Backend);
        Line("Proposals", Terminal.Number(statistics.Documents));
        Line("Words", Terminal.Number(statistics.Tokens));
        Line("Terms", Terminal.Number(statistics.Terms));
        Line("Segments", Terminal.Number(statistics.Segments));
        Line("Size", Terminal.Size(statistics.Bytes));
        Line("Facets", string.Join(", ", index.Metadata.Facets.Select(static facet => facet.Field)));
        Line("Questions", string.Join(", ", index.Metadata.Questions.Select(static question => question.Id)));
        foreach (var file in statistics.Files)
        {
            terminal.Out.WriteLine($"  {file.Name,-40} {Terminal.Size(file.Bytes),12}");
        }

        return ExitCode.Done;
    }

    private void Line(string what, string value) => terminal.Out.WriteLine($"{what,-12}{Terminal.Plain(value)}".TrimEnd());
}
