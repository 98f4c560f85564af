using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

public sealed class PhraseMatcherTests
{
    [Fact]
    public void Frequency_DifferentTermsAnywhere_EqualsThePlainTwin()
    {
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var (terms, positions) = Lists(random);
            var slop = random.Next(6);
            var matcher = new PhraseMatcher([.. terms.Select(term => term.Position)], [.. Enumerable.Range(0, terms.Length)], slop);
            for (var term = 0; term < terms.Length; term++)
            {
                positions[term].Select(one => one.Position).ToArray().CopyTo(matcher.Room(term, positions[term].Length), 0);
                matcher.SetCount(term, positions[term].Length);
            }

            var expected = slop == 0 ? PlainPhrase.Exact(terms, positions) : PlainPhrase.Sloppy(terms, positions, slop);
            var places = terms.Select((term, i) => $"@{term.Position}: {string.Join(' ', positions[i].Select(one => one.Position))}");
            var where = $"seed {seed}, slop {slop}: {string.Join("; ", places)}";
            Assert.True(
                Math.Abs(expected - matcher.Frequency(TimeLimit.None)) < 1e-5,
                $"{where}: {matcher.Frequency(TimeLimit.None)}, expected {expected}");
            Assert.True(PlainPhrase.FewestMoves(terms, positions) <= slop == matcher.Matches.Count > 0, where);
            Assert.True(Math.Abs(expected - matcher.Matches.Sum(match => match.Worth)) < 1e-5, where);
            Assert.All(matcher.Matches, match => Assert.Contains(positions, list => list.Any(one => one.Position == match.Word)));
        }
    }

    private static (PhraseTerm[] Terms, PlainPosition[][] Positions) Lists(Random random)
    {
        var place = -1;
        PhraseTerm[] terms = [.. Enumerable.Range(0, random.Next(2, 4)).Select(i => new PhraseTerm($"{i}", place += random.Next(1, 3)))];
        var all = Enumerable.Range(0, random.Next(4, 20)).OrderBy(_ => random.Next()).ToArray();
        var positions = new PlainPosition[terms.Length][];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] =
            [
                .. all.Where((_, at) => at % terms.Length == i && (at < terms.Length || random.Next(3) > 0))
                    .Order()
                    .Select(one => new PlainPosition(one, 0, 0, 1)),
            ];
        }

        return (terms, positions);
    }
}
