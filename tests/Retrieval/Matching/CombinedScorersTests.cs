using ProposalSearch.Retrieval.Matching;
using Xunit;

namespace ProposalSearch.Retrieval.Tests.Matching;

/// <summary>Scorers that combine others, beside plain sets of documents.</summary>
public sealed class CombinedScorersTests
{
    private const int Documents = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Scorers_OfAnyShape_FindWhatPlainSetsHave(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 15; round++)
        {
            var (make, wanted) = Node(random, depth: 3);

            Assert.Equal(wanted.OrderBy(pair => pair.Key), All(make(), candidates: null).OrderBy(pair => pair.Key));
            var candidates = Enumerable.Range(0, Documents).Where(_ => random.Next(1 + (3 * round)) == 0).ToHashSet();
            var within = All(make(), candidates).Where(pair => candidates.Contains(pair.Key)).OrderBy(pair => pair.Key);
            Assert.Equal(wanted.Where(pair => candidates.Contains(pair.Key)).OrderBy(pair => pair.Key), within);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ScoreAbove_OfOptionalParts_FindsAllAndScoresWhatIsOfUse(int seed)
    {
        var random = new Random(seed);
        int cut = 0;
        for (int round = 0; round < 30; round++)
        {
            var must = Scores(random, mostApart: 8);
            var should = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Scores(random, mostApart: 8)).ToList();
            var wanted = Sum(should.Prepend(must), must.ContainsKey);
            float threshold = wanted.Values.OrderDescending().ElementAt(random.Next(100));
            var scorer = new BooleanScorer([(Set(must), true)], [.. should.Select(Set)], [], 0);

            Assert.True(scorer.ScoreAbove(float.NegativeInfinity));
            Assert.True(scorer.ScoreAbove(threshold));
            var found = All(scorer, candidates: null);

            Assert.Equal(wanted.Keys.Order(), found.Keys.Order());
            Assert.All(wanted.Where(pair => pair.Value > threshold), pair => Assert.Equal(pair.Value, found[pair.Key]));
            Assert.All(wanted, pair => Assert.InRange(found[pair.Key], 0, pair.Value));
            cut += wanted.Count(pair => found[pair.Key] < pair.Value);
        }

        Assert.True(cut > 1_000, $"only {cut} scores were cut short");
    }

    [Fact]
    public void ScoreAbove_WhereWhatMatchesDependsOnOptionalParts_IsOfNoUse()
    {
        var one = Scores(new Random(1));

        Assert.False(new BooleanScorer([], [Set(one), Set(one)], [], 1).ScoreAbove(1));
        Assert.False(new BooleanScorer([(Set(one), true)], [Set(one)], [], 1).ScoreAbove(1));
        Assert.False(new BooleanScorer([(Set(one), true)], [], [], 0).ScoreAbove(1));
        Assert.False(new BooleanScorer([(Set(one), true)], [Set(one), new AllScorer(Documents)], [], 0).ScoreAbove(1));
    }

    [Fact]
    public void Next_BeforeAMatchFarAway_LeavesWindowsOut()
    {
        Scorer Far(int document) => Set(new Dictionary<int, float> { [document] = 1 });

        Assert.Equal(9_000, new DisjunctionScorer([Far(9_000), Far(9_001)]).Next(0));
        Assert.InRange(new BooleanScorer([(Far(9_000), true), (new AllScorer(Documents), true)], [], [], 0).Next(0), 4_096, 9_000);
        Assert.Equal(Scorer.NoMore, Far(9_000).Next(9_001));
    }

    /// <summary>The scores of all matches, or of those among candidates and perhaps others.</summary>
    private static Dictionary<int, float> All(Scorer scorer, HashSet<int>? candidates)
    {
        var (found, space) = (new Dictionary<int, float>(), new Space());
        for (int next = scorer.Next(0); next < Documents; next = scorer.Next((next & ~63) + Window.Size))
        {
            var window = space.RentWindow(next & ~63);
            if (candidates is null)
            {
                scorer.Fill(window, scored: true, space);
            }
            else
            {
                var wanted = space.RentWindow(window);
                candidates.Where(document => document >= window.Start && document < window.End).ToList()
                    .ForEach(document => wanted.Set(document - window.Start));
                scorer.FillWithin(window, wanted.Bits, scored: true, space);
            }

            for (int at = window.NextMatch(0); at < Window.Size; at = window.NextMatch(at + 1))
            {
                found.Add(window.Start + at, window.Scores[at]);
            }
        }

        return found;
    }

    private static (Func<Scorer> Make, Dictionary<int, float> Wanted) Node(Random random, int depth)
    {
        switch (depth == 0 ? 0 : random.Next(5))
        {
            case 0:
                var wanted = Scores(random);
                return (() => Set(wanted), wanted);
            case 1:
                return (() => new AllScorer(Documents), Enumerable.Range(0, Documents).ToDictionary(one => one, _ => 1f));
            case 2:
                var (inner, matches) = Node(random, depth - 1);
                return (() => new ConstantScorer(inner(), 5), matches.ToDictionary(pair => pair.Key, _ => 5f));
            case 3:
                var any = Nodes(random, depth, random.Next(1, 4));
                return (() => new DisjunctionScorer([.. any.Select(one => one.Make())]), Sum(any.Select(one => one.Wanted), _ => true));
            default:
                return Boolean(random, depth);
        }
    }

    private static (Func<Scorer> Make, Dictionary<int, float> Wanted) Boolean(Random random, int depth)
    {
        var (must, filter) = (Nodes(random, depth, random.Next(3)), Nodes(random, depth, random.Next(2)));
        var (should, not) = (Nodes(random, depth, random.Next(4)), Nodes(random, depth, random.Next(2)));
        int minimum = should.Count == 0 ? 0 : random.Next(must.Count + filter.Count == 0 ? 1 : 0, should.Count + 1);
        if (must.Count + filter.Count == 0 && should.Count == 0)
        {
            return Node(random, depth - 1);
        }

        bool IsWanted(int document) => must.Concat(filter).All(one => one.Wanted.ContainsKey(document))
            && should.Count(one => one.Wanted.ContainsKey(document)) >= minimum
            && !not.Any(one => one.Wanted.ContainsKey(document));

        var matches = Sum(must.Concat(should).Select(one => one.Wanted), IsWanted);
        foreach (int document in filter.Take(1).SelectMany(one => one.Wanted.Keys).Where(IsWanted))
        {
            matches.TryAdd(document, 0);
        }

        return (Make, matches);

        Scorer Make() => new BooleanScorer(
            [.. must.Select(one => (one.Make(), true)), .. filter.Select(one => (one.Make(), false))],
            [.. should.Select(one => one.Make())],
            [.. not.Select(one => one.Make())],
            minimum);
    }

    private static Dictionary<int, float> Scores(Random random, int mostApart = 200)
    {
        int share = random.Next(1, mostApart);
        return Enumerable.Range(0, Documents).Where(_ => random.Next(share) == 0)
            .ToDictionary(document => document, _ => (float)random.Next(1, 9));
    }

    private static List<(Func<Scorer> Make, Dictionary<int, float> Wanted)> Nodes(Random random, int depth, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Node(random, depth - 1))];

    private static Dictionary<int, float> Sum(IEnumerable<Dictionary<int, float>> parts, Predicate<int> isWanted) =>
        parts.SelectMany(part => part).Where(pair => isWanted(pair.Key)).GroupBy(pair => pair.Key)
            .ToDictionary(same => same.Key, same => same.Sum(pair => pair.Value));

    private static OnlyCandidates Set(Dictionary<int, float> scores)
    {
        var (bits, numbers) = (new ulong[(Documents + 63) / 64], new float[Documents]);
        foreach (var (document, score) in scores)
        {
            bits[document >> 6] |= 1UL << document;
            numbers[document] = score;
        }

        return new OnlyCandidates(new BitSetScorer(bits, Documents, numbers, 0), scores.Values.DefaultIfEmpty(0).Max());
    }

    /// <summary>Adds nothing but candidates, as the contract lets a scorer do.</summary>
    private sealed class OnlyCandidates(Scorer inner, float most) : Scorer
    {
        public override long Cost => inner.Cost;

        public override float Most => most;

        public override int Next(int target) => inner.Next(target);

        public override void Fill(Window window, bool scored, Workspace scratch) => inner.Fill(window, scored, scratch);

        public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch)
        {
            var all = scratch.RentWindow(window);
            inner.Fill(all, scored, scratch);
            all.Keep(candidates, set: true);
            window.Add(all, scored);
            scratch.Return(all);
        }
    }

    private sealed class Space : Workspace
    {
        private readonly Stack<Window> _windows = new();

        public override void Return(Window window) => _windows.Push(window);

        protected override Window? FreeWindow() => _windows.TryPop(out var window) ? window : null;
    }
}
