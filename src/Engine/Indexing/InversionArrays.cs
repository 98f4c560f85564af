namespace ProposalSearch.Engine.Indexing;

/// <summary>The arrays of a counting sort, as large as the largest chunk needed. Not thread-safe.</summary>
internal sealed class InversionArrays
{
    private int[] _starts = [];
    private int[] _next = [];
    private ulong[] _occurrences = [];

    /// <summary>Where each term's occurrences begin, all 0.</summary>
    public Span<int> Starts(int count) => Cleared(ref _starts, count);

    /// <summary>Where each term's next occurrence goes, all 0.</summary>
    public Span<int> Next(int count) => Cleared(ref _next, count);

    /// <summary>Room for occurrences; what is in it does not matter.</summary>
    public Span<ulong> Occurrences(int count) => Room(ref _occurrences, count);

    private static Span<int> Cleared(ref int[] array, int count)
    {
        var span = Room(ref array, count);
        span.Clear();
        return span;
    }

    private static Span<T> Room<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            array = new T[Math.Max(count, Math.Min(array.Length + (array.Length / 4L), Array.MaxLength))];
        }

        return array.AsSpan(0, count);
    }
}
