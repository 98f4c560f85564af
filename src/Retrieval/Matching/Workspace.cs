using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Retrieval.Matching;

/// <summary>
/// What scorers work with and give back, so that the next search allocates nothing of size. Belongs to one search at a time.
/// </summary>
public abstract class Workspace
{
    /// <summary>How long the search may go on that works with this.</summary>
    public TimeLimit Limit { get; protected set; } = TimeLimit.None;

    /// <summary>A clean window at a place.</summary>
    public Window RentWindow(int start, int length = Window.Size)
    {
        var window = FreeWindow() ?? new Window();
        window.Reset(start, length);
        return window;
    }

    /// <summary>A clean window at the place of another.</summary>
    public Window RentWindow(Window place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return RentWindow(place.Start, place.End - place.Start);
    }

    /// <summary>Gives a window back.</summary>
    public abstract void Return(Window window);

    /// <summary>Gives a set of documents back, where somebody wants it.</summary>
    public virtual void Return(ulong[] bits)
    {
    }

    /// <summary>Gives numbers by document back, where somebody wants them.</summary>
    public virtual void Return(float[] numbers)
    {
    }

    /// <summary>A window that was given back; <see langword="null"/> where there is none.</summary>
    protected abstract Window? FreeWindow();
}
