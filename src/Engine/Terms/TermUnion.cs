namespace ProposalSearch.Engine.Terms;

/// <summary>The terms of several dictionaries taken together.</summary>
internal static class TermUnion
{
    /// <summary>How many different terms there are: a walk over all dictionaries, side by side.</summary>
    public static long Count(IReadOnlyList<TermDictionaryReader> dictionaries)
    {
        if (dictionaries.Count == 1)
        {
            return dictionaries[0].Count;
        }

        var walks = dictionaries.Select(dictionary => dictionary.Walk()).ToList();
        walks.RemoveAll(walk => !walk.MoveNext());
        long count = 0;
        for (; walks.Count > 0; count++)
        {
            var least = Least(walks);
            walks.RemoveAll(walk => walk != least && walk.Term.SequenceEqual(least.Term) && !walk.MoveNext());
            if (!least.MoveNext())
            {
                walks.Remove(least);
            }
        }

        return count;
    }

    private static TermCursor Least(List<TermCursor> walks)
    {
        var least = walks[0];
        foreach (var walk in walks)
        {
            least = walk.Term.SequenceCompareTo(least.Term) < 0 ? walk : least;
        }

        return least;
    }
}
