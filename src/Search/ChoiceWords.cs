namespace ProposalSearch.Search;

/// <summary>The words that a part of a request may be, such as its order: the names of an enumeration in small letters.</summary>
public static class ChoiceWords
{
    /// <summary>The word of a choice.</summary>
    public static string Of<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    /// <summary>Reads a word, in letters of any size; false where it is none of the choices.</summary>
    public static bool TryRead<T>(string word, out T choice)
        where T : struct, Enum
    {
        var choices = Enum.GetValues<T>();
        var at = Array.FindIndex(choices, one => string.Equals(Of(one), word, StringComparison.OrdinalIgnoreCase));
        choice = at < 0 ? default : choices[at];
        return at >= 0;
    }

    /// <summary>Adds the fault that this is none of the choices.</summary>
    public static void AddFault<T>(FaultList faults, string code, string parameter, string word)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(faults);
        faults.Add(code, parameter, () =>
            $"{parameter} is '{Shown.Short(word)}'; it must be one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}.");
    }
}
