using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Inference;

/// <summary>Questions of a form that ask for the title, and for nothing else: <c>What is your project called?</c></summary>
internal static partial class TitleQuestions
{
    /// <summary>Whether a key asks for the title.</summary>
    /// <param name="name">The key as <see cref="KeyName.Of"/> has it.</param>
    public static bool Ask(string name) => English().IsMatch(name) || Others().IsMatch(name);

    /// <summary>What is proposed.</summary>
    private const string Thing = "(?:project|proposal|idea|initiative|talk|session|event|activity|workshop|programme)";

    [GeneratedRegex(
        $"""
        ^(?:(?:what\ is|what's|please\ (?:state|enter|give|provide)|give|enter)\ )?(?:us\ )?(?:(?:the|a|your)\ )?
            (?:(?:full|short|working|proposed)\ )*(?:name|title)\ (?:of|for)\ (?:the|your|this)\ (?:proposed\ )?{Thing}$
        |^what(?:\ is|'s|\ will\ be)\ (?:the|your)\ (?:proposed\ )?{Thing}(?:'s)?\ (?:called|named|title|name)$
        |^what\ (?:do|will|would)\ you\ call\ (?:the|your)\ {Thing}$
        |^(?:please\ )?give\ (?:the|your)\ {Thing}\ a\ (?:name|title)$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex English();

    [GeneratedRegex(
        """
        ^(?:wie\ (?:heiss?t|nennst\ du|nennt\ ihr|nennen\ sie)|wie\ lautet\ der\ (?:name|titel))
            \ (?:das|dein|euer|ihr|eures|ihres|deines|des)\ (?:projekts?|projektes|vorhabens?)$
        |^(?:name|titel)\ (?:eures|ihres|deines|des)\ (?:projekts?|projektes|vorhabens)$
        |^(?:quel\ est\ le|donnez\ le)\ (?:nom|titre)\ (?:de\ votre|de\ ton|du)\ projet$
        |^¿?(?:como\ se\ llama|cual\ es\ el\ (?:nombre|titulo)\ de|como\ se\ chama|qual\ (?:e\ )?o\ (?:nome|titulo)\ do)
            \ ?(?:el|tu|su|vuestro|o|seu|vosso)?\ (?:proyecto|projeto)$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Others();
}
