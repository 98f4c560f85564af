using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProposalSearch.Analysis.Vectors;

/// <summary>
/// Sorts 64 characters at a time into three classes: letters and digits of ASCII; what needs a closer look (_ ' . , : ; and everything
/// beyond ASCII); and what only parts words (the rest of ASCII). Bit i of a mask stands for character i; a character that is in
/// neither mask parts words.
/// </summary>
internal static class AsciiClasses
{
    /// <summary>How many characters are sorted at a time.</summary>
    public const int Block = 64;

    /// <summary>The masks of <see cref="Block"/> characters or fewer; what is missing counts as a space.</summary>
    public static void Sort(ReadOnlySpan<char> characters, out ulong alphanumeric, out ulong special)
    {
        if (characters.Length < Block || !Vector128.IsHardwareAccelerated)
        {
            SortPlain(characters, out alphanumeric, out special);
            return;
        }

        alphanumeric = special = 0;
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(characters));
        for (var i = 0; i < Block; i += Vector128<byte>.Count)
        {
            var low = Vector128.LoadUnsafe(ref first, (nuint)i);
            var high = Vector128.LoadUnsafe(ref first, (nuint)(i + Vector128<ushort>.Count));
            var units = Vector128.NarrowWithSaturation(low, high);
            alphanumeric |= (ulong)Alphanumeric(units).ExtractMostSignificantBits() << i;
            special |= (ulong)Special(units).ExtractMostSignificantBits() << i;
        }
    }

    /// <summary>The same by a loop over the characters.</summary>
    public static void SortPlain(ReadOnlySpan<char> characters, out ulong alphanumeric, out ulong special)
    {
        alphanumeric = special = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var unit = characters[i];
            alphanumeric |= char.IsAsciiLetterOrDigit(unit) ? 1UL << i : 0;
            special |= unit >= 0x80 || unit is '_' or '\'' or '.' or ',' or ':' or ';' ? 1UL << i : 0;
        }
    }

    private static Vector128<byte> Alphanumeric(Vector128<byte> units) =>
        Vector128.LessThan((units | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26))
        | Vector128.LessThan(units - Vector128.Create((byte)'0'), Vector128.Create((byte)10));

    // The most significant bit of a unit beyond ASCII is set as it is.
    private static Vector128<byte> Special(Vector128<byte> units) =>
        units
        | Vector128.Equals(units, Vector128.Create((byte)'_'))
        | Vector128.Equals(units, Vector128.Create((byte)'\''))
        | Vector128.Equals(units & Vector128.Create(unchecked((byte)~2)), Vector128.Create((byte)','))     // , .
        | Vector128.Equals(units & Vector128.Create(unchecked((byte)~1)), Vector128.Create((byte)':'));    // : ;
}
