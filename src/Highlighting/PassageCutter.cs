namespace ProposalSearch.Highlighting;

/// <summary>Cuts a passage out of a section's text: the only place where text is read.</summary>
internal static class PassageCutter
{
    private const string Ellipsis = "…";

    /// <summary>Cuts around some characters of a section.</summary>
    /// <param name="view">The document.</param>
    /// <param name="core">The characters that must be in the passage.</param>
    /// <param name="room">The characters that may be.</param>
    /// <param name="length">The length to aim at.</param>
    public static CutText Cut<TText>(TText view, TextRange core, TextRange room, int length)
        where TText : ITokenizedText, allows ref struct
    {
        int section = core.Section, first = core.Start, last = core.End, whole = view.TextLength(section);
        int from = Math.Max(room.Start, first - length), to = Math.Min(room.End, Math.Max(last, first + length) + length);
        string around = view.Text(section, from, to - from);
        int slack = Math.Max(0, length - (last - first));
        int start = Begin(around, first - from, slack, from == 0, out bool cutBefore);
        int end = Finish(around, Math.Max(last - from, start), start + length, length / 4, to == whole, out bool cutAfter);
        start = cutBefore ? start : Earlier(around, start, end - length, from == 0);
        string text = around[start..end];
        var range = new TextRange(section, from + start, from + end);
        return new CutText(range, (cutBefore ? Ellipsis : "") + text + (cutAfter ? Ellipsis : ""), cutBefore ? Ellipsis.Length : 0);
    }

    /// <summary>Whether two passages have the same words: an ellipsis makes no difference.</summary>
    public static bool IsSame(string text, string other) => text.AsSpan().Trim(Ellipsis).SequenceEqual(other.AsSpan().Trim(Ellipsis));

    /// <summary>The beginning of the sentence, or of a word where the sentence begins too far back.</summary>
    private static int Begin(string text, int first, int slack, bool atBeginning, out bool cut)
    {
        cut = false;
        int least = Math.Max(0, first - slack);
        for (int at = first; at > least; at--)
        {
            if (IsSentenceStart(text, at))
            {
                return at;
            }
        }

        if (least == 0 && atBeginning)
        {
            return SkipSpace(text, 0, first);
        }

        cut = true;
        return WordStart(text, Math.Max(0, first - slack / 3), first);
    }

    /// <summary>
    /// Where the section ends before the passage is as long as it may be: an earlier sentence to begin with, if one fits.
    /// </summary>
    private static int Earlier(string text, int start, int least, bool atBeginning)
    {
        if (least <= 0 && atBeginning)
        {
            return SkipSpace(text, 0, start);
        }

        for (int at = Math.Max(least, 0); at < start; at++)
        {
            if (IsSentenceStart(text, at))
            {
                return at;
            }
        }

        return start;
    }

    private static int Finish(string text, int last, int aim, int more, bool atEnd, out bool cut)
    {
        cut = false;
        int least = Math.Min(Math.Max(last, aim), text.Length);
        if (least == text.Length && atEnd)
        {
            return TrimSpace(text, last, text.Length);
        }

        for (int at = least; at <= Math.Min(text.Length, least + more); at++)
        {
            if (IsSentenceEnd(text, at, atEnd))
            {
                return TrimSpace(text, last, at);
            }
        }

        for (int at = least; at > Math.Max(last, aim - more); at--)
        {
            if (IsSentenceEnd(text, at, atEnd))
            {
                return TrimSpace(text, last, at);
            }
        }

        cut = true;
        return TrimSpace(text, last, WordEnd(text, last, least));
    }

    private static bool IsSentenceStart(string text, int at)
    {
        if (char.IsWhiteSpace(text[at]) || at == 0)
        {
            return false;
        }

        int before = at - 1;
        bool space = false, line = false;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            space = true;
            line |= text[before--] == '\n';
        }

        return line || (space && before >= 0 && EndsSentence(text, before));
    }

    private static bool IsSentenceEnd(string text, int at, bool atEnd)
    {
        if (at == text.Length)
        {
            return atEnd;
        }

        return at > 0 && (text[at] == '\n' || (char.IsWhiteSpace(text[at]) && EndsSentence(text, at - 1)));
    }

    private static bool EndsSentence(string text, int at)
    {
        while (at > 0 && text[at] is '"' or '\'' or ')' or ']' or '”' or '’')
        {
            at--;
        }

        return text[at] is '.' or '!' or '?' or '…' or '。' or '！' or '？';
    }

    private static int WordStart(string text, int at, int first)
    {
        if (at == 0)
        {
            return SkipSpace(text, 0, first);
        }

        for (int i = at; i < first; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return SkipSpace(text, i, first);
            }
        }

        return at < first && char.IsLowSurrogate(text[at]) ? at + 1 : Math.Min(at, first);
    }

    private static int WordEnd(string text, int last, int at)
    {
        if (at >= text.Length)
        {
            return text.Length;
        }

        for (int i = at; i >= last; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return at > last && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int TrimSpace(string text, int least, int end)
    {
        while (end > least && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}

/// <summary>A stretch of a section's text, in UTF-16 code units.</summary>
/// <param name="Section">The section.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends; excluded.</param>
internal readonly record struct TextRange(int Section, int Start, int End);

/// <summary>A passage without its matches.</summary>
/// <param name="Range">Where it is from.</param>
/// <param name="Text">Its text, with an ellipsis at each end that is cut.</param>
/// <param name="Shift">Characters that the ellipsis before it takes.</param>
internal readonly record struct CutText(TextRange Range, string Text, int Shift);
