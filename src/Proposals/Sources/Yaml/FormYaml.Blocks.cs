namespace ProposalSearch.Proposals.Sources.Yaml;

/// <content>Literal and folded scalars: <c>|</c> and <c>&gt;</c>.</content>
internal sealed partial class FormYaml
{
    private enum Chomping
    {
        Clip,
        Strip,
        Keep,
    }

    private SourceText ReadBlock(int indent)
    {
        var isFolded = _text[_at++] == '>';
        var chomping = Chomping.Clip;
        if (_at < _end && _text[_at] is '-' or '+')
        {
            chomping = _text[_at++] == '-' ? Chomping.Strip : Chomping.Keep;
        }

        SkipSpaces();
        if (_at < _end && _text[_at] != '\n')
        {
            return GiveUp();
        }

        EndLine();
        return TryFindIndent(indent, out var content) && (content > indent || chomping != Chomping.Keep) ? ReadBlockLines(indent, content, isFolded, chomping) : GiveUp();
    }

    /// <summary>The indentation of the first line that is not empty; false where an empty line before it is indented more.</summary>
    private bool TryFindIndent(int indent, out int content)
    {
        var most = 0;
        for (var at = _at; at < _end;)
        {
            var found = Rest(at).IndexOfAnyExcept(' ');
            var first = found < 0 ? _end : at + found;
            if (first < _end && _text[first] != '\n')
            {
                content = first - at;
                return most <= (content <= indent ? indent : content);
            }

            most = Math.Max(most, first - at);
            at = first + 1;
        }

        content = indent + 1;
        return most <= indent;
    }

    private SourceText ReadBlockLines(int indent, int content, bool isFolded, Chomping chomping)
    {
        _scalar.Clear();
        var (breaks, isFirst, wasSpaced, endsInBreak) = (0, true, false, false);
        while (content > indent && _at < _end)
        {
            var first = FirstOfLine();
            if (first - _at < content && first < _end && _text[first] != '\n')
            {
                break;
            }

            var end = first < _end && _text[first] == '\n' ? first : EndOfLine(first);
            if (end - _at <= content)
            {
                breaks += end < _end ? 1 : 0;
            }
            else
            {
                var line = _text.AsSpan(_at + content, end - _at - content);
                var isSpaced = line[0] is ' ' or '\t';
                AppendBreaks(breaks, isFirst, isFolded && !isSpaced && !wasSpaced);
                _scalar.Append(line);
                (breaks, isFirst, wasSpaced, endsInBreak) = (0, false, isSpaced, end < _end);
            }

            _at = end;
            EndLine();
        }

        return Finish(breaks, endsInBreak, chomping);
    }

    private void AppendBreaks(int emptyLines, bool isFirst, bool isFold)
    {
        if (isFirst)
        {
            _scalar.Lines(emptyLines);
        }
        else if (isFold)
        {
            _scalar.Break(emptyLines);
        }
        else
        {
            _scalar.Lines(emptyLines + 1);
        }
    }

    private SourceText Finish(int emptyLines, bool endsInBreak, Chomping chomping)
    {
        switch (chomping)
        {
            case Chomping.Clip when endsInBreak:
                _scalar.Lines(1);
                break;
            case Chomping.Keep:
                _scalar.Lines(emptyLines + (endsInBreak ? 1 : 0));
                break;
        }

        var text = _scalar.ToString();
        return text.Length == 0 ? QuotedNothing : new SourceText(text, isPlain: false);
    }
}
