using System.Collections.Concurrent;

namespace ProposalSearch.Proposals;

/// <summary>
/// Remembers what was found for a text: an archive says the same few things thousands of times. Safe for use by several threads at once.
/// </summary>
/// <param name="longest">A longer text, in characters, is not remembered.</param>
/// <param name="find">Finds what belongs to a text; always the same for the same text.</param>
internal sealed class TextCache<TFound>(int longest, Func<string, TFound> find)
{
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<string, TFound> _found = new(StringComparer.Ordinal);
    private int _remembered;

    /// <summary>What was found for a text, now or before.</summary>
    public TFound Of(string text)
    {
        if (_found.TryGetValue(text, out var found))
        {
            return found;
        }

        found = find(text);
        if (text.Length <= longest && Interlocked.Increment(ref _remembered) <= MostRemembered)
        {
            _found[text] = found;
        }

        return found;
    }
}
