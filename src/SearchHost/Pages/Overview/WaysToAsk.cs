using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>Something that can be typed, for the page that tells how to search.</summary>
/// <param name="Typed">What is typed.</param>
/// <param name="Meaning">The key of the sentence that says what it finds.</param>
/// <param name="Finds">Whether any proposal of this archive has it.</param>
internal sealed record WayToAsk(string Typed, string Meaning, bool Finds);

/// <summary>
/// How one can ask, shown with two words of this archive's own example searches, so that who tries it sees proposals; with words of grant
/// archives where the examples have no such pair.
/// </summary>
internal static class WaysToAsk
{
    private const int LettersOfABeginning = 5;

    private static readonly (string Asked, string Meaning)[] Ways =
    [
        ("about.ask.words", "about.how.words"),
        ("about.ask.phrase", "about.how.phrase"),
        ("about.ask.or", "about.how.or"),
        ("about.ask.not", "about.how.not"),
        ("about.ask.beginning", "about.how.beginning"),
        ("about.ask.field", "about.how.field"),
    ];

    /// <summary>The ways, each with whether it finds something here.</summary>
    public static async Task<IReadOnlyList<WayToAsk>> OfAsync(PageFrame frame, IndexSnapshot snapshot, CancellationToken cancellation)
    {
        var examples = await ExampleSearches.OfAsync(frame.Site, snapshot, cancellation).ConfigureAwait(false);
        var (one, other) = Pair(frame.Words, examples);
        var beginning = one[..Math.Min(one.Length, LettersOfABeginning)];
        return await Task.WhenAll(Ways.Select(WayAsync)).ConfigureAwait(false);

        async Task<WayToAsk> WayAsync((string Asked, string Meaning) way)
        {
            var typed = frame.Words.Text(way.Asked, ("one", one), ("other", other), ("beginning", beginning));
            return new WayToAsk(
                typed, way.Meaning, await ExampleSearches.TotalAsync(snapshot, typed, cancellation).ConfigureAwait(false) > 0);
        }
    }

    private static (string One, string Other) Pair(Words words, IReadOnlyList<string> examples)
    {
        var pairs = examples.Select(static example => example.Split(' '))
            .Where(static pair => pair.Length == 2 && pair.All(static word => word.Length > 0 && word.All(char.IsLetter)));
        return pairs.FirstOrDefault() is [var one, var other] ? (one, other)
            : (words.Text("about.ask.one"), words.Text("about.ask.other"));
    }
}
