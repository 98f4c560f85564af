using System.Text;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Analysis.Forms;

/// <summary>
/// The order of the marks behind a letter. Where two marks do not touch, such as a Thai vowel below and a tone above, people type either
/// first and see the same; the canonical order makes them one (Unicode, 3.11).
/// </summary>
internal static class MarkOrder
{
    // No script has so many marks on a letter; behind them a text made to take long is left as it is (the limit is that of UAX 15, 13).
    private const int MostMarks = 30;

    private const char FirstMark = '\u0300';
    private const int BlockBits = 6;

    private static readonly byte[]?[] Blocks = Read();

    /// <summary>Puts the marks of a text into their order.</summary>
    public static void Sort(Span<char> text)
    {
        var at = text.IndexOfAnyInRange(FirstMark, char.MaxValue);
        Span<char> mark = stackalloc char[2];
        while (at >= 0 && at < text.Length)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            var to = at;
            if (Of(rune) is > 0 and var order)
            {
                for (var marks = 0; marks < MostMarks && StandsBehind(text[..to], order, out var before); marks++)
                {
                    to -= before;
                }
            }

            if (to < at)
            {
                text.Slice(at, length).CopyTo(mark);
                text[to..at].CopyTo(text[(to + length)..]);
                mark[..length].CopyTo(text[to..]);
            }

            at += length;
        }
    }

    /// <summary>Whether the last character of a text is a mark that belongs behind one of a class; and how many units it has.</summary>
    private static bool StandsBehind(ReadOnlySpan<char> text, int order, out int length)
    {
        length = 0;
        return !text.IsEmpty && Rune.DecodeLastFromUtf16(text, out var rune, out length) is 0 && Of(rune) > order;
    }

    /// <summary>The canonical combining class of a character; 0 for what is no such mark.</summary>
    private static int Of(Rune rune) => Blocks[rune.Value >> BlockBits]?[rune.Value & ((1 << BlockBits) - 1)] ?? 0;

    private static byte[]?[] Read()
    {
        var blocks = new byte[]?[0x110000 >> BlockBits];
        var numbers = new EncodedNumbers(Convert.FromBase64String(MarkOrderData.Encoded));
        for (var last = 0; !numbers.AtEnd;)
        {
            var first = last + numbers.Next();
            last = first + numbers.Next() - 1;
            var order = (byte)numbers.Next();
            for (var code = first; code <= last; code++)
            {
                (blocks[code >> BlockBits] ??= new byte[1 << BlockBits])[code & ((1 << BlockBits) - 1)] = order;
            }
        }

        return blocks;
    }
}
