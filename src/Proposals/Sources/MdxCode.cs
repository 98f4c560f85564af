using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// What a program reads of an MDX file and nobody else: lines that import or export, and the tags of components. What stands between tags
/// is text.
/// </summary>
internal static partial class MdxCode
{
    /// <summary>The Markdown of a file; lines stay where they are, and code that is shown stays as it is.</summary>
    public static string Without(string mdx)
    {
        var lines = mdx.Split('\n');
        var (isShown, isStatement) = (false, false);
        for (var at = 0; at < lines.Length; at++)
        {
            isShown ^= lines[at].AsSpan().TrimStart() is ['`', '`', '`', ..] or ['~', '~', '~', ..];
            if (isShown)
            {
                continue;
            }

            var begins = Statement().IsMatch(lines[at]);
            if (begins || isStatement)
            {
                isStatement = !IsEnd(lines[at], at + 1 < lines.Length ? lines[at + 1] : "");
                lines[at] = "";
            }
            else
            {
                lines[at] = Comment().Replace(Tag().Replace(lines[at], ""), "");
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>
    /// A statement ends with its line, unless a bracket is open that a later line closes; an empty line ends it in any case.
    /// </summary>
    private static bool IsEnd(string line, string next)
    {
        if (string.IsNullOrWhiteSpace(next))
        {
            return true;
        }

        var isOpen = line.AsSpan().TrimEnd() is [.., '{' or '(' or '[' or ','] || next.AsSpan().TrimStart() is ['}', ..];
        return !isOpen && (line.Contains(';', StringComparison.Ordinal) || !char.IsWhiteSpace(next[0]));
    }

    [GeneratedRegex(
        """
        ^(?:import\s+(?:["'].*["'];?\s*$|[\w*{},$\s]+\sfrom\s+["']|(?:\w+,\s*)?\{[\w,$\s]*$)
          |export\s+(?:default|const|let|var|function|async|class|\{|\*)(?:\W|$))
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();

    /// <summary>A tag whose name begins with a capital, as those of components do.</summary>
    [GeneratedRegex("""</?[A-Z][\w.]*(?:\s(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)?/?>""", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{/\*.*?\*/\}", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
