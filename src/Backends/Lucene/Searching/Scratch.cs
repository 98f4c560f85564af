using System.Collections.Concurrent;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>What a search works with. Belongs to one search; its windows are used again by others.</summary>
internal sealed class Scratch : Workspace
{
    private readonly ConcurrentBag<Window> _windows;

    /// <summary>Takes windows from among those that no search uses now.</summary>
    public Scratch(ConcurrentBag<Window> windows, TimeLimit limit) => (_windows, Limit) = (windows, limit);

    /// <inheritdoc/>
    public override void Return(Window window) => _windows.Add(window);

    /// <inheritdoc/>
    protected override Window? FreeWindow() => _windows.TryTake(out var window) ? window : null;
}
