using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>
/// What other programs let pass and YamlDotNet does not, put right in the text for a second reading: lines of blanks alone, quoted texts
/// that go on at the beginning of a line, escapes that are half a character, and tabs and blanks of word processors where YAML has
/// spaces. No line moves, so that faults keep their lines.
/// </summary>
/// <param name="yaml">The text that could not be read.</param>
/// <param name="separators">What line separators of word processors are hidden by in it, if there are any.</param>
/// <param name="reading">Knows what says that a proposal is not published.</param>
internal sealed partial class YamlPatches(string yaml, LineSeparators? separators, SourceReading reading)
{
    /// <summary>So many characters are read again, at most, in all readings of one text together.</summary>
    private const long MostCharacters = 200_000_000;

    private const int MostPatches = 100;
    private const int WidestTab = 8;

    private readonly List<(int Line, string Cause, string Remedy)> _assumed = [];
    private long _characters;
    private int _patches;
    private bool _hasEmptied;
    private bool _hasSpaced;
    private bool _hasHiddenColons;
    private string? _tabbed;
    private int _tabWidth = 1;

    public string Text { get; private set; } = yaml;

    /// <summary>What was assumed, each with its line in the text.</summary>
    public IReadOnlyList<(int Line, string Cause, string Remedy)> Assumed => _assumed;

    /// <summary>Puts right what may have led to a fault; false where there is nothing more to try.</summary>
    public bool TryMend(Exception failure)
    {
        _characters += Text.Length;
        return ++_patches <= MostPatches
            && _characters <= MostCharacters
            && failure is not YamlLimitException
            && (TryIndent(failure) || TryEmptyLines() || TryHideColons() || TryPlainSpaces() || TryWholeCharacters() || TryTabs());
    }

    /// <summary>A quoted text of which lines are indented too little: they are indented, which is no part of the text.</summary>
    private bool TryIndent(Exception failure)
    {
        if (failure is not YamlException { Start: var start }
            || start.Index >= Text.Length
            || Text[(int)start.Index] != '"'
            || EndOfQuoted((int)start.Index + 1) is not { } end)
        {
            return false;
        }

        var (open, column) = ((int)start.Index, (int)start.Column);
        if (Indented(Text[open..end], column) is not { } indented)
        {
            return false;
        }

        Text = string.Concat(Text.AsSpan(0, open), indented, Text.AsSpan(end));
        _assumed.Add((
            (int)start.Line,
            "The quoted text that begins here goes on at the beginning of a line; it was read as if that line were indented.",
            "Indent the lines of a quoted text."));
        return true;
    }

    /// <summary>
    /// A text with its lines from the second on indented; <see langword="null"/> where all are already, or where one may be no part of it.
    /// </summary>
    private string? Indented(string text, int column)
    {
        var lines = text.Split('\n');
        var isMended = false;
        for (var at = 1; at < lines.Length; at++)
        {
            if (UnpublishedLines.SaysSo(lines[at], reading) || lines[at] is ['-', '-', '-', ..] or ['.', '.', '.', ..])
            {
                return null;
            }

            if (lines[at].Length > 0 && lines[at].AsSpan().IndexOfAnyExcept(' ') < column)
            {
                (lines[at], isMended) = (new string(' ', column) + lines[at], true);
            }
        }

        return isMended ? string.Join('\n', lines) : null;
    }

    /// <summary>The place of the quote that ends a text in double quotes.</summary>
    private int? EndOfQuoted(int from)
    {
        for (var at = from; at < Text.Length; at++)
        {
            if (Text[at] == '"')
            {
                return at;
            }

            at += Text[at] == '\\' ? 1 : 0;
        }

        return null;
    }

    /// <summary>Lines that nobody sees anything on are empty lines.</summary>
    private bool TryEmptyLines()
    {
        if (_hasEmptied)
        {
            return false;
        }

        _hasEmptied = true;
        var emptied = string.Join('\n', Text.Split('\n').Select(static line => string.IsNullOrWhiteSpace(line) ? "" : line));
        var isMended = emptied.Length < Text.Length;
        Text = emptied;
        return isMended;
    }

    /// <summary>What stands behind a line separator is no key of its own, though it may have a colon.</summary>
    private bool TryHideColons()
    {
        if (_hasHiddenColons || separators is null)
        {
            return false;
        }

        _hasHiddenColons = true;
        var hidden = separators.WithoutColons(Text);
        var first = hidden.AsSpan().CommonPrefixLength(Text);
        if (first == Text.Length)
        {
            return false;
        }

        _assumed.Add((
            SourceEncoding.LineOf(Text, first),
            "Behind a line separator (U+2028, U+2029 or U+0085), which nobody sees, stands a colon; it was read as part of the text.",
            "Remove the separator, or put the text in quotes."));
        Text = hidden;
        return true;
    }

    /// <summary>
    /// Blanks that look like spaces and are none: at the beginning of a line, or after the colon of a key, they hide that it is one.
    /// </summary>
    private bool TryPlainSpaces()
    {
        if (_hasSpaced)
        {
            return false;
        }

        _hasSpaced = true;
        var spaced = Structure().Replace(
            Text, static line => Spaced(line.Groups["lead"].Value) + line.Groups["key"].Value + Spaced(line.Groups["after"].Value));
        var first = spaced.AsSpan().CommonPrefixLength(Text);
        if (first == Text.Length)
        {
            return false;
        }

        _assumed.Add((
            SourceEncoding.LineOf(Text, first),
            "There are blanks here, or below, that are no spaces, such as non-breaking ones; they were read as spaces.",
            "Put spaces in their place."));
        Text = spaced;
        return true;
    }

    /// <summary>
    /// Tabs at the beginning of a line, or after a dash or a colon. How wide the writer's were shows in the lines that have spaces: two,
    /// then four, then eight are tried.
    /// </summary>
    private bool TryTabs()
    {
        _tabbed ??= Text;
        _tabWidth *= 2;
        var spaces = new string(' ', _tabWidth);
        var spaced = Tabs().Replace(_tabbed, tab => IsBehindDash(tab, _tabbed)
            ? spaces[1..]
            : tab.Value.Replace("\t", spaces, StringComparison.Ordinal));
        var first = spaced.AsSpan().CommonPrefixLength(_tabbed);
        if (_tabWidth > WidestTab || first == _tabbed.Length)
        {
            return false;
        }

        if (_tabWidth == 2)
        {
            _assumed.Add((
                SourceEncoding.LineOf(Text, first),
                "Here, or below, stand tabs where YAML has spaces; they were read as spaces.",
                "Indent with spaces: YAML allows no tabs there."));
        }

        Text = spaced;
        return true;
    }

    /// <summary>A tab behind a dash ends where one at the margin does.</summary>
    private static bool IsBehindDash(Match tab, string text) => tab.Value == "\t" && tab.Index > 0 && text[tab.Index - 1] == '-';

    /// <summary>Escapes that are half a character.</summary>
    private bool TryWholeCharacters()
    {
        var (whole, first) = LoneSurrogates.Replace(Text);
        if (first < 0)
        {
            return false;
        }

        _assumed.Add((
            SourceEncoding.LineOf(Text, first),
            "A \\u escape is half a character; \uFFFD was put in its place.",
            "Write both halves of the surrogate pair, or the character itself."));
        Text = whole;
        return true;
    }

    private static string Spaced(string blanks) => string.Concat(blanks.Select(static character => character == '-' ? '-' : ' '));

    /// <summary>Blanks with a tab among them, where YAML tells its structure by them.</summary>
    [GeneratedRegex(
        @"^[ ]*\t[ \t]*|(?<=^[ \t]*(?:-[ \t]+)*[-?:])[ ]*\t[ \t]*|(?<=^[^\n:""']*:)[ ]*\t[ \t]*",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Tabs();

    /// <summary>
    /// The blanks of a line that YAML tells its structure by: those at its beginning, also between dashes, and those after the first
    /// colon.
    /// </summary>
    [GeneratedRegex(
        @"^(?<lead>\p{Zs}*(?:-\p{Zs}+)*)(?:(?<key>[^:\n]*:)(?<after>\p{Zs}+)(?!#))?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Structure();
}
