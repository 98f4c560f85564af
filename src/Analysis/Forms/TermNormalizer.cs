using System.Buffers;
using System.Text;

namespace ProposalSearch.Analysis.Forms;

/// <summary>
/// Turns a word, as <see cref="Text.WordEnumerator"/> finds it, into the two forms of the index: the exact form, which quotes match,
/// and the stemmed form, which plain words match. Each depends on the word alone. Without folding, the stemmed form of English is that of
/// Lucene's EnglishAnalyzer. Immutable and thread-safe; allocates nothing, but for stems of other languages than English.
/// </summary>
public sealed class TermNormalizer
{
    /// <summary>
    /// The most UTF-16 units that one unit of a word becomes in its exact form; the stemmed form is never longer than the exact.
    /// </summary>
    public const int MaxExpansion = 4;

    /// <summary>Room enough for either form of any word that <see cref="Text.WordEnumerator"/> finds.</summary>
    public const int MaxTermLength = Text.WordEnumerator.MaxLength * MaxExpansion;

    private readonly AnalysisOptions _options;
    private readonly ILanguage? _other;

    /// <summary>A normalizer with these options.</summary>
    public TermNormalizer(AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _other = options.Language == BuiltInLanguages.English ? null : options.Language;
    }

    /// <summary>The words of a text in this language.</summary>
    public Text.WordEnumerator Words(ReadOnlySpan<char> text) => new(text, _other?.PartsCharacters == true);

    /// <summary>
    /// Writes the exact form and returns its length: what the language only writes together with the word is taken off (a possessive 's of
    /// English, an article before an apostrophe), letters become lower case and, with <see cref="AnalysisOptions.FoldAccents"/>, accents
    /// go. Never empty for a word that is not.
    /// </summary>
    /// <param name="word">A word; any text is accepted.</param>
    /// <param name="destination">Room for <see cref="MaxExpansion"/> times the word; must not overlap it.</param>
    public int Exact(ReadOnlySpan<char> word, Span<char> destination)
    {
        word = Bare(word);
        if (destination.Length < word.Length)
        {
            throw TooShort(word.Length, destination.Length);
        }

        for (var i = 0; i < word.Length; i++)
        {
            var unit = word[i];
            if (unit >= 0x80)
            {
                return ExactBeyondAscii(word, i, destination);
            }

            destination[i] = (uint)(unit - 'A') <= 'Z' - 'A' ? (char)(unit | 0x20) : unit;
        }

        return word.Length;
    }

    /// <summary>The exact form of a text, taken as one word.</summary>
    public string Fold(ReadOnlySpan<char> text)
    {
        var folded = new char[text.Length * MaxExpansion];
        return new string(folded, 0, Exact(text, folded));
    }

    /// <summary>The exact form of a text, taken as one word.</summary>
    public string Fold(string text) => Fold(text.AsSpan());

    /// <summary>The stemmed form of a text, taken as one word; empty for a stop word.</summary>
    public string Stem(ReadOnlySpan<char> text)
    {
        var stem = new char[text.Length * MaxExpansion];
        return new string(stem, 0, Stemmed(text, stem.AsSpan(0, Exact(text, stem)), stem));
    }

    /// <summary>Writes the stemmed form of a word and returns its length; 0 for a stop word.</summary>
    /// <param name="word">The word as it is written.</param>
    /// <param name="exact">What <see cref="Exact"/> wrote of it.</param>
    /// <param name="destination">Room for <see cref="MaxExpansion"/> times the word; may be the memory of <paramref name="exact"/>.</param>
    public int Stemmed(ReadOnlySpan<char> word, ReadOnlySpan<char> exact, Span<char> destination) => _other is null
        ? Stemmed(exact, destination)
        : Folded(_other.Stem(Bare(word).ToString()), destination);

    /// <summary>
    /// The stemmed form that a word of a document also has because somebody may type it without its accents; <see langword="null"/> where
    /// that is the same, and in English, whose stems know no accents.
    /// </summary>
    /// <param name="exact">What <see cref="Exact"/> wrote of the word.</param>
    /// <param name="stemmed">Its stemmed form, which is not empty.</param>
    public string? StemmedWithoutAccents(ReadOnlySpan<char> exact, ReadOnlySpan<char> stemmed)
    {
        if (_other?.Stem(exact.ToString()) is not { } stem)
        {
            return null;
        }

        var room = new char[stem.Length * MaxExpansion];
        var folded = room.AsSpan(0, Folded(stem, room));
        return folded.SequenceEqual(stemmed) ? null : folded.ToString();
    }

    /// <summary>Writes the stemmed form of an exact form of English or of no language, and returns its length; 0 for a stop word.</summary>
    /// <param name="exact">What <see cref="Exact"/> wrote.</param>
    /// <param name="destination">Room for as many units as <paramref name="exact"/> has; may be the same memory.</param>
    public int Stemmed(ReadOnlySpan<char> exact, Span<char> destination)
    {
        if (_options.StopWords && EnglishStopWords.Contains(exact))
        {
            return 0;
        }

        if (destination.Length < exact.Length)
        {
            throw TooShort(exact.Length, destination.Length);
        }

        exact.CopyTo(destination);
        return _options.Stem ? PorterStemmer.Stem(destination[..exact.Length]) : exact.Length;
    }

    private ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => _other is null
        ? EnglishLanguage.WithoutPossessive(word)
        : word[_other.Bare(word)];

    private int Folded(string? stem, Span<char> destination)
    {
        if (stem is null)
        {
            return 0;
        }

        return Ascii.IsValid(stem) && Ascii.ToLower(stem, destination, out int length) == OperationStatus.Done
            ? length
            : ExactBeyondAscii(stem, 0, destination);
    }

    private int ExactBeyondAscii(ReadOnlySpan<char> word, int done, Span<char> destination)
    {
        if (!_options.FoldAccents)
        {
            return Map(CodePointMap.LowerCase, word, done, destination);
        }

        var length = Map(CodePointMap.Folding, word, done, destination);
        MarkOrder.Sort(destination[..length]);
        return length > 0 ? length : Map(CodePointMap.LowerCase, word, 0, destination);
    }

    private static int Map(CodePointMap map, ReadOnlySpan<char> word, int place, Span<char> destination)
    {
        var length = place;
        while (place < word.Length)
        {
            var valid = Rune.DecodeFromUtf16(word[place..], out var rune, out var read) == OperationStatus.Done;
            var text = valid && map.TryGet(rune.Value, out var replacement) ? replacement : word.Slice(place, read);
            if (length + text.Length > destination.Length)
            {
                throw TooShort(MaxExpansion * word.Length, destination.Length);
            }

            text.CopyTo(destination[length..]);
            length += text.Length;
            place += read;
        }

        return length;
    }

    private static ArgumentException TooShort(int needed, int actual) => new(
        $"The destination has room for {actual} UTF-16 units, but the form of this word may need {needed}: "
        + $"give {nameof(MaxExpansion)} times the length of the word, or {nameof(MaxTermLength)}.");
}
