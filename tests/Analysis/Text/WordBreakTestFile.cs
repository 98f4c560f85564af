using System.Globalization;
using System.Text;

namespace ProposalSearch.Analysis.Tests.Text;

/// <summary>Reads lines of the format of Unicode's WordBreakTest.txt: code points in hexadecimal, ÷ for a boundary, × for none.</summary>
internal static class WordBreakTestFile
{
    /// <summary>Where the Debian package unicode-data puts it.</summary>
    public const string Path = "/usr/share/unicode/auxiliary/WordBreakTest.txt";

    /// <summary>The text of a line, and its boundaries in UTF-16 units, 0 left out.</summary>
    public static (string Text, List<int> Boundaries)? Parse(string line)
    {
        var fields = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        var boundaries = new List<int>();
        foreach (var field in fields.Skip(1))
        {
            if (field == "÷")
            {
                boundaries.Add(text.Length);
            }
            else if (field != "×")
            {
                text.Append(char.ConvertFromUtf32(int.Parse(field, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            }
        }

        return (text.ToString(), boundaries);
    }

    /// <summary>All boundaries of a text as <see cref="Analysis.Text.WordBoundaries"/> finds them, 0 left out.</summary>
    public static List<int> Boundaries(string text)
    {
        var found = new List<int>();
        for (var place = 0; place < text.Length;)
        {
            place = Analysis.Text.WordBoundaries.Next(text, place);
            found.Add(place);
        }

        return found;
    }
}
