using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Words that somebody typed between asterisks where no markup is read, such as in the answer of a form: <c>*every* child</c>. The
/// asterisks go, the words stay. <c>2*3*4</c>, <c>*.md</c>, and an asterisk that marks a note stay as they are.
/// </summary>
internal static partial class Emphasis
{
    /// <summary>The text without such asterisks; the same instance where there are none. Addresses stay as they are.</summary>
    public static string Without(string text)
        => text.Contains('*', StringComparison.Ordinal) && !IsAddress(text) ? Stressed().Replace(text, "${words}") : text;

    private static bool IsAddress(string text)
        => text.Contains("://", StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    [GeneratedRegex(
        @"(?<=^|[\s(\[{""'“‘«—–])(?<stars>\*{1,3})(?<words>[\p{L}\p{N}""'“‘«(¡¿#$€£](?:[^*\n]{0,300}[^*\s])?)\k<stars>"
            + @"(?=$|[\s)\]}""'”’».,;:!?—–])",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Stressed();
}
