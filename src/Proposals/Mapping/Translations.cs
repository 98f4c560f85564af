using System.Collections.Frozen;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// A value in several languages, each under its code: <c>title: {en: Boxes, es: Cajas}</c>. The first that says anything stands for the
/// value.
/// </summary>
internal static class Translations
{
    private const int FewestLanguages = 2;

    private static readonly FrozenSet<string> Codes = WordSet.IgnoringCase("""
        af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt lv
        mk ml mn mr ms mt my nb ne nl nn no oc pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk tl tr uk ur uz vi xh yo zh zu
        """);

    /// <summary>The key of the language that stands for the value; <see langword="null"/> where it is no value in several.</summary>
    public static string? MainOf(SourceMap map)
        => map.Entries.Count >= FewestLanguages && map.Entries.All(static entry => IsCode(entry.Key) && entry.Value is SourceText)
            && map.Entries.DistinctBy(static entry => entry.Key).Count() == map.Entries.Count
                ? map.Entries.FirstOrDefault(static entry => entry.Value is SourceText { Text.Length: > 0 }).Key
                : null;

    /// <summary><c>pt</c>, <c>pt-BR</c>, <c>zh_Hans</c>.</summary>
    private static bool IsCode(string key)
        => Codes.Contains(key) || (key.Length is >= 5 and <= 7 && key[2] is '-' or '_' && Codes.Contains(key[..2]));
}
