namespace ProposalSearch.Proposals.Schema;

/// <summary>What stands between the parts of values that are paths.</summary>
/// <param name="Sign">The sign, such as <c>></c>.</param>
/// <param name="NeedsBlanks">Whether it counts only with blanks around it: <c>and/or</c> is no path.</param>
internal sealed record PathSeparator(string Sign, bool NeedsBlanks)
{
    /// <summary>Where files have no sign, since two keys say what is above and what below.</summary>
    public static PathSeparator Default { get; } = new(">", NeedsBlanks: false);

    /// <summary>The separator that a text with or without blanks around it stands for.</summary>
    public static PathSeparator Of(string text) => new(text.Trim(), text.StartsWith(' ') && text.EndsWith(' '));

    /// <summary>Whether lists are written with it too; <c>></c> and its like say by themselves what is above.</summary>
    public bool MayPartLists => Sign is "|" or "/";

    /// <summary>As it is written in values, whatever blanks files have.</summary>
    public string Written => Sign is "," or ":" or ";" ? Sign + " " : $" {Sign} ";

    /// <summary>The parts of a value; only one where it is no path.</summary>
    public string[] Parts(string value)
    {
        var parts = value.Split(NeedsBlanks ? $" {Sign} " : Sign, StringSplitOptions.TrimEntries);
        return Array.TrueForAll(parts, IsPart) ? parts : [value];
    }

    /// <summary>Arrows, <c>-></c>, and tags are no separators.</summary>
    private static bool IsPart(string part) => part.Length > 0 && char.IsLetterOrDigit(part[0]) && part[^1] is not ('-' or '=' or '<');
}
