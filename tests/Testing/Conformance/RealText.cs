using System.Text.RegularExpressions;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// Proposals with the texts of real ones, for twins: their words, sentences, lengths and repetitions, in letters from a to z. Signs, digits
/// and other
/// letters are taken out, since what a word is has tests of its own, and backends may part such words differently.
/// </summary>
public sealed partial class RealText
{
    private RealText(IReadOnlyList<Proposal> proposals, IndexMetadata metadata) => (Proposals, Metadata) = (proposals, metadata);

    /// <summary>The proposals, in the order of their ids.</summary>
    public IReadOnlyList<Proposal> Proposals { get; }

    /// <summary>Facets and questions.</summary>
    public IndexMetadata Metadata { get; }

    /// <summary>All proposals of a folder.</summary>
    public static RealText Of(string folder)
    {
        var reader = new RecordingBackend();
        BlockingCalls.RunPipeline(new IndexingOptions(folder, "unused", null), reader.Backend, TimeProvider.System);
        return new RealText([.. reader.Added.Select(Plain)],
            new IndexMetadata { Fingerprint = "real", Facets = reader.Committed!.Facets, Questions = reader.Committed.Questions });
    }

    /// <summary>More proposals of the same texts: each has some of their answers, and some of these many times over.</summary>
    public RealText Repeated(int count, int times, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var answers = Proposals.SelectMany(proposal => proposal.Answers).ToList();
        return new RealText(
            [.. Enumerable.Range(0, count).Select(Make).OrderBy(proposal => proposal.Id, StringComparer.Ordinal)], Metadata);

        Proposal Make(int number) => Proposals[number % Proposals.Count] is var one
            ? one with { Id = $"{one.Id}-{number}", Answers = [.. Enumerable.Range(0, random.Next(7)).Select(_ => Again(AnyAnswer()))] }
            : one;

        Answer AnyAnswer() => answers[random.Next(answers.Count)];

        Answer Again(Answer answer)
        {
            int often = random.Next(3) == 0 ? random.Next(2, times) : 1;
            return answer with { Text = string.Join(' ', Enumerable.Repeat(answer.Text, often)) };
        }
    }

    private static Proposal Plain(Proposal proposal) => proposal with
    {
        Title = Plain(proposal.Title) is { Length: > 0 } title ? title : "untitled",
        Summary = proposal.Summary is { } summary ? Plain(summary) : null,
        Organization = proposal.Organization is { } organization ? Plain(organization) : null,
        Answers = [.. proposal.Answers.Select(answer => answer with { Text = Plain(answer.Text) })],
    };

    private static string Plain(string text) => Between().Replace(text, static match =>
        match.ValueSpan.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : match.ValueSpan.Contains('.') ? ". " : " ").Trim();

    /// <summary>All but words of two letters or more.</summary>
    [GeneratedRegex("(?:[^A-Za-z]|(?<![A-Za-z])[A-Za-z](?![A-Za-z]))+")]
    private static partial Regex Between();
}
