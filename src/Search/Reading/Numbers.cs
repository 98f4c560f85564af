using System.Globalization;

namespace ProposalSearch.Search.Reading;

/// <summary>Values of number facets, which are stored as text.</summary>
internal static class Numbers
{
    /// <summary>Reads a whole number.</summary>
    public static bool TryRead(string value, out long number) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
