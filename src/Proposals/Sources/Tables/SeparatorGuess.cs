using System.Runtime.InteropServices;

namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>
/// Which of <c>, ; tab |</c> separates the fields of a table: the one that splits most rows into equally many fields, whatever stands in
/// the headers; of several that split as many, the one that the first row has most of.
/// </summary>
internal static class SeparatorGuess
{
    private const string Separators = ",;\t|";

    /// <summary>So many rows tell.</summary>
    private const int MostRows = 200;

    /// <summary>The separator of a table.</summary>
    public static char Of(ReadOnlySpan<char> text)
    {
        var (best, bestRows, bestFirst) = (Separators[0], 0, 0);
        foreach (var separator in Separators)
        {
            var fields = FieldsOfRows(text, separator);
            var rows = Alike(fields);
            var first = fields.Count > 0 ? fields[0] : 0;
            if (rows > bestRows || (rows == bestRows && first > bestFirst))
            {
                (best, bestRows, bestFirst) = (separator, rows, first);
            }
        }

        return best;
    }

    /// <summary>How many rows have the number of fields that most rows of several fields have.</summary>
    private static int Alike(List<int> fields)
    {
        var counts = new Dictionary<int, int>();
        foreach (var count in fields.Where(static count => count > 1))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, count, out _)++;
        }

        return counts.Values.DefaultIfEmpty(0).Max();
    }

    /// <summary>
    /// The number of fields of each of the first rows. A quote opens a field only where one begins; two quotes within are one.
    /// </summary>
    private static List<int> FieldsOfRows(ReadOnlySpan<char> text, char separator)
    {
        var rows = new List<int>();
        var (fields, length, isQuoted) = (1, 0, false);
        for (var at = 0; at < text.Length && rows.Count < MostRows; at++)
        {
            var character = text[at];
            if (character == '"' && (isQuoted || length == 0))
            {
                isQuoted = !isQuoted;
                length = isQuoted && at > 0 && text[at - 1] == '"' ? 1 : 0;
            }
            else if (isQuoted)
            {
                continue;
            }
            else if (character == separator)
            {
                (fields, length) = (fields + 1, 0);
            }
            else if (character is '\r' or '\n')
            {
                AddRow(rows, fields, length);
                (fields, length) = (1, 0);
            }
            else if (character != ' ')
            {
                length++;
            }
        }

        AddRow(rows, fields, length);
        return rows;
    }

    private static void AddRow(List<int> rows, int fields, int length)
    {
        if (fields > 1 || length > 0)
        {
            rows.Add(fields);
        }
    }
}
