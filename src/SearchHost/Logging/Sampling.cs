namespace ProposalSearch.SearchHost.Logging;

/// <summary>
/// Lets the first message of a kind through and counts those that follow; at the end of each interval their number is told, as long as
/// there are any. So a flood costs one line an interval, and nothing that happens once is lost. Thread-safe.
/// </summary>
/// <param name="interval">How long those that follow are counted before their number is told.</param>
/// <param name="more">Is told the kind and how many followed.</param>
/// <param name="time">The clock.</param>
internal sealed class Sampling(TimeSpan interval, Action<string, int> more, TimeProvider time) : IDisposable
{
    /// <summary>Kinds beyond these are one kind, so that nobody can fill the memory with kinds.</summary>
    public const int MaxKinds = 64;

    /// <summary>The kind of those beyond.</summary>
    public const string OtherKinds = "of other kinds";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private bool _isEnded;

    /// <summary>Whether this is the first of its kind for now, and to be told; where it is not, it was counted.</summary>
    public bool IsFirst(string kind)
    {
        lock (_gate)
        {
            kind = _counts.Count < MaxKinds || _counts.ContainsKey(kind) ? kind : OtherKinds;
            if (_counts.TryGetValue(kind, out var count))
            {
                count.Following++;
                return false;
            }

            if (!_isEnded)
            {
                _counts[kind] = new Count { Timer = time.CreateTimer(_ => End(kind), null, interval, interval) };
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isEnded = true;
            foreach (var count in _counts.Values)
            {
                count.Timer.Dispose();
            }

            _counts.Clear();
        }
    }

    /// <summary>An interval of a kind has ended.</summary>
    private void End(string kind)
    {
        int following;
        lock (_gate)
        {
            if (!_counts.TryGetValue(kind, out var count))
            {
                return;
            }

            (following, count.Following) = (count.Following, 0);
            if (following == 0)
            {
                count.Timer.Dispose();
                _counts.Remove(kind);
                return;
            }
        }

        more(kind, following);
    }

    private sealed class Count
    {
        public required ITimer Timer { get; init; }

        public int Following { get; set; }
    }
}
