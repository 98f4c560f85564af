using System.Collections.Frozen;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Links as mappings of a name and an address: <c>{name: Source, url: https://x.org}</c>.</summary>
internal static class NamedLinks
{
    private static readonly FrozenSet<string> Names = WordSet.IgnoringCase("""
        name label title text caption link_text linktext titre titel titulo título titolo nom nombre nome naam bezeichnung etiqueta
        """);
    private static readonly FrozenSet<string> Addressed = WordSet.IgnoringCase("""
        url href link address uri website link_url linkurl lien enlace adresse verweis web webseite sitio
        """);

    /// <summary>What may stand beside them and says nothing of its own.</summary>
    private static readonly FrozenSet<string> Beside = WordSet.IgnoringCase("icon type rel target alt kind id order class");

    /// <summary>Whether a mapping is a link.</summary>
    public static bool IsOne(SourceMap map)
        => Text(map, Names).Length > 0
            && Mapping.Addresses.IsAddress(Text(map, Addressed))
            && map.Entries.All(static entry => Names.Contains(entry.Key) || Addressed.Contains(entry.Key) || Beside.Contains(entry.Key));

    /// <summary>The name, with the address behind it.</summary>
    public static SourceText Read(SourceMap map)
        => new(Text(map, Names), [new SourceLink(AnswerText.CleanLine(Text(map, Names)), Text(map, Addressed), IsNamed: true)]);

    /// <summary>Whether a value is nothing but such links: their names are shown with them, and say nothing else.</summary>
    public static bool AreAll(SourceValue value) => value switch
    {
        SourceList list => list.Items.All(AreAll),
        SourceText { Links.Count: > 0 } text => text.Links.All(static link => link.IsNamed),
        _ => false,
    };

    private static string Text(SourceMap map, FrozenSet<string> keys)
        => (map.Find(keys.Contains)?.Value as SourceText)?.Text.Trim() ?? "";
}
