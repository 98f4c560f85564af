using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Search.Completing;

/// <summary>
/// Collects phrases and writes them for <see cref="SuggestionsReader"/>, as <see cref="SuggestionFormat"/> says. The same phrases in
/// any order give the same bytes. Not thread-safe.
/// </summary>
internal sealed class SuggestionsWriter
{
    /// <summary>Of a longer phrase, the words behind these are shown but not found.</summary>
    public const int MaxWords = 64;

    private readonly TermNormalizer _normalizer;
    private readonly Dictionary<(string Text, byte Kind), SuggestionPhrase> _phrases = [];

    /// <summary>A writer without phrases.</summary>
    /// <param name="normalizer">Gives words their exact form; the reader needs one with the same options.</param>
    public SuggestionsWriter(TermNormalizer normalizer)
    {
        ArgumentNullException.ThrowIfNull(normalizer);
        _normalizer = normalizer;
    }

    /// <summary>
    /// Adds a phrase. One with the text and kind of an earlier phrase adds its weight to that. A phrase without a word cannot be found
    /// and is left out.
    /// </summary>
    public void Add(SuggestionPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (!float.IsFinite(phrase.Weight))
        {
            throw new ArgumentException(
                $"The weight of '{phrase.Text}' is {phrase.Weight}: weights are compared and added, so give a finite number.",
                nameof(phrase));
        }

        var key = (phrase.Text, phrase.Kind);
        if (_phrases.TryGetValue(key, out var known))
        {
            phrase = known with { Weight = known.Weight + phrase.Weight };
        }

        _phrases[key] = phrase;
    }

    /// <summary>Writes all phrases.</summary>
    /// <returns>The bytes to give to <see cref="SuggestionsReader.Open"/>.</returns>
    public ReadOnlyMemory<byte> Write()
    {
        var file = new ByteWriter();
        var phrases = _phrases.Values.Select(phrase => (Phrase: phrase, Words: Words(phrase.Text)))
            .Where(pair => pair.Words.Length > 0).ToList();
        phrases.Sort((a, b) => Compare(a.Phrase, b.Phrase));
        var words = SortedWords(phrases.Select(pair => pair.Words));
        var slots = new SlotTable(phrases.ConvertAll(pair => Array.ConvertAll(pair.Words, word => words.Numbers[word])));

        var texts = phrases.ConvertAll(pair => Encoding.UTF8.GetBytes(pair.Phrase.Text));
        file.Values<int>([phrases.Count, words.Sorted.Count, slots.Count, 0]);
        file.Values<long>([Length(words.Sorted), Length(texts)]);
        WriteStrings(file, words.Sorted);
        WriteStrings(file, texts);
        WriteAligned<float>(file, phrases.ConvertAll(pair => pair.Phrase.Weight).ToArray());
        WriteAligned<byte>(file, phrases.ConvertAll(pair => pair.Phrase.Kind).ToArray());
        slots.Write(file);
        return file.Written;
    }

    private static int Compare(SuggestionPhrase a, SuggestionPhrase b)
    {
        var order = b.Weight.CompareTo(a.Weight);
        order = order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
        return order != 0 ? order : a.Kind.CompareTo(b.Kind);
    }

    private static (List<byte[]> Sorted, Dictionary<string, int> Numbers) SortedWords(IEnumerable<string[]> phrases)
    {
        var distinct = phrases.SelectMany(words => words).Distinct(StringComparer.Ordinal).ToList();
        var sorted = distinct.ConvertAll(word => (Word: word, Bytes: Encoding.UTF8.GetBytes(word)));
        sorted.Sort((a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));
        var numbers = new Dictionary<string, int>(sorted.Count, StringComparer.Ordinal);
        for (var number = 0; number < sorted.Count; number++)
        {
            numbers.Add(sorted[number].Word, number);
        }

        return (sorted.ConvertAll(pair => pair.Bytes), numbers);
    }

    private static long Length(List<byte[]> strings) => strings.Sum(bytes => (long)bytes.Length);

    private static void WriteStrings(ByteWriter file, List<byte[]> strings)
    {
        var ends = new uint[strings.Count];
        uint end = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = end = checked(end + (uint)strings[i].Length);
        }

        WriteAligned<uint>(file, ends);
        strings.ForEach(bytes => file.Bytes(bytes));
        file.Align(8);
    }

    private static void WriteAligned<T>(ByteWriter file, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        file.Values(values);
        file.Align(8);
    }

    private string[] Words(string text) => [.. Analyzer.Exact(text, _normalizer).Take(MaxWords).Select(token => token.Term)];
}
