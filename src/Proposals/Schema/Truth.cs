using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Schema;

/// <summary>Yes and no as YAML 1.1, YAML 1.2, JSON, tables, and forms in some other languages write them.</summary>
internal static class Truth
{
    private static readonly FrozenSet<string> Yes = WordSet.IgnoringCase("true yes y on 1 t x ja oui sí si sim");
    private static readonly FrozenSet<string> No = WordSet.IgnoringCase("false no n off 0 f nein nee non não");

    /// <summary>What a text says, or <see langword="null"/> where it says neither.</summary>
    public static bool? Of(string text)
    {
        var word = text.Trim();
        return Yes.Contains(word) ? true : No.Contains(word) ? false : null;
    }
}
