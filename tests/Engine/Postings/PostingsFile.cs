using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Tests.Postings;

/// <summary>A posting as a test makes it up.</summary>
internal sealed record PlainPosting(int Document, uint Frequency, int[] Positions);

/// <summary>Random postings of several terms, written and opened again.</summary>
internal sealed class PostingsFile : IDisposable
{
    private readonly ScratchFiles _files = new();

    public PostingsFile(Random random, params int[] documentFrequencies)
    {
        Lengths = new byte[10_000];
        foreach (ref var length in Lengths.AsSpan())
        {
            length = LengthCode.Encode(1 << random.Next(12));
        }

        Terms = [.. documentFrequencies.Select(count => RandomPostings(random, count))];
        Entries = new TermEntry[Terms.Length];
        using (var positions = _files.Directory.CreateFile("s1.positions", FileKind.Positions))
        {
            var postings = _files.Write("s1.postings", FileKind.Postings, file => Write(new PostingsWriter(file, positions, Lengths)));
            positions.Complete();
            Reader = new PostingsReader(postings, _files.Open("s1.positions", FileKind.Positions));
        }
    }

    public byte[] Lengths { get; }

    public PlainPosting[][] Terms { get; }

    public TermEntry[] Entries { get; }

    public PostingsReader Reader { get; }

    public void Dispose() => _files.Dispose();

    private static PlainPosting[] RandomPostings(Random random, int count)
    {
        int spread = random.Next(1, 1 + 10_000 / count), document = random.Next(spread) - 1, wordy = random.Next(1, 30);
        bool weighted = random.Next(3) == 0;
        var postings = new PlainPosting[count];
        for (var i = 0; i < count; i++)
        {
            document += Math.Min(1 + random.Next(spread), 10_000 - document - (count - i));
            var positions = RandomPositions(random, random.Next(100) == 0 ? 500 : random.Next(1, wordy + 1));
            var frequency = (uint)positions.Length * (weighted ? (uint)random.Next(1, random.Next(50) == 0 ? 20_000 : 4) : 1);
            postings[i] = new PlainPosting(document, frequency, positions);
        }

        return postings;
    }

    private static int[] RandomPositions(Random random, int count)
    {
        var positions = new SortedSet<int>();
        var most = random.Next(20) == 0 ? 100_000 : 3 * count;
        while (positions.Count < count)
        {
            positions.Add(random.Next(most + 1));
        }

        return [.. positions];
    }

    private void Write(PostingsWriter writer)
    {
        for (var term = 0; term < Terms.Length; term++)
        {
            writer.BeginTerm();
            foreach (var posting in Terms[term])
            {
                writer.Add(posting.Document, posting.Frequency, posting.Positions);
            }

            Entries[term] = writer.EndTerm();
        }

        writer.Complete();
    }
}
