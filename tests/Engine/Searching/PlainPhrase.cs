using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>How often a phrase is in a document, each place as often as its section weighs.</summary>
internal static class PlainPhrase
{
    /// <summary>Places at which every term stands where the phrase has it.</summary>
    public static double Exact(IReadOnlyList<PhraseTerm> terms, IReadOnlyList<PlainPosition[]> positions) =>
        positions[0].Where(first => terms.Zip(positions).All(term => term.Second.Any(
            one =>
                one.Section == first.Section
                    && one.Position - term.First.Position == first.Position - terms[0].Position))).Sum(first => first.Weight);

    /// <summary>
    /// Lucene's sloppy phrases for terms that differ from one another: each term is a list of positions less its place. The list that
    /// lies furthest back moves on until it has passed the next one, and the narrowest spread on the way is a match with so many moves.
    /// </summary>
    public static double Sloppy(IReadOnlyList<PhraseTerm> terms, IReadOnlyList<PlainPosition[]> positions, int slop) =>
        Sweep([.. terms.Select((term, i) => new Walk(term.Position, positions[i]))])
            .Where(match => match.Moves <= slop).Sum(match => (double)match.Weight / (1 + match.Moves));

    /// <summary>
    /// The fewest moves that bring one of each together, by trying all; <see cref="int.MaxValue"/> where no section has all.
    /// </summary>
    public static int FewestMoves(IReadOnlyList<PhraseTerm> terms, IReadOnlyList<PlainPosition[]> positions)
    {
        var spreads = positions[0]
            .Select(one => (Least: one.Position - terms[0].Position, Most: one.Position - terms[0].Position, one.Section))
            .ToList();
        for (var i = 1; i < terms.Count; i++)
        {
            var place = terms[i].Position;
            var list = positions[i];
            spreads = [.. spreads.SelectMany(spread => list.Where(one => one.Section == spread.Section).Select(
                one => (Math.Min(spread.Least, one.Position - place), Math.Max(spread.Most, one.Position - place), spread.Section)))];
        }

        return spreads.Select(spread => spread.Most - spread.Least).DefaultIfEmpty(int.MaxValue).Min();
    }

    private static IEnumerable<(int Moves, int Weight)> Sweep(List<Walk> lists)
    {
        while (true)
        {
            lists.Sort();
            var (back, next) = (lists[0], lists[1].Current);
            var match = (Moves: Spread(lists), back.Weight);
            while (true)
            {
                if (!back.MoveNext())
                {
                    yield return match;
                    yield break;
                }

                if (back.Current > next)
                {
                    break;
                }

                match = Spread(lists) < match.Moves ? (Spread(lists), back.Weight) : match;
            }

            yield return match;
        }
    }

    private static int Spread(List<Walk> lists) => lists.Max(list => list.Current) - lists.Min(list => list.Current);

    private sealed class Walk(int place, PlainPosition[] positions) : IComparable<Walk>
    {
        private readonly int _place = place;
        private int _at;

        public int Current => positions[_at].Position - _place;

        public int Weight => positions[_at].Weight;

        public bool MoveNext() => ++_at < positions.Length;

        public int CompareTo(Walk? other) => Current != other!.Current ? Current.CompareTo(other.Current) : _place.CompareTo(other._place);
    }
}
