namespace ProposalSearch.Retrieval.Matching;

/// <summary>
/// Finds the matches of a query in a segment, window after window, forwards only. Belongs to one search.
/// </summary>
public abstract class Scorer
{
    /// <summary>Stands for no document: greater than all.</summary>
    public const int NoMore = int.MaxValue;

    /// <summary>Roughly how many documents it goes through.</summary>
    public abstract long Cost { get; }

    /// <summary>No match scores more than this; positive infinity where that is not known.</summary>
    public virtual float Most => float.PositiveInfinity;

    /// <summary>
    /// A document, not before <paramref name="target"/>, before which nothing matches from <paramref name="target"/> on;
    /// <see cref="NoMore"/> if nothing does at all. Targets do not go back.
    /// </summary>
    public abstract int Next(int target);

    /// <summary>Adds the matches within the window's place to it: sets their bits and adds their scores.</summary>
    /// <param name="window">Where to.</param>
    /// <param name="scored">Whether scores are wanted.</param>
    /// <param name="scratch">What to work with.</param>
    public abstract void Fill(Window window, bool scored, Workspace scratch);

    /// <summary>As <see cref="Fill"/>, where only matches among <paramref name="candidates"/> are of use. It may add others too.</summary>
    public virtual void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch) => Fill(window, scored, scratch);

    /// <summary>As <see cref="FillWithin"/>, or as <see cref="Fill"/> where there are no candidates.</summary>
    internal void FillAmong(Window window, ulong[]? candidates, bool scored, Workspace scratch)
    {
        if (candidates is null)
        {
            Fill(window, scored, scratch);
        }
        else
        {
            FillWithin(window, candidates, scored, scratch);
        }
    }

    /// <summary>
    /// Says that matches which score no more than this are of no use: they may be left out from now on. Never said where matches are
    /// counted.
    /// </summary>
    /// <returns>Whether it makes use of that.</returns>
    public virtual bool Raise(float threshold) => false;

    /// <summary>
    /// Says that scores of no more than this are of no use: a match that cannot score more may be given any lower score from now on. Unlike
    /// <see cref="Raise"/> it leaves out no match, so that all of them can be counted.
    /// </summary>
    /// <returns>Whether it makes use of that.</returns>
    public virtual bool ScoreAbove(float threshold) => false;

    /// <summary>Gives back what it holds beyond cursors.</summary>
    public virtual void Release(Workspace scratch)
    {
    }
}
