using System.Collections.Frozen;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Headings, and keys that hardly another file has, that say something which the texts below them do not: somebody who has read the
/// proposal looks for these words too. Questions of forms, and headings that most proposals have, say nothing about one of them.
/// </summary>
internal static class OwnHeadings
{
    /// <summary>The question under which they are searched.</summary>
    public const string Question = "Headings";

    private const int ShortestWord = 3;

    /// <summary>Headings of requests for comments and of applications that no schema takes for a question.</summary>
    private static readonly FrozenSet<string> Usual = new[]
    {
        "abstract", "acknowledgements", "acknowledgments", "actors", "alternatives", "alternatives considered", "appendix", "authors",
        "background", "backward compatibility", "backwards compatibility", "budget", "caveats", "changelog", "conclusion",
        "considerations", "constraints", "contents", "contributors", "copyright", "definitions", "dependencies", "description", "design",
        "design details", "detailed design", "details", "discussion", "drawbacks", "errors", "events", "examples", "faq", "feedback",
        "footnotes", "functions", "future possibilities", "future work", "glossary", "goals", "guide-level explanation", "history",
        "how to teach this", "how to use", "implementation", "implementation history", "interface", "introduction", "license",
        "limitations", "links", "methodology", "methods", "motivation", "next steps", "nomenclature", "non-goals", "notes", "open issues",
        "open questions", "overview", "partners", "prior art", "privacy considerations", "problem", "proposal", "proposed solution",
        "purpose", "rationale", "rationale and alternatives", "reference implementation", "reference-level explanation", "references",
        "rejected ideas", "related work", "requirements", "resources", "revision history", "risks", "risks and mitigations", "scope",
        "security considerations", "security implications", "semantics", "simple summary", "source compatibility", "specification",
        "stakeholders", "status", "summary", "syntax", "table of contents", "team", "terminology", "terms", "test cases", "test plan",
        "tests", "timeline", "unresolved questions", "usage", "use case", "use cases", "user stories", "version history",
    }.Select(Wording.Normalize).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The headings with a word that no text has, on a line each; empty where there are none.</summary>
    /// <param name="headings">Headings that are no known question, each by itself, as the file has them.</param>
    /// <param name="texts">The texts of the proposal: its title and answers.</param>
    public static string Missing(IEnumerable<string> headings, IEnumerable<string> texts)
    {
        var own = headings.Select(static part => part.Trim())
            .Where(static part => part.Length > 0 && !Usual.Contains(Wording.Normalize(part)))
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
