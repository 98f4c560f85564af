namespace ProposalSearch.Engine.Columns;

/// <summary>
/// The order of values everywhere: that of their UTF-8 bytes, which is that of their code points. The order of UTF-16 units is another
/// one, because surrogates come before U+E000. Thread-safe.
/// </summary>
internal sealed class ValueOrder : IComparer<string>
{
    private const int Surrogates = 0xD800;
    private const int AfterSurrogates = 0xE000;

    /// <summary>The only instance: the order has no settings.</summary>
    public static ValueOrder Instance { get; } = new();

    /// <summary>Compares two values; a missing one comes first.</summary>
    public int Compare(string? x, string? y)
    {
        int common = x.AsSpan().CommonPrefixLength(y);
        return x is null || y is null || common == x.Length || common == y.Length
            ? (x?.Length ?? -1).CompareTo(y?.Length ?? -1)
            : Rank(x[common]).CompareTo(Rank(y[common]));
    }

    /// <summary>Units that stand for half a code point go behind all others.</summary>
    private static int Rank(char unit) =>
        unit < Surrogates ? unit : unit < AfterSurrogates ? unit + 0x10000 : unit;
}
