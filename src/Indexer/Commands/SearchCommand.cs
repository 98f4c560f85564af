using System.Globalization;
using System.Text;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Searches from the terminal: hits with their passages, each under its question.</summary>
internal sealed class SearchCommand(SearchBackend backend, Screen screen)
{
    /// <summary>Nobody else waits for what one person asks here, on a machine that may be busy with other things.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Searches, shows, and tells the exit code.</summary>
    public async Task<int> RunAsync(string location, string words, int limit, CancellationToken stop)
    {
        using var index = await backend.OpenAsync(location, stop).ConfigureAwait(false);
        var request = new SearchRequest { Text = words, PerPage = limit, Facets = [], TimeBudget = Patience };
        var response = await index.SearchAsync(request, stop).ConfigureAwait(false);
        string counts = string.Create(CultureInfo.InvariantCulture, $"{response.Total:N0} of {index.Identity.Documents:N0}");
        screen.Out.WriteLine($"{counts} proposals match {Screen.Plain(response.Query.Interpreted)}");
        WriteNotes(response);
        foreach (var bet in response.BestBets)
        {
            screen.Out.WriteLine();
            screen.Out.WriteLine(screen.Dim($"Recommended by the archive: {Screen.Plain($"{bet.Text} {bet.Link}".Trim())}"));
            bet.Hits.ToList().ForEach(WriteHit);
        }

        var lacksWords = false;
        foreach (var hit in response.Hits)
        {
            if (hit.Partial && !lacksWords)
            {
                lacksWords = true;
                screen.Out.WriteLine();
                string more = response.PartialTotal.ToString("N0", CultureInfo.InvariantCulture);
                screen.Out.WriteLine($"{more} more have some of the words:");
            }

            WriteHit(hit);
        }

        return ExitCode.Done;
    }

    private void WriteNotes(SearchResponse response)
    {
        if (response.Query.Corrected is { } other)
        {
            screen.Out.WriteLine($"Nothing has {Screen.Plain(response.Query.Text)}; these are results for {Screen.Plain(other)}.");
        }

        if (response.Query.Relaxed)
        {
            screen.Out.WriteLine("Nothing has all of the words; these have some of them.");
        }

        if (response.Query.OtherFormsOnly.Count > 0)
        {
            var typed = Screen.Plain(string.Join(", ", response.Query.OtherFormsOnly));
            screen.Out.WriteLine($"Nothing has {typed} as typed; these have other words of the same stem.");
        }

        foreach (var word in response.Query.Synonyms)
        {
            screen.Out.WriteLine($"Also found for {Screen.Plain(word.Word)}: {Screen.Plain(string.Join(", ", word.Also))}");
        }

        if (response.DidYouMean is { } better)
        {
            screen.Out.WriteLine($"Did you mean: {Screen.Plain(better)}");
        }

        foreach (string warning in response.Warnings)
        {
            screen.Out.WriteLine(screen.Dim(Screen.Plain(warning)));
        }
    }

    private void WriteHit(Hit hit)
    {
        screen.Out.WriteLine();
        screen.Out.WriteLine(Marked(hit.Title, hit.TitleMatches));
        string year = hit.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        string about = string.Join(", ", new[] { Screen.Plain(hit.Organization ?? ""), year, hit.Id }.Where(part => part.Length > 0));
        screen.Out.WriteLine(screen.Dim(about));
        foreach (var snippet in hit.Snippets)
        {
            screen.Out.WriteLine($"  {screen.Dim(Screen.Plain(snippet.Question))}");
            var (text, matches) = JoinedLines.Of(snippet.Text, snippet.Matches);
            screen.Out.WriteLine($"    {Marked(text, matches)}");
        }

        if (hit.MissingWords.Count > 0)
        {
            screen.Out.WriteLine(screen.Dim($"  without {Screen.Plain(string.Join(", ", hit.MissingWords))}"));
        }
    }

    private string Marked(string text, IReadOnlyList<TextSpan> matches)
    {
        var marked = new StringBuilder();
        int at = 0;
        foreach (var match in matches)
        {
            marked.Append(Screen.Plain(text[at..match.Start])).Append(screen.Mark(Screen.Plain(text.Substring(match.Start, match.Length))));
            at = match.Start + match.Length;
        }

        return marked.Append(Screen.Plain(text[at..])).ToString();
    }
}
