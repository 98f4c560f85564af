using System.Globalization;
using ProposalSearch.Search.Synonyms;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>Candidates for synonyms in the form of a schema, to choose from, each with the reason as a comment.</summary>
internal static class SynonymTable
{
    /// <summary>Writes them.</summary>
    public static void Write(Screen screen, string language, IReadOnlyList<SynonymCandidate> candidates)
    {
        screen.Out.WriteLine(
            "# Words that stand between the same words. Keep the lines whose words mean the same, and paste them into your schema.");
        screen.Out.WriteLine("synonyms:");
        screen.Out.WriteLine($"  {language}:{(candidates.Count == 0 ? " []" : "")}");
        foreach (var candidate in candidates)
        {
            var counts = string.Create(
                CultureInfo.InvariantCulture,
                $"likeness {candidate.Likeness:F2}, in {candidate.Proposals:N0} and {candidate.CandidateProposals:N0}");
            var why = string.Join("; ", candidate.Between);
            var words = $"['\"{candidate.Word}\"', '\"{candidate.Candidate}\"']";
            screen.Out.WriteLine($"    - {words}   # {counts} proposals: {Screen.Plain(why)}");
        }
    }
}
