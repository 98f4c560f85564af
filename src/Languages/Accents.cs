using System.Collections.Frozen;
using System.Text;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Languages;

/// <summary>
/// Letters whose accents are characters of their own, as some systems write them, made the one letter that stemmers know. The
/// runtime does so only with a library of the system.
/// </summary>
internal static class Accents
{
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Letters = new (char Mark, string Composed)[]
    {
        ('\u0300', "àèìòùẁỳǹ"),
        ('\u0301', "áéíóúýćńśźĺŕǵẃάέήίόύώ"),
        ('\u0302', "âêîôûĉĝĥĵŝŵŷ"),
        ('\u0303', "ãẽĩõũñ"),
        ('\u0304', "āēīōūȳ"),
        ('\u0306', "ăĕğĭŏŭй"),
        ('\u0307', "ȧėġżċ"),
        ('\u0308', "äëïöüÿёϊϋ"),
        ('\u030A', "åů"),
        ('\u030B', "őű"),
        ('\u030C', "čďěľňřšťžǎ"),
        ('\u0326', "șț"),
        ('\u0327', "çģķļņŗşţ"),
        ('\u0328', "ąęįų"),
    }.SelectMany(static marked => marked.Composed.Select(letter => (Parts: (Folding.Of($"{letter}")[0], marked.Mark), Letter: letter)))
        .ToFrozenDictionary(static known => known.Parts, static known => known.Letter);

    /// <summary>A word in small letters, with each letter that has an accent behind it as one; one that is not known stays two.</summary>
    public static string Compose(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return word;
        }

        var composed = new StringBuilder(word.Length);
        foreach (var unit in word)
        {
            if (composed.Length > 0 && Letters.TryGetValue((composed[^1], unit), out var letter))
            {
                composed[^1] = letter;
            }
            else
            {
                composed.Append(unit);
            }
        }

        return composed.ToString();
    }
}
