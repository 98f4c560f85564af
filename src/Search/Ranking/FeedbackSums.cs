namespace ProposalSearch.Search.Ranking;

/// <summary>
/// Adds up what several documents have of each stem, by the numbers of the stems: a query's ten documents have thousands. Used by one
/// thread at a time, and again for the next query.
/// </summary>
internal sealed class FeedbackSums
{
    private int[] _places = [];
    private FeedbackSum[] _sums = [];
    private int _count;

    /// <summary>The sums, in the order in which the documents first have their stems.</summary>
    public ReadOnlySpan<FeedbackSum> All => _sums.AsSpan(0, _count);

    /// <summary>Adds a document.</summary>
    /// <param name="number">Which of the documents it is.</param>
    /// <param name="document">The document.</param>
    /// <param name="share">How much it counts, where the best counts as 1.</param>
    /// <param name="norm">What is added to a frequency, so that it saturates.</param>
    public void Add(int number, DocumentTerms document, double share, double norm)
    {
        MakeRoom(document);
        var counts = document.Counts;
        for (var at = 0; at < counts.Length; at++)
        {
            ref var place = ref _places[counts[at].Number];
            if (place == 0)
            {
                place = ++_count;
                _sums[place - 1] = new FeedbackSum { Document = number, At = at };
            }

            ref var sum = ref _sums[place - 1];
            sum.Documents++;
            sum.Frequency += share * counts[at].Count;
            sum.Rocchio += share * counts[at].Count / (counts[at].Count + norm);
        }
    }

    /// <summary>Forgets all.</summary>
    /// <param name="documents">The documents that were added.</param>
    public void Clear(IReadOnlyList<DocumentTerms> documents)
    {
        foreach (var sum in All)
        {
            _places[documents[sum.Document].Counts[sum.At].Number] = 0;
        }

        _count = 0;
    }

    private void MakeRoom(DocumentTerms document)
    {
        var greatest = -1;
        foreach (var counted in document.Counts)
        {
            greatest = Math.Max(greatest, counted.Number);
        }

        if (greatest >= _places.Length)
        {
            Array.Resize(ref _places, Math.Max(greatest + 1, 2 * _places.Length));
        }

        if (_count + document.Counts.Length > _sums.Length)
        {
            Array.Resize(ref _sums, 2 * (_count + document.Counts.Length));
        }
    }
}

/// <summary>What several documents have of a stem.</summary>
internal struct FeedbackSum
{
    /// <summary>The first of the documents that has it.</summary>
    public int Document;

    /// <summary>Where that has it among its stems.</summary>
    public int At;

    /// <summary>How many have it.</summary>
    public int Documents;

    /// <summary>How often all of them together, each as much as it counts.</summary>
    public double Frequency;

    /// <summary>Its saturated frequencies, each as much as the document counts.</summary>
    public double Rocchio;
}
