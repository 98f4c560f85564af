namespace ProposalSearch.Indexer.Terminal;

/// <summary>Where the console writes to, and what it can show there.</summary>
/// <param name="Out">Results and reports.</param>
/// <param name="Error">Why nothing could be done.</param>
/// <param name="IsInteractive">Whether somebody watches: then there are colours and a progress bar.</param>
internal sealed record Screen(TextWriter Out, TextWriter Error, bool IsInteractive)
{
    private const string MarkOn = "\u001b[1;33m";
    private const string DimOn = "\u001b[2m";
    private const string Off = "\u001b[0m";

    /// <summary>The screen of this process.</summary>
    public static Screen OfProcess()
    {
        bool watched = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or "")
            && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        return new Screen(Console.Out, Console.Error, watched);
    }

    /// <summary>A match of a search.</summary>
    public string Mark(string text) => IsInteractive ? MarkOn + text + Off : $"[{text}]";

    /// <summary>Something less important.</summary>
    public string Dim(string text) => IsInteractive ? DimOn + text + Off : text;

    /// <summary>
    /// Text of a file or a query as a terminal may show it: control characters, which could move the cursor or change colours, are
    /// left out.
    /// </summary>
    public static string Plain(string text)
    {
        foreach (char character in text)
        {
            if (char.IsControl(character))
            {
                return string.Concat(text.Select(one => one is '\n' or '\t' ? " " : char.IsControl(one) ? "" : one.ToString()));
            }
        }

        return text;
    }
}
