using System.Text;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Terms;

public sealed class FuzzyWalkTests
{
    [Fact]
    public void Visit_RandomDictionaries_FindsWhatTheTableOfDistancesFinds()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            using var dictionary = new DictionaryFile(random, Words.Sorted(random, 300, 6, kinds: seed % 2 == 0 ? 3 : 12));
            for (var round = 0; round < 25; round++)
            {
                var wanted = Words.Next(random, 6, kinds: seed % 2 == 0 ? 3 : 12);
                var (edits, prefix, transpositions) = (random.Next(3), random.Next(4), random.Next(2) == 0);
                var expected = dictionary.Words
                    .Where(word => EditDistance.IsNear(wanted, word, edits, prefix, transpositions))
                    .Select(word => (word, EditDistance.Between(wanted, word, transpositions), dictionary[word]));

                var found = new List();
                FuzzyWalk.Visit(dictionary.Reader, new LevenshteinAutomaton(wanted, edits, prefix, transpositions), found, TimeLimit.None);
                Assert.True(expected.SequenceEqual(found.Found),
                    $"\"{wanted}\" with {edits} edits, prefix {prefix}, transpositions {transpositions}, seed {seed}: " +
                    $"{string.Join(' ', found.Found)} instead of {string.Join(' ', expected)}");
            }
        }
    }

    private sealed class List : FuzzyWalk.IVisitor
    {
        public List<(string Term, int Edits, TermEntry Entry)> Found { get; } = [];

        public void Visit(ReadOnlySpan<byte> term, int edits, TermEntry entry) => Found.Add((Encoding.UTF8.GetString(term), edits, entry));
    }
}
