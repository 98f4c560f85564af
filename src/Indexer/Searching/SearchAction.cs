using System.Globalization;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.Searching;

/// <summary>Searches an index for somebody at a terminal.</summary>
internal sealed class SearchAction(ISearchBackend backend, Terminal terminal, TimeProvider time)
{
    /// <summary>Does it, and returns the exit code.</summary>
    public int Run(string folder, string words, int limit)
    {
        using var index = backend.Open(folder);
        var started = time.GetTimestamp();
        var pending = index.SearchAsync(new SearchRequest { Text = words, PerPage = limit, Facets = [] });
        var response = pending.IsCompleted ? pending.GetAwaiter().GetResult() : pending.AsTask().GetAwaiter().GetResult();
        Head(response, index.Identity.Documents, time.GetElapsedTime(started));
        for (var rank = 0; rank < response.Hits.Count; rank++)
        {
            new HitText(terminal).Write(rank + 1, response.Hits[rank]);
        }

        return ExitCode.Done;
    }

    private void Head(SearchResponse response, long documents, TimeSpan elapsed)
    {
        var words = response.Query.Interpreted.Length == 0 ? "" : $" for {Terminal.Plain(response.Query.Interpreted)}";
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Terminal.Number(response.Total)} of {Terminal.Number(documents)} proposals{words} ({elapsed.TotalMilliseconds:0.0} ms)"));
        if (response.DidYouMean is { } better)
        {
            terminal.Out.WriteLine($"Did you mean: {Terminal.Plain(better)}");
        }

        foreach (var warning in response.Warnings)
        {
            terminal.Out.WriteLine(terminal.AsQuiet(warning));
        }
    }
}
