using System.Text;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>A scalar of several lines or with escapes, in the making. Reused from one scalar to the next.</summary>
internal sealed class FormScalar
{
    private readonly StringBuilder _text = new(4096);
    private int _protected;

    /// <summary>Begins a scalar.</summary>
    public void Clear()
    {
        _text.Clear();
        _protected = 0;
    }

    /// <summary>Appends what the file has.</summary>
    public FormScalar Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Appends what an escape stands for, which no folding takes away.</summary>
    public void AppendEscaped(char character)
    {
        _text.Append(character);
        _protected = _text.Length;
    }

    /// <summary>Appends what an escape stands for, which no folding takes away.</summary>
    public void AppendEscaped(string characters)
    {
        _text.Append(characters);
        _protected = _text.Length;
    }

    /// <summary>Appends the rest of a line and leaves out the spaces at its end, but for those that escapes stand for.</summary>
    public void AppendTrimmed(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        var end = _text.Length;
        while (end > _protected && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        _text.Length = end;
    }

    /// <summary>Remembers that a line was joined to the next one, so that its spaces stay.</summary>
    public void Join() => _protected = _text.Length;

    /// <summary>A fold: a space where no empty line was, otherwise a line break for each.</summary>
    public FormScalar Break(int emptyLines)
    {
        if (emptyLines <= 0)
        {
            _text.Append(' ');
        }
        else
        {
            _text.Append('\n', emptyLines);
        }

        _protected = _text.Length;
        return this;
    }

    /// <summary>Line breaks as they are.</summary>
    public void Lines(int count) => _text.Append('\n', count);

    /// <summary>The scalar with its last stretch.</summary>
    public string Finish(ReadOnlySpan<char> last)
    {
        if (_text.Length == 0)
        {
            return last.ToString();
        }

        _text.Append(last);
        return _text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
