using System.Globalization;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Synonyms;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Tells what is in an index.</summary>
internal sealed class StatsCommand(SearchBackend backend, Screen screen)
{
    private const int MostValues = 1000;

    /// <summary>Writes counts and sizes; where asked for, also facet values and what they were made of.</summary>
    public async Task<int> RunAsync(string location, bool showsValues, CancellationToken stop)
    {
        using var index = await backend.OpenAsync(location, stop).ConfigureAwait(false);
        var statistics = await index.StatisticsAsync(stop).ConfigureAwait(false);
        Line("Build", index.Identity.Build);
        Line("Built", index.Identity.BuiltAt.ToString("u", CultureInfo.InvariantCulture));
        Line("Language", index.Language.Name);
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

        if (showsValues)
        {
            await WriteFacetsAsync(index, stop).ConfigureAwait(false);
            WriteFacetWordings(index.Metadata.FacetWordings);
        }

        return ExitCode.Done;
    }

    /// <summary>Writes words that may mean the same, and nothing else, so that the output is a part of a schema.</summary>
    public async Task<int> WriteSynonymsAsync(string location, CancellationToken stop)
    {
        using var index = await backend.OpenAsync(location, stop).ConfigureAwait(false);
        SynonymTable.Write(screen, index.Language.Code, await SynonymCandidates.FindAsync(index, stop).ConfigureAwait(false));
        return ExitCode.Done;
    }

    /// <summary>The values of each facet that is listed, with how many proposals have them.</summary>
    private async Task WriteFacetsAsync(ProposalIndex index, CancellationToken stop)
    {
        var response = await index.SearchAsync(new SearchRequest { PerPage = 0, FacetSize = MostValues }, stop).ConfigureAwait(false);
        foreach (var facet in response.Facets)
        {
            screen.Out.WriteLine();
            string values = Number(facet.Values.Count + facet.Other);
            screen.Out.WriteLine($"{Screen.Plain(facet.Label)} ({facet.Field}): {values} values, not stated by {Number(facet.Missing)}");
            foreach (var value in facet.Values)
            {
                screen.Out.WriteLine($"  {Number(value.Count),7}  {Screen.Plain(value.Label)}");
            }
        }
    }

    /// <summary>Under each facet, the texts of the files that are counted as something else.</summary>
    private void WriteFacetWordings(IReadOnlyList<FacetWording> wordings)
    {
        foreach (var facet in wordings.GroupBy(wording => wording.Field, StringComparer.Ordinal))
        {
            screen.Out.WriteLine();
            screen.Out.WriteLine($"Texts for {facet.Key} that are counted as other values:");
            foreach (var wording in facet)
            {
                string values = wording.Values.Count == 0 ? "(no value: searched only)" : string.Join(" + ", wording.Values);
                screen.Out.WriteLine($"  {Number(wording.Count),7}  {Screen.Plain(wording.Text)}  →  {Screen.Plain(values)}");
            }
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private void Line(string name, string value) => screen.Out.WriteLine($"{name,-10} {value}");
}
