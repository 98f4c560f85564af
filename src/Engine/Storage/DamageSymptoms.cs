namespace ProposalSearch.Engine.Storage;

/// <summary>
/// What reading damaged bytes leads to. Only what could reach beyond memory is checked on the way of a search; for the rest it is enough
/// that spans refuse a place beyond their end, and that whoever meets such an error then compares the files to their checksums. Of files
/// that were compared when they were opened, and that nobody can change since, no error is a symptom.
/// </summary>
internal static class DamageSymptoms
{
    /// <summary>Whether an error may come of a number that was read from a file and is wrong.</summary>
    public static bool Include(Exception error) =>
        error is IndexDamagedException or IndexOutOfRangeException or ArgumentException or OverflowException
        or OutOfMemoryException or FormatException or KeyNotFoundException;
}
