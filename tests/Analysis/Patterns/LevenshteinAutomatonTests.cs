using System.Text;
using ProposalSearch.Analysis.Patterns;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Patterns;

public sealed class LevenshteinAutomatonTests
{
    private const int TooFar = int.MaxValue;

    [Theory]
    [InlineData("poverty", "poverty", 2, 0, true, 0)]
    [InlineData("poverty", "povetry", 2, 0, true, 1)]
    [InlineData("poverty", "povetry", 2, 0, false, 2)]
    [InlineData("poverty", "povertyy", 1, 0, true, 1)]
    [InlineData("poverty", "overty", 1, 0, true, 1)]
    [InlineData("poverty", "overty", 1, 1, true, TooFar)]
    [InlineData("poverty", "pvoerty", 1, 1, true, 1)]
    [InlineData("poverty", "pvoerty", 1, 2, true, TooFar)]
    [InlineData("poverty", "properties", 2, 0, true, TooFar)]
    [InlineData("ca", "abc", 2, 0, true, TooFar)]
    [InlineData("ab", "ba", 1, 0, true, 1)]
    [InlineData("ab", "", 2, 0, true, 2)]
    [InlineData("ab", "", 1, 0, true, TooFar)]
    [InlineData("", "ab", 2, 0, true, TooFar)]
    [InlineData("", "", 2, 0, true, 0)]
    [InlineData("art", "arts", 2, 3, true, TooFar)]
    [InlineData("art", "art", 2, 9, true, 0)]
    [InlineData("niño", "nino", 1, 0, true, 1)]
    [InlineData("a😀b", "ab", 1, 0, true, 1)]
    [InlineData("a😀b", "a😁b", 1, 0, true, 1)]
    [InlineData("😀😁", "😁😀", 1, 0, true, 1)]
    public void Distance_TermAndWord_CountsEdits(string term, string word, int maxEdits, int prefix, bool transpositions, int distance)
    {
        Assert.Equal(distance, Run(new LevenshteinAutomaton(term, maxEdits, prefix, transpositions), word));
    }

    [Fact]
    public void Distance_RandomWords_EqualsTheTable()
    {
        var (near, far) = (0, 0);
        for (var seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            var (maxEdits, prefix) = (random.Next(3), random.Next(3) == 0 ? random.Next(6) : 0);
            var transpositions = random.Next(2) == 0;
            var term = Word(random, random.Next(10));
            var automaton = new LevenshteinAutomaton(term, maxEdits, prefix, transpositions);
            for (var i = 0; i < 30; i++)
            {
                var word = random.Next(5) == 0 ? Word(random, random.Next(10)) : Mutate(random, term);
                var expected = Twin(term, word, maxEdits, prefix, transpositions);
                var found = Run(automaton, word);
                Assert.True(expected == found,
                    $"seed {seed}: '{term}' to '{word}', {maxEdits} edits, prefix {prefix}, {transpositions}: {found}, not {expected}");
                _ = found == TooFar ? far++ : near++;
            }
        }

        Assert.True(near > 20_000 && far > 20_000, $"{near} near, {far} far");
    }

    [Fact]
    public void Step_PrefixThatNoNearWordHas_IsDead()
    {
        // Every prefix that is not dead can be completed to a near word: tried with what is left of the term from any place.
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (term, transpositions) = (Word(random, random.Next(1, 8)), random.Next(2) == 0);
            var maxEdits = random.Next(3);
            var automaton = new LevenshteinAutomaton(term, maxEdits, 0, transpositions);
            var start = Mutate(random, term);
            var (state, length) = (automaton.Start, 0);
            while (length < start.Length && automaton.Step(state, start[length]) is var next and not LevenshteinAutomaton.Dead)
            {
                (state, length) = (next, length + 1);
                var completions = Enumerable.Range(0, term.Length + 1).Select(from => start[..length] + term[from..])
                    .Concat(Enumerable.Range(0, term.Length)
                        .Select(at => start[..length] + term[at] + term[Math.Min(at + 2, term.Length)..]));
                Assert.True(completions.Any(word => Twin(term, word, maxEdits, 0, transpositions) != TooFar),
                    $"seed {seed}: nothing near '{term}' starts with '{start[..length]}'");
            }
        }
    }

    [Fact]
    public void Step_StatesOfLongTerm_StayFew()
    {
        var term = string.Concat(Enumerable.Repeat("educational", 20));
        var automaton = new LevenshteinAutomaton(term, 2, 0, transpositions: true);
        for (var seed = 0; seed < 2_000; seed++)
        {
            Run(automaton, Mutate(new Random(seed), term));
        }

        Assert.InRange(automaton.StateCount, term.Length, 40 * term.Length);
    }

    [Fact]
    public void Step_TakenBefore_AllocatesNothing()
    {
        var automaton = new LevenshteinAutomaton("measurement", 2, 1, transpositions: true);
        Run(automaton, "measuremnet");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            var state = automaton.Start;
            foreach (var letter in "measuremnet")
            {
                state = automaton.Step(state, letter);
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Constructor_ImpossibleArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LevenshteinAutomaton("a", 3, 0, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LevenshteinAutomaton("a", -1, 0, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LevenshteinAutomaton("a", 1, -1, true));
    }

    private static int Run(LevenshteinAutomaton automaton, string word)
    {
        var state = automaton.Start;
        foreach (var rune in word.EnumerateRunes())
        {
            state = automaton.Step(state, rune.Value);
            if (state == LevenshteinAutomaton.Dead)
            {
                return TooFar;
            }
        }

        Assert.Equal(automaton.IsMatch(state), automaton.Distance(state) != TooFar);
        return automaton.Distance(state);
    }

    private static string Word(Random random, int length)
    {
        var word = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            word.Append(random.Next(12) == 0 ? "é" : random.Next(12) == 0 ? "😀" : "abc"[random.Next(3)].ToString());
        }

        return word.ToString();
    }

    private static string Mutate(Random random, string term)
    {
        var letters = term.EnumerateRunes().ToList();
        for (var edits = random.Next(4); edits > 0; edits--)
        {
            var at = random.Next(letters.Count + 1);
            switch (random.Next(4))
            {
                case 0:
                    letters.Insert(at, new Rune("abcdé"[random.Next(5)]));
                    break;
                case 1 when at < letters.Count:
                    letters.RemoveAt(at);
                    break;
                case 2 when at < letters.Count:
                    letters[at] = new Rune("abcdé"[random.Next(5)]);
                    break;
                case 3 when at + 1 < letters.Count:
                    (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                    break;
                default:
                    break;
            }
        }

        return string.Concat(letters);
    }

    // The table of optimal string alignment distances, after an equal prefix.
    private static int Twin(string term, string word, int maxEdits, int prefix, bool transpositions)
    {
        int[] a = [.. term.EnumerateRunes().Select(rune => rune.Value)];
        int[] b = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        if (prefix >= a.Length)
        {
            return a.SequenceEqual(b) ? 0 : TooFar;
        }

        if (b.Length < prefix || !a.AsSpan(0, prefix).SequenceEqual(b.AsSpan(0, prefix)))
        {
            return TooFar;
        }

        var distance = Alignment(a[prefix..], b[prefix..], transpositions);
        return distance <= maxEdits ? distance : TooFar;
    }

    private static int Alignment(int[] a, int[] b, bool transpositions)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var wrong = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(wrong, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (transpositions && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
