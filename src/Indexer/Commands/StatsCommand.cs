using System.Globalization;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Tells what is in an index.</summary>
internal sealed class StatsCommand(ISearchBackend backend, Screen screen)
{
    /// <summary>Writes counts and sizes.</summary>
    public int Run(string folder)
    {
        using var index = backend.Open(folder);
        var statistics = index.Statistics();
        Line("Build", index.Identity.Build);
        Line("Built", index.Identity.BuiltAt.ToString("u", CultureInfo.InvariantCulture));
        Line("Proposals", Number(statistics.Documents));
        Line("Words", Number(statistics.Tokens));
        Line("Terms", Number(statistics.Terms));
        Line("Segments", Number(statistics.Segments));
        Line("Size", string.Create(CultureInfo.InvariantCulture, $"{statistics.Bytes / 1e6:F1} MB"));
        Line("Facets", string.Join(", ", index.Metadata.Facets.Select(facet => facet.Field)));
        foreach (var file in statistics.Files)
        {
            screen.Out.WriteLine($"  {file.Name,-28} {Number(file.Bytes),15}");
        }

        if (index.Metadata.Wordings.Count > 0)
        {
            screen.Out.WriteLine();
            WordingTable.WriteSummary(screen, index.Metadata.Wordings);
            WordingTable.WriteLines(screen, index.Metadata.Wordings);
        }

        return ExitCode.Done;
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private void Line(string name, string value) => screen.Out.WriteLine($"{name,-10} {value}");
}
