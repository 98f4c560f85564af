using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProposalSearch.Analysis.Forms;

/// <summary>
/// Names and keys as they are compared: letters in lower case and without accents, by the table that <see cref="TermNormalizer"/>
/// has. Unlike there a possessive 's stays, and so does what is no letter or digit, for it may divide a name.
/// </summary>
public static class Folding
{
    /// <summary>
    /// The folded text: <c>Décision № 7</c> is <c>decision № 7</c>, <c>STRASSE</c> and <c>Straße</c> are <c>strasse</c>. Accents that
    /// are characters of their own go; marks that are one character or two, in either order, are the same.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var valid = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var read) == OperationStatus.Done;
            var letter = text.AsSpan(at, read);
            folded.Append(valid && IsFolded(rune) && CodePointMap.Folding.TryGet(rune.Value, out var replacement) ? replacement : letter);
            at += read;
        }

        var letters = folded.ToString().ToCharArray();
        MarkOrder.Sort(letters);
        return new string(letters);
    }

    private static bool IsFolded(Rune rune)
        => Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
