using ProposalSearch.Analysis.Forms;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Language;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// How well a real archive reads what people paste into the box. A part of the conformance suite; a backend's test project derives
/// from it.
/// </summary>
public abstract class ArchiveReadingConformance(ITestOutputHelper output) : IDisposable
{
    private const int Pasted = 400;
    private const int Mistyped = 500;
    private const int LeastLength = 80;
    private const int MostLength = 2_000;
    private const int Seed = 11;

    private readonly string _folder = Directory.CreateTempSubdirectory("reading-").FullName;

    /// <summary>The backend under test.</summary>
    protected abstract SearchBackend CreateBackend();

    [SharedFact("corpora", "la2050-archive")]
    public async Task Answers_ThatArePasted_FindTheirOwnProposalAmongTheFirstThree()
    {
        var (index, proposals) = Open();
        using var opened = index;
        var random = new Random(Seed);
        var answers = Written(proposals);
        var (found, first, lost) = (0, 0, new List<string>());
        foreach (var (id, text) in Enumerable.Range(0, Pasted).Select(_ => answers[random.Next(answers.Count)]))
        {
            var request = new SearchRequest { Text = text, PerPage = 3, Facets = [], Snippets = 0, TimeBudget = null };
            var hits = (await index.SearchAsync(request)).Hits.Select(hit => hit.Id).ToList();
            found += hits.Contains(id) ? 1 : 0;
            first += hits.FirstOrDefault() == id ? 1 : 0;
            lost.AddRange(hits.Contains(id) ? [] : [$"{id}: {text[..Math.Min(text.Length, 120)]}"]);
        }

        output.WriteLine(
            $"la2050-archive: {Pasted} pasted answers (seed {Seed}): {found} find their own proposal among the first three, {first} first");
        Assert.True(lost.Count == 0, string.Join(Environment.NewLine, lost));
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Words_WithOneLetterWrong_AreRightAtOnceInNineOfTen()
    {
        var (index, proposals) = Open();
        using var opened = index;
        var words = proposals.SelectMany(proposal => proposal.Answers).SelectMany(answer => Words(answer.Text)).ToArray();
        var known = words.ToHashSet(StringComparer.Ordinal);
        var (random, wrong, right) = (new Random(Seed), new List<string>(), 0);
        for (var tried = 0; tried < Mistyped;)
        {
            var word = words[random.Next(words.Length)];
            var typed = Slip(word, random);
            if (word.Length < 4 || FunctionWords.Contains(word) || known.Contains(typed))
            {
                continue;
            }

            tried++;
            var query = (await index.SearchAsync(new SearchRequest { Text = typed, PerPage = 0, Facets = [], TimeBudget = null })).Query;
            var isRight = PlainStem.Of(query.Corrected ?? typed) == PlainStem.Of(word);
            right += isRight ? 1 : 0;
            wrong.AddRange(isRight ? [] : [$"{word} as {typed}: {query.Corrected ?? "nothing"}"]);
        }

        output.WriteLine(
            $"la2050-archive: {Mistyped} words with one letter wrong, drawn by frequency (seed {Seed}): {right} right at once");
        output.WriteLine(string.Join("; ", wrong));
        Assert.InRange(right, Mistyped * 9 / 10, Mistyped);
    }

    private static IEnumerable<string> Words(string text) => Analyzer.Exact(text, new TermNormalizer(AnalysisOptions.Default))
        .Select(token => token.Term).Where(word => word.All(char.IsAsciiLetter));

    /// <summary>A word with one letter changed, left out, added, or swapped with its neighbour.</summary>
    private static string Slip(string word, Random random)
    {
        var (at, letter) = (random.Next(word.Length), (char)('a' + random.Next(26)));
        return random.Next(4) switch
        {
            0 => word[..at] + letter + word[(at + 1)..],
            1 => word.Remove(at, 1),
            2 => word.Insert(at, letter.ToString()),
            _ => at == 0 ? word : word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..],
        };
    }

    /// <summary>Answers that somebody wrote rather than chose from a list: with a long line that no other answer has.</summary>
    private static List<(string Id, string Text)> Written(IReadOnlyList<Proposal> proposals)
    {
        var answers = proposals.SelectMany(proposal => proposal.Answers.Select(answer => (proposal.Id, answer.Text))).ToList();
        var lines = answers.SelectMany(answer => Lines(answer.Text)).CountBy(line => line).ToDictionary();
        return answers.FindAll(answer => answer.Text.Length <= MostLength && Lines(answer.Text).Any(line => lines[line] == 1));
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Where(line => line.Length >= LeastLength).Distinct(StringComparer.Ordinal);

    private (ProposalIndex Index, IReadOnlyList<Proposal> Proposals) Open()
    {
        var source = SharedCorpus.Path("corpora", "la2050-archive")!;
        var recording = new RecordingBackend();
        BlockingCalls.RunPipeline(new IndexingOptions(source, "unused", null), recording.Backend, TimeProvider.System);
        BlockingCalls.RunPipeline(new IndexingOptions(source, _folder, null), CreateBackend(), TimeProvider.System);
        return (CreateBackend().Open(_folder), [.. recording.Added]);
    }

    /// <summary>Removes the index.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes the index.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
