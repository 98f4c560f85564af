using System.Numerics;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Analysis.Recognition;

/// <summary>
/// Tells which language texts are written in, from their function words, and from the script where that tells. It reads the first
/// hundred words of prose. One for each text that may be in a language of its own. Not thread-safe.
/// </summary>
public sealed class LanguageTeller
{
    private const int WordsRead = 100;

    /// <summary>A shorter text is a name or a value: it says little, and often in another language.</summary>
    private const int ShortestProse = 20;

    /// <summary>Function words that a text needs to tell anything: three may be names, as in "La Mirada, El Monte, Los Angeles".</summary>
    private const int FewestFound = 4;

    /// <summary>Of a hundred words so many at least are function words in prose of any language; in lists of names fewer are.</summary>
    private const int FewestOfHundred = 15;

    private static readonly Dictionary<string, ulong> Known = Tabulate();
    private static readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Codes = [.. LanguageWords.All.Select(static language => language.Code), "zh", "ja", "ko", "th", "he"];
    private static readonly int Longest = Known.Keys.Max(static word => word.Length);

    private readonly int[] _found = new int[Codes.Length];
    private int _words;
    private int _characters;

    /// <summary>The English name of a language that may be told; the code itself for any other.</summary>
    public static string NameOf(string code) => code switch
    {
        "zh" => "Chinese",
        "ja" => "Japanese",
        "ko" => "Korean",
        "th" => "Thai",
        "he" => "Hebrew",
        _ => LanguageWords.All.FirstOrDefault(language => language.Code == code).Name ?? code,
    };

    /// <summary>Takes a text in.</summary>
    public void Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < ShortestProse && !HasWideCharacters(text))
        {
            return;
        }

        _characters += text.Length;
        var words = new WordEnumerator(text);
        while (_words < WordsRead && words.MoveNext())
        {
            Count(text.AsSpan(words.Start, words.Length));
        }
    }

    /// <summary>What the texts are written in.</summary>
    public WrittenIn Tell()
    {
        var best = 0;
        for (var language = 1; language < _found.Length; language++)
        {
            best = _found[language] > _found[best] ? language : best;
        }

        var isTold = _found[best] >= FewestFound && _found[best] * 100 >= _words * FewestOfHundred;
        return new WrittenIn(isTold ? Codes[best] : "", _characters);
    }

    private void Count(ReadOnlySpan<char> word)
    {
        _words++;
        var languages = word.Length <= Longest && Lookup.TryGetValue(word, out var known) ? known
            : word[0] >= '\u0590' ? OfScript(word[0])
            : 0;
        for (; languages != 0; languages &= languages - 1)
        {
            _found[BitOperations.TrailingZeroCount(languages)]++;
        }
    }

    // Ideographs may be Chinese or Japanese, kana are Japanese; a run of Thai is one word, and Hangul is in words.
    private static ulong OfScript(char first) => first switch
    {
        >= '\u3400' and <= '\u9FFF' => Bit("zh") | Bit("ja"),
        >= '\u3041' and <= '\u30FF' => Bit("ja"),
        >= '\uAC00' and <= '\uD7A3' => Bit("ko"),
        >= '\u0E01' and <= '\u0E5B' => Bit("th"),
        >= '\u05D0' and <= '\u05EA' => Bit("he"),
        _ => 0,
    };

    private static ulong Bit(string code) => 1UL << Array.IndexOf(Codes, code);

    private static bool HasWideCharacters(string text) => text.AsSpan().ContainsAnyInRange('\u3041', '\uD7A3');

    private static Dictionary<string, ulong> Tabulate()
    {
        var known = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        for (var language = 0; language < LanguageWords.All.Length; language++)
        {
            foreach (var word in LanguageWords.All[language].Words.Split(' '))
            {
                known[word] = known.GetValueOrDefault(word) | (1UL << language);
                known[word.Replace('\'', '\u2019')] = known[word];
            }
        }

        return known;
    }
}
