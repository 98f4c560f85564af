using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Indexing;

/// <summary>Merges the sorted ids of several segments: one walk over each, side by side.</summary>
internal static class IdsMerger
{
    /// <summary>Writes the ids of all documents.</summary>
    /// <param name="sources">The ids of each segment.</param>
    /// <param name="firsts">The number of each one's first document in the new segment.</param>
    /// <param name="file">The file, which the caller completes.</param>
    public static void Merge(IReadOnlyList<IdsReader> sources, int[] firsts, FileWriter file)
    {
        var walks = sources.Select(source => new IdsCursor(source)).ToArray();
        var queue = new PriorityQueue<int, Head>();
        for (int source = 0; source < walks.Length; source++)
        {
            Advance(queue, walks, source);
        }

        var ids = new SortedIdsWriter();
        while (queue.TryDequeue(out int source, out _))
        {
            ids.Add(walks[source].Id, firsts[source] + walks[source].Document);
            Advance(queue, walks, source);
        }

        ids.Write(file);
    }

    private static void Advance(PriorityQueue<int, Head> queue, IdsCursor[] walks, int source)
    {
        if (walks[source].MoveNext())
        {
            queue.Enqueue(source, new Head(walks[source]));
        }
    }

    /// <summary>The id that a walk stands on.</summary>
    private readonly struct Head(IdsCursor walk) : IComparable<Head>
    {
        private readonly IdsCursor _walk = walk;

        public int CompareTo(Head other) => _walk.Id.SequenceCompareTo(other._walk.Id);
    }
}
