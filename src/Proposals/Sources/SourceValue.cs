namespace ProposalSearch.Proposals.Sources;

/// <summary>A value of a source file: text, a list, or a mapping. Numbers, dates and booleans stay the text that the file has.</summary>
internal abstract class SourceValue
{
    /// <summary>A key without a value.</summary>
    public static SourceText Nothing { get; } = new("");
}

/// <summary>A text.</summary>
internal sealed class SourceText(string text, IReadOnlyList<SourceLink>? links = null) : SourceValue
{
    /// <summary>The text; empty where the file has none.</summary>
    public string Text { get; } = text;

    /// <summary>The addresses behind words of the text, where it was written with links.</summary>
    public IReadOnlyList<SourceLink> Links { get; } = links ?? [];
}

/// <summary>An address behind words.</summary>
/// <param name="Text">The words.</param>
/// <param name="Url">The address, as the file has it.</param>
/// <param name="IsNamed">Whether the words say alone where the address leads; else they need their key before them.</param>
internal readonly record struct SourceLink(string Text, string Url, bool IsNamed = false);

/// <summary>A list of values.</summary>
internal sealed class SourceList(IReadOnlyList<SourceValue> items) : SourceValue
{
    /// <summary>The items in the order of the file.</summary>
    public IReadOnlyList<SourceValue> Items { get; } = items;
}

/// <summary>Keys with values, in the order of the file. A key may be there twice.</summary>
internal sealed class SourceMap(IReadOnlyList<SourceEntry> entries) : SourceValue
{
    /// <summary>A mapping without keys.</summary>
    public static SourceMap Empty { get; } = new([]);

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<SourceEntry> Entries { get; } = entries;

    /// <summary>The first entry with such a key, or <see langword="null"/>.</summary>
    public SourceEntry? Find(Func<string, bool> isKey)
    {
        foreach (var entry in Entries)
        {
            if (isKey(entry.Key))
            {
                return entry;
            }
        }

        return null;
    }
}

/// <summary>A key with its value.</summary>
/// <param name="Key">As the file has it.</param>
/// <param name="Value">Its value.</param>
/// <param name="Line">The line of the key, from 1; 0 where the format has no lines.</param>
internal readonly record struct SourceEntry(string Key, SourceValue Value, int Line);
