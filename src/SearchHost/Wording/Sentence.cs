using System.Text;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Wording;

/// <summary>What fills a hole of a sentence; text and numbers are encoded.</summary>
/// <param name="Name">The name that stands in braces.</param>
/// <param name="Value">What stands there instead.</param>
internal readonly record struct Hole(string Name, Html Value)
{
    /// <summary>Markup.</summary>
    public static implicit operator Hole((string Name, Html Value) hole) => new(hole.Name, hole.Value);

    /// <summary>Text, which is encoded.</summary>
    public static implicit operator Hole((string Name, string? Value) hole) => new(hole.Name, Html.Text(hole.Value));
}

/// <summary>A sentence with holes, such as <c>Without: {words}</c>.</summary>
/// <param name="Plain">The sentence as the file has it.</param>
internal sealed record Sentence(string Plain)
{
    // Text and names of holes take turns, text first.
    private readonly string[] _parts = Plain.Split('{', '}');
    private readonly Html[] _texts = [.. Plain.Split('{', '}').Select(static (part, at) => at % 2 == 0 ? Html.Text(part) : Html.None)];

    /// <summary>The names of its holes.</summary>
    public IEnumerable<string> Holes => _parts.Where((_, at) => at % 2 == 1);

    /// <summary>The sentence, encoded, with its holes filled; of two of the same name the first counts.</summary>
    /// <exception cref="KeyNotFoundException">Nothing is there for a hole.</exception>
    public Html Fill(ReadOnlySpan<Hole> holes)
    {
        if (_texts.Length == 1)
        {
            return _texts[0];
        }

        var filled = new List<Html>(_parts.Length);
        for (var at = 0; at < _parts.Length; at++)
        {
            filled.Add(at % 2 == 0 ? _texts[at] : Find(holes, _parts[at]));
        }

        return Html.Join(filled);
    }

    /// <summary>The same as plain text.</summary>
    public string FillPlain(ReadOnlySpan<(string Name, string Value)> holes)
    {
        var filled = new StringBuilder(Plain);
        foreach (var (name, value) in holes)
        {
            filled.Replace($"{{{name}}}", value);
        }

        return filled.ToString();
    }

    private static Html Find(ReadOnlySpan<Hole> holes, string name)
    {
        foreach (var hole in holes)
        {
            if (hole.Name == name)
            {
                return hole.Value;
            }
        }

        throw new KeyNotFoundException($"Nothing was given for {{{name}}}.");
    }
}
