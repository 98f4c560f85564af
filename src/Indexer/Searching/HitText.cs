using System.Globalization;
using System.Text;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.Searching;

/// <summary>A hit as lines: rank, title, who and when, its id, and each passage under its question.</summary>
internal sealed class HitText(Terminal terminal)
{
    /// <summary>Writes it.</summary>
    public void Write(int rank, Hit hit)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rank,3}. {Marked(hit.Title, hit.TitleMatches, terminal.AsStrong)}"));
        terminal.Out.WriteLine("     " + terminal.AsQuiet(string.Join(" · ", Facts(hit))));
        foreach (var snippet in hit.Snippets)
        {
            terminal.Out.WriteLine("     " + terminal.AsQuiet(snippet.Question));
            terminal.Out.WriteLine("       " + Marked(snippet.Text, snippet.Matches, Terminal.Plain));
        }
    }

    private static IEnumerable<string> Facts(Hit hit)
    {
        if (hit.Organization is { } organization)
        {
            yield return organization;
        }

        if (hit.Year is { } year)
        {
            yield return year.ToString(CultureInfo.InvariantCulture);
        }

        yield return hit.Source;
    }

    private string Marked(string text, IReadOnlyList<TextSpan> matches, Func<string, string> between)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var match in matches)
        {
            marked.Append(match.Start > at ? between(text[at..match.Start]) : "");
            marked.Append(terminal.AsMark(text.Substring(match.Start, match.Length)));
            at = match.Start + match.Length;
        }

        return marked.Append(at < text.Length ? between(text[at..]) : "").ToString();
    }
}
