using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Headings, and keys that hardly another file has, that say something which the texts below them do not: somebody who has read the
/// proposal looks for these words too. Questions of forms, and headings that many proposals have, say nothing about one of them.
/// </summary>
internal static class OwnHeadings
{
    private const int ShortestWord = 3;

    /// <summary>The headings with a word that no text has, on a line each; empty where there are none.</summary>
    /// <param name="headings">Headings that are no question and not usual in the archive, each by itself, as the file has them.</param>
    /// <param name="texts">The texts of the proposal: its title and answers.</param>
    public static string Missing(IEnumerable<string> headings, IEnumerable<string> texts)
    {
        var own = headings.Select(static part => part.Trim())
            .Where(static part => part.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (own.Count == 0)
        {
            return "";
        }

        var said = texts.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', own.Where(heading => Words(heading).Any(word => !said.Contains(word))));
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var normalizer = Normalizer;
        var all = normalizer.Words(text);
        while (all.MoveNext())
        {
            if (all.Length >= ShortestWord && normalizer.Stem(text.AsSpan(all.Start, all.Length)) is { Length: > 0 } stem)
            {
                words.Add(stem);
            }
        }

        return words;
    }

    private static TermNormalizer Normalizer { get; } = new(AnalysisOptions.Default);
}
