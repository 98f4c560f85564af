namespace ProposalSearch.Search.Completing;

/// <summary>
/// Where the parts of the completions lie. Phrases are numbered by weight, greatest first, so that of two phrases the lower number is the
/// better answer. Words are the distinct exact forms, numbered in the order of their UTF-8 bytes. A slot is a word at its place in
/// a phrase; the slots of a phrase follow each other.
/// </summary>
/// <remarks>
/// Each part begins on a multiple of 8.
/// <code>
/// header       int32   phrases; words; slots; zero
///              int64   bytes of all words; of all texts
/// words        strings: uint32 for each, where it ends in the bytes; the bytes
/// texts        strings, by phrase
/// weights      float32 by phrase
/// kinds        byte by phrase
/// ends         int32 by phrase: the slot after its last
/// slot words   int32 by slot: the number of its word
/// slot phrases int32 by slot: the number of its phrase
/// starts       int32 by phrase: first slots, sorted by the words from there to the end of the phrase, then by phrase
/// start bests  int32 for each 64 of them: the lowest phrase among them
/// inner        int32: all other slots, sorted alike
/// inner bests  int32 for each 64 of them
/// </code>
/// Example: one phrase "LA up", weight 1, kind 2:
/// <code>
///   0  01 00 00 00  02 00 00 00  02 00 00 00  00 00 00 00
///  16  04 00 00 00 00 00 00 00  05 00 00 00 00 00 00 00
///  32  02 00 00 00  04 00 00 00   6C 61 75 70  00 00 00 00     "la" ends at 2, "up" at 4
///  48  05 00 00 00  00 00 00 00   4C 41 20 75 70  00 00 00     "LA up"
///  64  00 00 80 3F  00 00 00 00                                weight 1
///  72  02           00 00 00 00 00 00 00                       kind 2
///  80  02 00 00 00  00 00 00 00                                its slots end at 2
///  88  00 00 00 00  01 00 00 00                                words 0 and 1
///  96  00 00 00 00  00 00 00 00                                both of phrase 0
/// 104  00 00 00 00  00 00 00 00   00 00 00 00  00 00 00 00     slot 0 starts a phrase; the best is phrase 0
/// 120  01 00 00 00  00 00 00 00   00 00 00 00  00 00 00 00     slot 1 does not
/// </code>
/// </remarks>
internal readonly struct SuggestionFormat
{
    /// <summary>Slots that share one best phrase.</summary>
    public const int Block = 64;

    /// <summary>Bytes of the header.</summary>
    public const int HeaderBytes = 32;

    private SuggestionFormat(BlobBytes file)
    {
        var counts = file.Slice<int>(0, 4);
        var bytes = file.Slice<long>(16, 2);
        (Phrases, Words, Slots) = (counts[0], counts[1], counts[2]);
        if (Phrases < 0 || Words < 0 || Slots < Phrases || bytes.ContainsAnyExceptInRange(0, uint.MaxValue))
        {
            throw file.Damaged($"it states {Phrases} phrases, {Words} words and {Slots} slots, which cannot be");
        }

        var place = (long)HeaderBytes;
        WordEnds = Part(ref place, 4L * Words);
        WordBytes = Part(ref place, bytes[0]);
        TextEnds = Part(ref place, 4L * Phrases);
        TextBytes = Part(ref place, bytes[1]);
        Weights = Part(ref place, 4L * Phrases);
        Kinds = Part(ref place, Phrases);
        Ends = Part(ref place, 4L * Phrases);
        SlotWords = Part(ref place, 4L * Slots);
        SlotPhrases = Part(ref place, 4L * Slots);
        Starts = Part(ref place, 4L * Phrases);
        StartBests = Part(ref place, 4L * Blocks(Phrases));
        Inner = Part(ref place, 4L * (Slots - Phrases));
        InnerBests = Part(ref place, 4L * Blocks(Slots - Phrases));
        End = place;
    }

    public int Phrases { get; }

    public int Words { get; }

    public int Slots { get; }

    public long WordEnds { get; }

    public long WordBytes { get; }

    public long TextEnds { get; }

    public long TextBytes { get; }

    public long Weights { get; }

    public long Kinds { get; }

    public long Ends { get; }

    public long SlotWords { get; }

    public long SlotPhrases { get; }

    public long Starts { get; }

    public long StartBests { get; }

    public long Inner { get; }

    public long InnerBests { get; }

    /// <summary>Where the last part ends.</summary>
    public long End { get; }

    /// <summary>Reads the header, and checks that all parts are there.</summary>
    public static SuggestionFormat Read(BlobBytes file)
    {
        var format = new SuggestionFormat(file);
        _ = file.Slice(format.End, 0);
        return format;
    }

    /// <summary>How many blocks hold this many slots.</summary>
    public static int Blocks(int slots) => (slots + Block - 1) / Block;

    private static long Part(ref long place, long bytes)
    {
        var start = place;
        place += (bytes + 7) & ~7L;
        return start;
    }
}
