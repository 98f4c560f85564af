namespace ProposalSearch.Engine.Packing;

/// <summary>How arrays grow that are filled from front to back: to twice their length, and at last to the longest that there is.</summary>
internal static class Growth
{
    /// <summary>The next length of an array.</summary>
    /// <param name="length">Its length now.</param>
    /// <param name="needed">The elements that it must hold.</param>
    /// <exception cref="NotSupportedException">No array holds so many.</exception>
    public static int Of(int length, long needed)
    {
        Check(needed);
        return (int)Math.Min(Array.MaxLength, Math.Max(2L * length, needed));
    }

    /// <summary>Refuses what no array holds.</summary>
    /// <exception cref="NotSupportedException">No array holds so many elements.</exception>
    public static void Check(long needed)
    {
        if (needed > Array.MaxLength)
        {
            throw new NotSupportedException(
                $"{needed:N0} bytes or numbers are needed in one piece, and {Array.MaxLength:N0} are the most. Index in smaller "
                    + "parts: split the archive into several indexes.");
        }
    }
}
