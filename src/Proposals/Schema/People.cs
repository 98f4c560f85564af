using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Schema;

/// <summary>Lists of people as files write them: <c>Ann Lee (@ann), Bob Ray &lt;bob@x.org&gt; and C. Diaz</c>.</summary>
internal static partial class People
{
    /// <summary>The pattern of an address of mail.</summary>
    public const string MailAddress = @"[\w.+%-]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,100}){1,8}";

    /// <summary>The names, without handles and mail addresses.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        var plain = Handles().Replace(text, " ");
        var parts = plain.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal) && !plain.Contains(';', StringComparison.Ordinal))
        {
            parts = [plain];
        }

        var names = parts.SelectMany(static part => And().Split(part)).Select(Name);
        return [.. names.Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string Name(string part)
    {
        var name = Wording.Display(part).Trim(' ', ',', '.', '-', '*').Trim();
        return name.ToUpperInvariant() is "ET AL" or "AND" ? "" : name;
    }

    /// <summary><c>(@name)</c>, <c>(name@x.org)</c>, <c>&lt;name@x.org&gt;</c>, <c>name@x.org</c>.</summary>
    [GeneratedRegex(
        @"\([^()]{0,200}\)|<[^<>]{0,200}>|" + MailAddress, RegexOptions.CultureInvariant)]
    private static partial Regex Handles();

    [GeneratedRegex(@"(?:^|\s)(?:and|&)\s", RegexOptions.CultureInvariant)]
    private static partial Regex And();
}
