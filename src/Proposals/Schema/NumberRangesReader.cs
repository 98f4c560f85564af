using System.Globalization;

namespace ProposalSearch.Proposals.Schema;

/// <summary>The ranges of a facet of numbers in a schema file: a list of whole numbers, each above the one before.</summary>
internal static class NumberRangesReader
{
    /// <summary>Reads <c>ranges</c>; <see langword="null"/> where there are none.</summary>
    public static NumberRanges? Read(SchemaNode node, bool isNumber, SchemaFaults faults)
    {
        var texts = node.Words("ranges");
        if (texts.Count == 0)
        {
            return null;
        }

        var bounds = new List<long>();
        foreach (var text in texts)
        {
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound)
                && (bounds.Count == 0 || bound > bounds[^1]))
            {
                bounds.Add(bound);
            }
            else
            {
                const string Rule = "they are whole numbers without signs between their digits, each above the one before";
                faults.Add(node.LineOf("ranges"), $"'ranges' has '{text}': {Rule}, such as [100, 1000].");
            }
        }

        if (!isNumber)
        {
            faults.Add(node.LineOf("ranges"), "'ranges' are for numbers: add 'type: number', or leave them out.");
        }

        return bounds.Count > 0 && isNumber ? new NumberRanges(bounds) : null;
    }
}
