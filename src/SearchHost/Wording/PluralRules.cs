using System.Globalization;
using System.Text.RegularExpressions;

namespace ProposalSearch.SearchHost.Wording;

/// <summary>
/// Which form of a sentence goes with a number: the plural rules of a language, in the notation of the Unicode CLDR, so that a language is
/// added by copying its line from there. Of the notation's operands only <c>n</c> and <c>i</c> are not 0, since all that is counted here
/// is whole: <c>v = 0</c> and <c>e = 0</c> hold always.
/// </summary>
internal sealed partial class PluralRules
{
    /// <summary>The form of all numbers that no rule names.</summary>
    public const string Other = "other";

    private readonly IReadOnlyList<(string Form, Relation[][] Any)> _rules;

    /// <summary>Reads rules: forms, such as <c>one</c>, and their conditions, such as <c>i = 1 and v = 0</c>.</summary>
    /// <exception cref="FormatException">A condition is none.</exception>
    public PluralRules(IEnumerable<KeyValuePair<string, string>> rules) =>
        _rules = [.. rules.Select(rule => (rule.Key, Condition(rule.Value)))];

    /// <summary>The forms that there are, <c>other</c> last.</summary>
    public IEnumerable<string> Forms => _rules.Select(rule => rule.Form).Append(Other);

    /// <summary>The form that goes with a number, which is not negative.</summary>
    public string Form(long number)
    {
        foreach (var (form, any) in _rules)
        {
            if (any.Any(all => all.All(relation => relation.Holds(number))))
            {
                return form;
            }
        }

        return Other;
    }

    private static Relation[][] Condition(string text) =>
        [.. text.Split(" or ").Select(all => all.Split(" and ").Select(Relation.Parse).ToArray())];

    /// <summary>One comparison, such as <c>n % 100 != 11..14</c>.</summary>
    private sealed partial record Relation(bool IsNumber, long Modulus, bool Negated, (long From, long To)[] Ranges)
    {
        public bool Holds(long number)
        {
            var value = IsNumber ? number : 0;
            value = Modulus == 0 ? value : value % Modulus;
            return Ranges.Any(range => value >= range.From && value <= range.To) != Negated;
        }

        public static Relation Parse(string text)
        {
            var parts = Notation().Match(text.Trim());
            if (!parts.Success)
            {
                throw new FormatException($"'{text}' is no comparison as the CLDR writes them, such as 'n % 10 = 2..4'.");
            }

            var modulus = parts.Groups["modulus"] is { Success: true } group ? Number(group.Value) : 0;
            var ranges = parts.Groups["ranges"].Value.Split(',').Select(range => range.Split("..")).ToArray();
            return new Relation(
                parts.Groups["operand"].Value is "n" or "i",
                modulus,
                parts.Groups["not"].Length > 0,
                [.. ranges.Select(ends => (Number(ends[0]), Number(ends[^1])))]);
        }

        private static long Number(string text) => long.Parse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"^(?<operand>[nivwftce])\s*(?:%\s*(?<modulus>[1-9]\d*))?\s*(?<not>!?)=\s*"
            + @"(?<ranges>\d+(?:\.\.\d+)?(?:\s*,\s*\d+(?:\.\.\d+)?)*)$")]
        private static partial Regex Notation();
    }
}
