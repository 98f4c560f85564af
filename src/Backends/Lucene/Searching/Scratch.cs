using System.Collections.Concurrent;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>What a search works with. Belongs to one search; its windows are used again by others.</summary>
internal sealed class Scratch(ConcurrentBag<Window> windows, TimeLimit limit)
{
    /// <summary>Ends the search where it is to end.</summary>
    public TimeLimit Limit { get; } = limit;

    /// <summary>An empty window at a place.</summary>
    public Window Rent(int start)
    {
        var window = windows.TryTake(out var used) ? used : new Window();
        window.Reset(start);
        return window;
    }

    /// <summary>Gives a window back.</summary>
    public void Return(Window window) => windows.Add(window);
}
