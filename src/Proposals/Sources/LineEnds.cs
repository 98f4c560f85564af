namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Ends of lines: those of Windows (<c>\r\n</c>) and of old Macs (<c>\r</c>) become <c>\n</c>. Each stays one line, so that lines keep
/// their numbers.
/// </summary>
internal static class LineEnds
{
    /// <summary>The text with <c>\n</c> for each end of a line.</summary>
    public static string Normalize(string text) => text.Contains('\r', StringComparison.Ordinal)
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : text;
}
