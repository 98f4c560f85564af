using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// What a file states that becomes a value to filter by, a year, a name of an account or the label of a link: somebody who has read it
/// looks for these words too. Each is kept as the file has it, once.
/// </summary>
internal sealed partial class StatedValues
{
    private const int Longest = 300;
    private const int MostValues = 200;

    private readonly List<string> _values = [];

    /// <summary>Takes a text as one line; what stands for no value, addresses and long texts say nothing here.</summary>
    public void Add(string text)
    {
        var line = AnswerText.PlainLine(Mail().Replace(text, " ")).TrimEnd(',', ';', '<', '(', ' ');
        if (_values.Count < MostValues && line.Length is > 0 and <= Longest
            && !Placeholders.IsNoValue(line) && !Addresses.IsAddress(line) && !Addresses.AreAll(line))
        {
            _values.Add(line);
        }
    }

    /// <summary>
    /// Takes the accounts among names: of <c>Ann Lee (@ann), ann@x.org</c> the first, since addresses of mail are not searched.
    /// </summary>
    public void AddAccounts(string names)
    {
        foreach (Match account in Account().Matches(names))
        {
            Add(account.Value);
        }
    }

    /// <summary>Those that stand in none of the texts, on a line each; empty where there are none.</summary>
    public string Missing(IReadOnlyCollection<string> texts)
        => string.Join('\n', _values.Distinct(StringComparer.OrdinalIgnoreCase).Where(value => !texts.Any(text => Has(text, value))));

    /// <summary>Whether a text has a value in it, with no letter or digit at its sides.</summary>
    private static bool Has(string text, string value)
    {
        for (var at = 0; (at = text.IndexOf(value, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An address of mail, with what stands around it: those are neither searched nor shown.</summary>
    [GeneratedRegex(@"[(<\[]*(?:mailto:)?" + People.MailAddress + @"[)>\]]*", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60}", RegexOptions.CultureInvariant)]
    private static partial Regex Account();
}
