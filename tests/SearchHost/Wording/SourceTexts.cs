using System.Text;

namespace ProposalSearch.SearchHost.Tests.Wording;

/// <summary>A text that stands in source code between quotes.</summary>
/// <param name="IsTemplate">Whether it begins with a dollar sign; its holes are one blank each then.</param>
/// <param name="Content">The text.</param>
internal sealed record SourceText(bool IsTemplate, string Content);

/// <summary>Finds the texts of C# source, those within holes of others too; comments and single characters are none.</summary>
internal sealed class SourceTexts
{
    private readonly string _source;
    private readonly List<SourceText> _found = [];
    private int _at;

    private SourceTexts(string source) => _source = source;

    /// <summary>The texts of a source.</summary>
    public static IReadOnlyList<SourceText> Of(string source)
    {
        var reader = new SourceTexts(source);
        reader.ReadCode(inHole: false);
        return reader._found;
    }

    private bool Sees(string what) => string.CompareOrdinal(_source, _at, what, 0, what.Length) == 0;

    private void ReadCode(bool inHole)
    {
        var depth = 0;
        while (_at < _source.Length)
        {
            if (inHole && depth == 0 && _source[_at] == '}')
            {
                return;
            }

            depth += _source[_at] is '{' or '(' or '[' ? 1 : _source[_at] is '}' or ')' or ']' ? -1 : 0;
            if (!SkipNoText())
            {
                ReadTextOrMove();
            }
        }
    }

    /// <summary>Passes over a comment or a character.</summary>
    private bool SkipNoText()
    {
        var end = Sees("//") ? _source.IndexOf('\n', _at) : Sees("/*") ? _source.IndexOf("*/", _at, StringComparison.Ordinal) + 2
            : Sees("'\\") ? _source.IndexOf('\'', _at + 3) + 1 : Sees("'") ? _at + 3 : _at;
        var moved = end != _at;
        _at = end < _at ? _source.Length : end;
        return moved;
    }

    private void ReadTextOrMove()
    {
        var isTemplate = Sees("$\"");
        if (isTemplate || Sees("\"") || Sees("@\""))
        {
            _at += Sees("\"") ? 0 : 1;
            var quotes = Sees("\"\"\"") ? "\"\"\"" : "\"";
            _at += quotes.Length;
            ReadText(isTemplate, quotes);
        }
        else
        {
            _at++;
        }
    }

    private void ReadText(bool isTemplate, string quotes)
    {
        var text = new StringBuilder();
        while (_at < _source.Length && !Sees(quotes))
        {
            if (isTemplate && _source[_at] == '{' && !Sees("{{"))
            {
                _at++;
                ReadCode(inHole: true);
                text.Append(' ');
                _at++;
            }
            else
            {
                var isEscaped = quotes.Length == 1 && _source[_at] == '\\';
                text.Append(_source[isEscaped ? _at + 1 : _at]);
                _at += isEscaped || Sees("{{") || Sees("}}") ? 2 : 1;
            }
        }

        _at += quotes.Length;
        _found.Add(new SourceText(isTemplate, text.ToString()));
    }
}
