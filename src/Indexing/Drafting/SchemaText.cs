using System.Text;
using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.Indexing.Drafting;

/// <summary>YAML for people: two spaces a level, texts in quotes where they need them, comments.</summary>
internal sealed class SchemaText
{
    private const int LongestExample = 60;

    private readonly StringBuilder _text = new();

    /// <summary>A line of comment. Line ends within become blanks.</summary>
    public SchemaText Comment(int level, string comment) => Line(level, "# " + OneLine(comment));

    /// <summary>A key whose value follows on lines of its own.</summary>
    public SchemaText Section(int level, string key) => Line(level, Quoted(key) + ":");

    public SchemaText Entry(int level, string key, string value) => Line(level, $"{Quoted(key)}: {Quoted(value)}");

    public SchemaText List(int level, string key, IEnumerable<string> values)
        => Line(level, $"{Quoted(key)}: [{string.Join(", ", values.Select(Quoted))}]");

    public SchemaText Item(int level, string value) => Line(level, "- " + Quoted(value));

    public SchemaText Gap()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Examples of texts, short enough to be read.</summary>
    public static string Examples(IEnumerable<string> texts)
        => string.Join("; ", texts.Select(static text => ShortText.Of(text, LongestExample)));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>A text as YAML has it: bare where that is safe, in single quotes where it has one line, else in double quotes.</summary>
    public static string Quoted(string text)
    {
        var isName = text.Length > 0
            && char.IsAsciiLetter(text[0])
            && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
        if (isName && !IsKeyword(text))
        {
            return text;
        }

        return text.Any(static letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\uFEFF')
            ? '"' + string.Concat(text.Select(Escaped)) + '"'
            : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static string Escaped(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' => FormattableString.Invariant($"\\u{(int)letter:X4}"),
        _ => letter.ToString(),
    };

    private static bool IsKeyword(string text)
        => text.ToLowerInvariant() is "null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n";

    private static string OneLine(string text)
        => string.Concat(text.Select(static letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    private SchemaText Line(int level, string line)
    {
        _text.Append(' ', 2 * level).Append(line).Append('\n');
        return this;
    }
}
