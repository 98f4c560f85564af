using System.Buffers;
using System.Globalization;

namespace ProposalSearch.Indexer;

/// <summary>Where the indexer writes to, and what may be written there.</summary>
/// <param name="Out">Takes results and reports.</param>
/// <param name="Error">Takes the reason when nothing could be done.</param>
/// <param name="IsInteractive">Whether a person looks on: a progress bar moves then. Otherwise progress is plain lines.</param>
/// <param name="HasColor">Whether escape sequences for colour may be written.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, bool HasColor)
{
    private const string Mark = "\u001B[1;33m";
    private const string Quiet = "\u001B[2m";
    private const string Strong = "\u001B[1m";
    private const string Reset = "\u001B[0m";

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(static code => (char)code)]);

    /// <summary>That of this process. Colour needs a terminal, and no <c>NO_COLOR</c> in the environment.</summary>
    public static Terminal OfProcess()
    {
        var isInteractive = !Console.IsOutputRedirected;
        var mayColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(Console.Out, Console.Error, isInteractive, isInteractive && mayColor);
    }

    /// <summary>A number with commas between thousands.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Bytes as people read them.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.00} GB"),
    };

    /// <summary>A text of the data, on one line and without characters that a terminal would obey.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAny(Controls))
        {
            return text;
        }

        return string.Create(text.Length, text, static (plain, source) =>
        {
            for (var at = 0; at < plain.Length; at++)
            {
                plain[at] = char.IsControl(source[at]) ? ' ' : source[at];
            }
        });
    }

    /// <summary>A text to look at first.</summary>
    public string AsStrong(string text) => HasColor ? Strong + Plain(text) + Reset : Plain(text);

    /// <summary>A text to look at last.</summary>
    public string AsQuiet(string text) => HasColor ? Quiet + Plain(text) + Reset : Plain(text);

    /// <summary>A word that was searched for.</summary>
    public string AsMark(string text) => HasColor ? Mark + Plain(text) + Reset : Plain(text);
}
