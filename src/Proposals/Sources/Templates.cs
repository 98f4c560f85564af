using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Files for people to copy, told by their names or those of their folders: <c>0000-template</c>, <c>NNNN-kep-template/README.md</c>,
/// <c>Antragsvorlage</c>. A proposal may be about templates; then its name has a number of its own, or says more.
/// </summary>
internal static class Templates
{
    private static readonly FrozenSet<string> Words = WordSet.IgnoringCase("""
        template templates vorlage vorlagen antragsvorlage mustervorlage plantilla plantillas modele modeles modèle modèles gabarit modello
        modelli modelo sjabloon szablon šablona sablon mall skabelon mal malli şablon шаблон πρότυπο boilerplate skeleton
        """);

    /// <summary>What may stand beside such a word and says no more.</summary>
    private static readonly FrozenSet<string> Generic = WordSet.IgnoringCase("""
        proposal proposals prop props rfc rfcs kep keps pep peps bip bips cip cips eip eips erc ercs jep jeps rep gep gip hip
        lip mip nep sip tip
        adr adrs grant grants application applications issue issues pull request requests pr bug feature project projects idea
        ideas open form
        forms readme index new blank empty example sample my your the a an of for short long report full budget milestone
        delivery talk session
        cfp paper enhancement improvement design doc document docs text file markdown md yaml copy me submission rfp loi letter
        antrag antrags projekt propuesta proyecto solicitud demande projet proposition proposta progetto projeto voorstel wniosek name title
        titel titre titulo título titolo kurztitel nom nombre nome slug here some something
        general subproposal subproposals amendment onboarding offboarding
        yyyy mm dd number date year de del do da du des di la le el los für fur zum zur van
        """);

    /// <summary>Whether a file is one.</summary>
    public static bool IsOne(SourceFile file) => file.Stem.Split('/').Any(IsOne);

    private static bool IsOne(string name)
    {
        var words = Parts(name);
        return words.Exists(Words.Contains)
            ? words.Exists(IsNoNumber) || words.TrueForAll(IsSilent)
            : words.Count > 1 && words.Exists(IsNoNumberInLetters)
                && words.TrueForAll(static word => IsNoNumberInLetters(word) || IsSilent(word));
    }

    /// <summary>Whether a name says that the file is a template of something.</summary>
    public static bool MayBeOne(string name) => Parts(name).Exists(Words.Contains);

    /// <summary>
    /// Whether a file is a template of something that lies beside it: <c>kilo-template</c> beside a folder <c>kilo</c>, or, where other
    /// files begin with <c>rap-</c>, <c>RAP-0-template</c>.
    /// </summary>
    /// <param name="name">The name of the file, without its ending, of which <see cref="MayBeOne"/> is true.</param>
    /// <param name="beside">The names of the files and folders beside it.</param>
    public static bool IsOneOf(string name, IReadOnlyCollection<string> beside)
    {
        var words = Parts(name);
        var rest = Telling(words);
        return rest.Count > 0 && rest.Count < words.Count
            && (beside.Any(other => other != name && !MayBeOne(other) && IsOf(Parts(other), rest))
                || (rest.Count == 1 && beside.Count(other => Begins(other, rest[0])) * 2 > beside.Count));
    }

    /// <summary>Whether a name says what another says: in its words, or, of a folder of many, in those that tell.</summary>
    private static bool IsOf(List<string> other, List<string> rest)
        => other.SequenceEqual(rest, StringComparer.OrdinalIgnoreCase)
            || (rest.Exists(static word => word.Any(char.IsLetter) && word.Any(char.IsDigit))
                && Telling(other).SequenceEqual(rest, StringComparer.OrdinalIgnoreCase));

    /// <summary>The words that say of what a file is a template.</summary>
    private static List<string> Telling(List<string> words)
        => words.FindAll(static word => !IsSilent(word) && word.AsSpan().ContainsAnyExcept('0'));

    private static bool Begins(string name, string word)
        => Parts(name) is [var first, _, ..] && first.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsSilent(string word) => Words.Contains(word) || Generic.Contains(word);

    /// <summary><c>NNNN</c>, <c>xxxx</c>.</summary>
    private static bool IsNoNumberInLetters(string word)
        => word.Length >= 3 && word[0] is 'n' or 'N' or 'x' or 'X' && word.AsSpan().Trim(word[0]).IsEmpty;

    /// <summary>What stands where others have a number: <c>0000</c>, <c>NNNN</c>, <c>XXX</c>.</summary>
    private static bool IsNoNumber(string word)
        => word.Length >= 2 && word[0] is '0' or 'n' or 'N' or 'x' or 'X' && word.AsSpan().Trim(word[0]).IsEmpty;

    /// <summary>The words of a name; <c>grantTemplate</c> is two.</summary>
    private static List<string> Parts(string name)
        => [.. Wording.Words(name).Split([' ', '-', '_', '.', '(', ')', '[', ']', '{', '}', '+'], StringSplitOptions.RemoveEmptyEntries)];
}
