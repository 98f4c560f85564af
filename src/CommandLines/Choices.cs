namespace ProposalSearch.CommandLines;

/// <summary>The names of an enumeration as people type them: in small letters, and capitals do not matter.</summary>
public static class Choices
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Of(Type enumeration) => [.. Enum.GetNames(enumeration).Select(Typed)];

    /// <summary>The names in a sentence: <c>one, another or a third</c>.</summary>
    public static string InWords(Type enumeration)
    {
        var names = Of(enumeration);
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }

    /// <summary>A value as it is typed.</summary>
    public static string Typed(object value) => $"{value}".ToLowerInvariant();

    /// <summary>The value of a name, which is not a number; <see langword="null"/> where there is none of this name.</summary>
    public static object? Read(Type enumeration, string name)
        => Of(enumeration).Contains(name, StringComparer.OrdinalIgnoreCase) ? Enum.Parse(enumeration, name, ignoreCase: true) : null;
}
