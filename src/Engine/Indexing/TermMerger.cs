using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>Merges the sorted terms of several segments with their postings: one walk over each dictionary, side by side.</summary>
internal sealed class TermMerger
{
    private readonly int[] _firsts;
    private readonly PostingsReader[] _postings;
    private readonly PriorityQueue<int, Head> _queue;
    private readonly TermCursor[] _walks;
    private readonly Trails[] _trails;
    private readonly List<int> _same = [];
    private readonly PostingsCursor _cursor = new();
    private int[] _positions = new int[256];

    /// <summary>A merger of one form.</summary>
    /// <param name="sources">The segments.</param>
    /// <param name="firsts">The number of each one's first document in the new segment.</param>
    /// <param name="form">The form.</param>
    /// <param name="window">Bytes of each file that may stay in memory.</param>
    public TermMerger(Segment[] sources, int[] firsts, TermForm form, long window)
    {
        _firsts = firsts;
        _postings = [.. sources.Select(source => source.Form(form)!.Postings)];
        _walks = [.. sources.Select(source => source.Form(form)!.Terms.Walk())];
        _trails = [.. sources.Select(source => Trails.Of(source.Form(form)!, window))];
        _queue = new PriorityQueue<int, Head>(sources.Length);
        for (int source = 0; source < sources.Length; source++)
        {
            Advance(source);
        }
    }

    /// <summary>Writes the merged terms and postings into files that the caller completes.</summary>
    public void Write(FileWriter terms, FileWriter postings, FileWriter positions, byte[] lengths)
    {
        var dictionary = new TermDictionaryWriter(terms);
        var writer = new PostingsWriter(postings, positions, lengths);
        byte[] term = [];
        while (TakeSame(ref term, out int length))
        {
            writer.BeginTerm();
            foreach (int source in _same)
            {
                Copy(source, writer);
                Advance(source);
            }

            dictionary.Add(term.AsSpan(0, length), writer.EndTerm(), writer.PostingsEnd, writer.PositionsEnd);
        }

        dictionary.Complete();
        writer.Complete();
    }

    private bool TakeSame(ref byte[] term, out int length)
    {
        _same.Clear();
        length = 0;
        while (_queue.TryPeek(out int source, out _))
        {
            var next = _walks[source].Term;
            if (_same.Count > 0 && !next.SequenceEqual(term.AsSpan(0, length)))
            {
                break;
            }

            if (_same.Count == 0)
            {
                length = next.Length;
                term = term.Length < length ? new byte[length * 2] : term;
                next.CopyTo(term);
            }

            _same.Add(_queue.Dequeue());
        }

        return _same.Count > 0;
    }

    private void Advance(int source)
    {
        if (_walks[source].MoveNext())
        {
            _trails[source].Reach(_walks[source]);
            _queue.Enqueue(source, new Head(_walks[source], source));
        }
    }

    private void Copy(int source, PostingsWriter writer)
    {
        var entry = _walks[source].Entry;
        long begun = writer.PositionsEnd;
        _cursor.Reset(_postings[source], entry);
        while (_cursor.NextBlock())
        {
            _trails[source].Positions.Reach(entry.PositionsOffset + writer.PositionsEnd - begun);
            var documents = _cursor.Documents;
            var frequencies = _cursor.Frequencies;
            for (int i = 0; i < documents.Length; i++)
            {
                int count = _cursor.Positions(i, _positions);
                if (count > _positions.Length)
                {
                    _positions = new int[count * 2];
                    _cursor.Positions(i, _positions);
                }

                writer.Add(_firsts[source] + documents[i], frequencies[i], _positions.AsSpan(0, count));
            }
        }
    }

    /// <summary>The term that a walk stands on; among equal terms the earlier segment comes first.</summary>
    private readonly struct Head(TermCursor walk, int source) : IComparable<Head>
    {
        private readonly TermCursor _walk = walk;
        private readonly int _source = source;

        public int CompareTo(Head other)
        {
            int order = _walk.Term.SequenceCompareTo(other._walk.Term);
            return order != 0 ? order : _source.CompareTo(other._source);
        }
    }

    /// <summary>The ways of a walk through its three files.</summary>
    private sealed record Trails(ReadTrail Terms, ReadTrail Postings, ReadTrail Positions)
    {
        public static Trails Of(Segment.TermsOfForm form, long window) =>
            new(form.Terms.Trail(window), new ReadTrail(form.Postings.Postings, window), new ReadTrail(form.Postings.Positions, window));

        /// <summary>The walk stands on a term: what is before it is done with.</summary>
        public void Reach(TermCursor walk)
        {
            Terms.Reach(walk.BlockOffset);
            Postings.Reach(walk.Entry.PostingsOffset);
            Positions.Reach(walk.Entry.PositionsOffset);
        }
    }
}
