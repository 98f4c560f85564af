using System.Text.RegularExpressions;

namespace ProposalSearch.Architecture.Tests;

/// <summary>
/// The members of types that have a block, by the lines of their file. Relies on the format that the build checks: a brace that opens a
/// block stands alone on its line, and the one that closes it begins a line at the same column.
/// </summary>
internal static partial class Members
{
    /// <summary>Each member with a block: where it begins, and its lines from its first to the brace that closes it.</summary>
    public static IEnumerable<(int Line, int Lines)> Of(string code)
    {
        var lines = code.Split('\n');
        for (var at = 1; at < lines.Length; at++)
        {
            var begin = Beginning(lines, at);
            if (lines[at].Trim() == "{" && IsWithinAType(lines, at) && IsMethod(string.Join(' ', lines[begin..at])))
            {
                yield return (begin + 1, End(lines, at) - begin + 1);
            }
        }
    }

    /// <summary>The first line of what stands before a brace: after the last line that ends something else.</summary>
    private static int Beginning(string[] lines, int brace)
    {
        var begin = brace;
        while (begin > 0 && lines[begin - 1].Trim() is var before && before.Length > 0 && !before.StartsWith("//", StringComparison.Ordinal)
            && !before.StartsWith('[') && before[^1] is not ('{' or '}' or ';'))
        {
            begin--;
        }

        return begin;
    }

    /// <summary>The brace around this one, which is one step to the left, opens a type.</summary>
    private static bool IsWithinAType(string[] lines, int brace)
    {
        var column = Column(lines[brace]);
        var outer = brace - 1;
        while (outer > 0 && !(lines[outer].Trim() == "{" && Column(lines[outer]) < column))
        {
            outer--;
        }

        return outer > 0 && TypeDeclaration().IsMatch(string.Join(' ', lines[Beginning(lines, outer)..outer]));
    }

    private static bool IsMethod(string declaration) => !TypeDeclaration().IsMatch(declaration) && !Initializer().IsMatch(declaration);

    private static int End(string[] lines, int brace)
    {
        var closing = lines[brace][..Column(lines[brace])] + "}";
        return Array.FindIndex(lines, brace, line => line.StartsWith(closing, StringComparison.Ordinal));
    }

    private static int Column(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|readonly|ref|partial|unsafe)\s+)*"
        + @"(?:class|struct|record|interface|enum)\b")]
    private static partial Regex TypeDeclaration();

    /// <summary>A field or property that is given its value: an equals sign before any parenthesis.</summary>
    [GeneratedRegex(@"^[^(]* =(?: |$)")]
    private static partial Regex Initializer();
}
