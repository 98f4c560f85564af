using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals;

/// <summary>
/// What people write where a form wants something and they have nothing: <c>N/A</c>, <c>TBD</c>, a dash, the text of the form itself. It is
/// no title, no organization, no date, and nothing to filter by.
/// </summary>
internal static partial class Placeholders
{
    private const int Longest = 120;

    private static readonly SearchValues<char> Marks = SearchValues.Create("-–—?._/ ");

    private static readonly FrozenSet<string> Words = new[]
    {
        "n/a", "na", "n.a", "n/a/", "none", "null", "nil", "nan", "tbd", "tba", "tbc", "t.b.d", "t.b.a", "xxx", "todo", "undefined",
        "not applicable", "not available", "not specified", "not stated", "not yet", "to be determined", "to be announced",
        "to be confirmed", "to be decided", "fill in", "fill me in", "(fill me in)", "none yet", "no value",
        "k.a", "k. a", "keine angabe", "keine", "entfallt", "entfällt", "nicht zutreffend", "aucun", "aucune", "sans objet", "s.o",
        "non applicable", "ninguno", "ninguna", "no aplica", "no procede", "s/d", "nessuno", "nessuna", "non applicabile", "geen",
        "unspecified", "not provided", "not known", "not given", "not assigned", "unassigned", "no data", "sin especificar",
        "no especificado", "no especificada", "sin datos", "sin dato", "por definir", "n/d", "n.d", "ohne angabe", "nicht angegeben",
        "nicht bekannt", "non précisé", "non precise", "non renseigné", "non renseigne", "non spécifié", "non specifie", "à définir",
        "a definir", "non specificato", "da definire", "não informado", "nao informado",
        "n.v.t", "nvt", "nenhum", "nenhuma", "não se aplica", "nao se aplica",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What says something where it is one of several values, such as a state, and is no name of anything.</summary>
    private static readonly FrozenSet<string> NoNames = new[]
    {
        "untitled", "no title", "unknown", "sin título", "sin titulo", "desconocido", "desconocida", "ohne titel", "unbekannt",
        "sans titre", "inconnu", "inconnue", "senza titolo", "sconosciuto", "sem título", "sem titulo", "desconhecido", "zonder titel",
        "onbekend",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is no name of a proposal, or of who proposes.</summary>
    public static bool IsNoName(string text)
        => IsNoValue(text) || (text.Length <= 24 && NoNames.Contains(text.Trim(' ', '(', ')', '[', ']', '<', '>', '.').ToLowerInvariant()));

    /// <summary>Whether a text stands for no value.</summary>
    public static bool IsNoValue(string text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        var bare = text.AsSpan().Trim(" \t\n()[]<>{}*_`\"'");
        return bare.IsEmpty
            || !bare.ContainsAnyExcept(Marks)
            || (text.Length <= 24 && Words.Contains(Wording.Normalize(bare.ToString()).Replace('’', '\'')))
            || Words.Contains(bare.ToString().ToLowerInvariant())
            || Words.Contains(Wording.WithoutRemark(text).ToLowerInvariant())
            || Template().IsMatch(text);
    }

    /// <summary>Text that a form has for people to replace it; an address between such brackets is a value.</summary>
    [GeneratedRegex(
        """
        ^\s*(?:<(?!\w+:\S|[^<>\s]+@)[^<>]{3,100}>
          |\[?\(?(?:fill\ (?:me\ )?in|insert|enter|add|your|my)\b[^()\[\]]{0,60}(?:here|title|name|\.\.\.|…)\)?\]?
          |\(fill\ me\ in[^()]*\)
          |Y{4}[-/]M{2}(?:[-/]D{2})?)\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Template();
}
