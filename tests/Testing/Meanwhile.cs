namespace ProposalSearch.Testing;

/// <summary>Time that passes at once, and in which something happens while somebody waits.</summary>
/// <param name="happens">What happens, in the first wait.</param>
public sealed class Meanwhile(Action happens) : TimeProvider
{
    private bool _hasHappened;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!_hasHappened)
        {
            _hasHappened = true;
            happens();
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
