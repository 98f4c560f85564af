namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Finds the matches of a query in a segment, window after window, forwards only. Belongs to one search.</summary>
internal abstract class Scorer
{
    /// <summary>Roughly how many documents it goes through.</summary>
    public abstract long Cost { get; }

    /// <summary>Adds the matches within the window's place to it: sets their bits and adds their scores.</summary>
    /// <param name="window">Where to.</param>
    /// <param name="candidates">Where not <see langword="null"/>, only these matches are of use; it may add others too.</param>
    /// <param name="scored">Whether scores are wanted.</param>
    /// <param name="scratch">What to work with.</param>
    public abstract void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch);
}
