using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Ranking;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Search.Tests.Ranking;

/// <summary>The weights of feedback beside a plain twin, which counts words in the texts of all proposals anew for every term.</summary>
public sealed class FeedbackTwinTests
{
    private static readonly TermNormalizer Normalizer = new(AnalysisOptions.Default);

    private static readonly string[] Words =
        [
            "garden", "gardens", "river", "school", "Schools", "poverty", "2015", "café", "music", "youth", "the", "of", "well-being",
            "housing", "art", "arts", "others", "I", "x",
        ];

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 12)]
    [InlineData(4, 200)]
    public async Task Weights_OfRandomProposals_AreThoseCountedFromTheirTexts(int seed, int count)
    {
        var random = new Random(seed);
        var proposals = Enumerable.Range(0, count).Select(number => Proposal(number, random)).ToList();
        using var folder = new TemporaryFolder();
        using (var builder = BlockingCalls.EmbeddedBackend().Build(folder.Path))
        {
            proposals.ForEach(builder.Add);
            builder.Commit(Some.Metadata);
        }

        using var reader = await new EmbeddedStore().OpenAsync(folder.Path);
        var texts = new TermsOfDocuments(Normalizer, count, FunctionWords.Of(BuiltInLanguages.English));
        var compared = 0;
        foreach (var stem in Words.SelectMany(word => Analyzer.Stemmed(word, Normalizer)).Select(token => token.Term).Distinct())
        {
            var run = reader.Begin(TimeLimit.None);
            var hits = (await run.SearchAsync(new TermQuery(TermForm.Stemmed, stem), new SearchOptions { Top = Feedback.Hits })).Hits;
            var used = hits.Count == 0 ? [] : await texts.CommonToAsync(hits, run);
            var plain = hits.Count < 2 ? [] : Plain(hits, proposals);

            Assert.Equal(plain.Select(term => term.Term), used.Select(term => term.Term));
            Assert.All(used.Zip(plain), pair => Assert.Equal(pair.Second.Weight, pair.First.Weight, 1e-4));
            compared += used.Count;
        }

        Assert.True(compared > 10, $"{compared} weights compared");
    }

    private static Proposal Proposal(int number, Random random)
    {
        string Text(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => random.Next(3) == 0
            ? "rare" + (char)('a' + random.Next(26)) + (char)('a' + random.Next(26))
            : Words[random.Next(Words.Length)]));
        return Some.Proposal($"{number:0000}", Text(30), Text(60)) with
        {
            Title = Text(4),
            Organization = random.Next(2) == 0 ? Text(3) : null,
            Summary = random.Next(2) == 0 ? Text(9) : null,
        };
    }

    private static List<(string Term, double Weight)> Plain(IReadOnlyList<RankedDocument> found, List<Proposal> all)
    {
        var counts = all.ConvertAll(Counts);
        var average = found.Average(hit => counts[hit.Document].Values.Sum());
        var lengths = counts.ConvertAll(static one => one.Values.Sum());
        var hits = found.Where((hit, at) => !found.Take(at).Any(before => IsOneName(all[before.Document], all[hit.Document]))).ToList();
        var whole = all.ConvertAll(Counts);
        foreach (var hit in hits)
        {
            foreach (var token in Analyzer.Stemmed(all[hit.Document].Organization ?? "", Normalizer))
            {
                counts[hit.Document].Remove(token.Term);
            }
        }

        var terms = hits.SelectMany(hit => counts[hit.Document].Keys).Distinct()
            .Where(term => !term.Any(char.IsDigit) && term.Length > 1 && term != "other")
            .Where(term => hits.Count(hit => counts[hit.Document].ContainsKey(term)) >= 2)
            .Where(term => whole.Count(one => one.ContainsKey(term)) * 2 <= all.Count)
            .Select(term =>
            {
                double frequency = whole.Count(one => one.ContainsKey(term)), n = all.Count, sum = 0, rocchio = 0;
                for (var at = 0; at < hits.Count; at++)
                {
                    var inHit = counts[hits[at].Document].GetValueOrDefault(term);
                    var share = Math.Pow(hits[at].Score / hits[0].Score, 2);
                    sum += share * inHit;
                    rocchio += share * inHit / (inHit + (1.2 * (0.25 + (0.75 * lengths[hits[at].Document] / average))));
                }

                rocchio *= Math.Log(1 + ((n - frequency + 0.5) / (frequency + 0.5)));
                var expected = frequency / n;
                return (Term: term, Rocchio: rocchio, Bo1: (sum * Math.Log2((1 + expected) / expected)) + Math.Log2(1 + expected));
            }).ToList();
        var best = terms
            .Select(term => (term.Term, Weight: (term.Rocchio / terms.Max(one => one.Rocchio)) + (term.Bo1 / terms.Max(one => one.Bo1))))
            .OrderByDescending(term => Math.Round(term.Weight, 6)).ThenBy(term => term.Term, StringComparer.Ordinal).Take(30).ToList();
        var shares = best.ConvertAll(term => (term.Term, Weight: 0.5 * term.Weight / best[0].Weight));
        var added = shares.Sum(share => share.Weight * Rarity(whole, share.Term));
        return shares.ConvertAll(share => (share.Term, share.Weight * Math.Min(1, 2 * hits[0].Score / added)));
    }

    private static double Rarity(List<Dictionary<string, double>> all, string term)
    {
        double frequency = all.Count(one => one.ContainsKey(term));
        return Math.Log(1 + ((all.Count - frequency + 0.5) / (frequency + 0.5)));
    }

    /// <summary>Whether the names of two organizations are the same, or one of eight letters at least begins the other.</summary>
    private static bool IsOneName(Proposal one, Proposal other)
    {
        var names = new[] { Key(one), Key(other) }.OrderBy(static name => name.Length).ToArray();
        var begins = names[1].StartsWith(names[0], StringComparison.Ordinal);
        return names[0].Length > 0 && (names[0] == names[1] || (names[0].Length >= 8 && begins));
    }

    private static string Key(Proposal proposal) => OrganizationSpelling.KeyOf(proposal.Organization ?? "");

    private static Dictionary<string, double> Counts(Proposal proposal)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string? text, int weight)
        {
            foreach (var token in Analyzer.Stemmed(text ?? "", Normalizer))
            {
                counts[token.Term] = counts.GetValueOrDefault(token.Term) + weight;
            }
        }

        Add(proposal.Title, 3);
        Add(proposal.Organization, 2);
        Add(proposal.Summary, 1);
        foreach (var answer in proposal.Answers)
        {
            Add(answer.Text, 1);
        }

        return counts;
    }
}
