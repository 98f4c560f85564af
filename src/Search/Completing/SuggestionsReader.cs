using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Completing;

/// <summary>
/// Completes what somebody is typing: finds the phrases that have the typed words next to each other, the last of them possibly
/// unfinished, beginning at any word. "colleges" and "organizations, and coll" find "Level Up: Students, Organizations, and Colleges".
/// Words of 4 letters or more may have one letter wrong, of 8 or more two, but not more than <see cref="MaxEdits"/> together.
/// </summary>
/// <remarks>
/// Answers come in this order: fewest edits; phrases that begin so before others; greatest weight; text. <see cref="SuggestionFormat"/>
/// has the bytes. Thread-safe.
/// </remarks>
internal sealed class SuggestionsReader
{
    /// <summary>Letters typed wrong, all words together.</summary>
    public const int MaxEdits = 2;

    /// <summary>The most words that are completed; whoever types more is not looking for a phrase.</summary>
    public const int MaxTypedWords = 16;

    // A pasted page is not typed text: it is not even taken apart.
    private const int MaxTypedLength = 2_000;

    private readonly BlobBytes _file;
    private readonly SuggestionFormat _format;
    private readonly TermNormalizer _normalizer;

    private SuggestionsReader(BlobBytes file, SuggestionFormat format, TermNormalizer normalizer)
    {
        _file = file;
        _format = format;
        _normalizer = normalizer;
    }

    /// <summary>Phrases that can be found.</summary>
    public int Count => _format.Phrases;

    /// <summary>Opens completions.</summary>
    /// <param name="file">What <see cref="SuggestionsWriter.Write"/> returned.</param>
    /// <param name="normalizer">One with the options of the writer's.</param>
    /// <exception cref="UnreadableBytesException">The parts do not fit into the bytes.</exception>
    public static SuggestionsReader Open(BlobBytes file, TermNormalizer normalizer)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(normalizer);
        return new SuggestionsReader(file, SuggestionFormat.Read(file), normalizer);
    }

    /// <summary>As the other method, for as long as it takes.</summary>
    public IReadOnlyList<Completion> Complete(string typed, int limit) => Complete(typed, limit, TimeLimit.None);

    /// <summary>The best completions of a typed text, at most <paramref name="limit"/> of them; none for a text without a word.</summary>
    /// <param name="typed">
    /// Any text. Its last word counts as unfinished when it stands at the very end: "los" finds "Lost", "los " does not.
    /// </param>
    /// <param name="limit">At least 0; meant for a short list.</param>
    /// <param name="time">How long it may take.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="TimeExceededException">The time is spent.</exception>
    /// <exception cref="UnreadableBytesException">The bytes are not what was written.</exception>
    public IReadOnlyList<Completion> Complete(string typed, int limit, TimeLimit time)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var tokens = Analyzer.Exact(typed.Length <= MaxTypedLength ? typed : "", _normalizer);
        if (limit == 0 || tokens.Count is 0 or > MaxTypedWords)
        {
            return [];
        }

        var unfinished = tokens[^1].End == typed.Length;
        var words = tokens.ConvertAll(token => new TypedWord(token.Term, unfinished && token == tokens[^1]));
        try
        {
            var search = new CompletionSearch(_file, _format, words, limit, time);
            return [.. search.Run().Select(found => Describe(found.Phrase, found.Slot, found.Edits, words.Count))];
        }
        catch (Exception fault) when (fault is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new UnreadableBytesException("The completions of the index are not as they were written. Build the index anew.", fault);
        }
    }

    private Completion Describe(int phrase, int slot, int edits, int words)
    {
        var text = Text(phrase);
        var place = slot - (phrase == 0 ? 0 : _file.Slice<int>(_format.Ends, _format.Phrases)[phrase - 1]);
        var tokens = Analyzer.Exact(text, _normalizer);
        var (start, end) = (tokens[place].Start, tokens[place + words - 1].End);
        return new Completion(
            text,
            _file.Slice<float>(_format.Weights, _format.Phrases)[phrase],
            _file.Slice(_format.Kinds, _format.Phrases)[phrase],
            edits,
            start,
            end - start);
    }

    private string Text(int phrase)
    {
        var ends = _file.Slice<uint>(_format.TextEnds, _format.Phrases);
        var start = phrase == 0 ? 0 : ends[phrase - 1];
        return Encoding.UTF8.GetString(_file.Slice(_format.TextBytes + start, (int)(ends[phrase] - start)));
    }
}
