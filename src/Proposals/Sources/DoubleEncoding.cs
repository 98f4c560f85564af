using System.Buffers;
using System.Text;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Text in UTF-8 that a program took for Windows-1252 and wrote again: <c>O’Brien</c> became <c>Oâ€™Brien</c>. It is put right where that
/// is certain: all characters beside each other that are no ASCII are bytes of whole characters of UTF-8, and somewhere in the file such
/// characters stand together as no language has them, such as <c>â€™</c> or <c>Ã©</c>. The end of <c>“IRMÃ”</c>, a word of Portuguese in
/// quotes, would be a letter of UTF-8 too.
/// </summary>
internal sealed class DoubleEncoding
{
    /// <summary>So many characters in a row that are bytes of UTF-8 are so by no chance.</summary>
    private const int FewestOfAWord = 4;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>What may be the first byte of a character of several bytes.</summary>
    private static readonly SearchValues<char> Leads =
        SearchValues.Create([.. Enumerable.Range(0xC2, 0xF5 - 0xC2).Select(static code => (char)code)]);

    private int _mended;
    private bool _isCertain;

    /// <summary>Puts the texts of a file right, with one warning for all of them.</summary>
    public static void Mend(SourceReading reading)
    {
        if (!reading.Records.Exists(static record => MayHave(record)))
        {
            return;
        }

        var encoding = new DoubleEncoding();
        var mended = reading.Records.ConvertAll(encoding.Mended);
        if (encoding is { _isCertain: true, _mended: > 0 })
        {
            reading.Records.Clear();
            reading.Records.AddRange(mended);
            var places = encoding._mended == 1 ? "1 place" : FormattableString.Invariant($"{encoding._mended:N0} places");
            reading.Warn(
                null,
                $"The text was encoded twice in {places}, as 'â€™' for an apostrophe; it was put right there.",
                "Save the file once more from where it came from, as UTF-8.");
        }
    }

    private static bool MayHave(SourceRecord record) => MayHave(record.Fields) || (record.Body is { } body && MayHave(body.Text));

    private static bool MayHave(SourceValue value) => value switch
    {
        SourceText text => MayHave(text.Text),
        SourceList list => list.Items.Any(MayHave),
        SourceMap map => map.Entries.Any(static entry => MayHave(entry.Key) || MayHave(entry.Value)),
        _ => false,
    };

    /// <summary>Whether a character that may be a first byte stands before another that is no ASCII.</summary>
    private static bool MayHave(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Leads); at >= 0 && at + 1 < text.Length;)
        {
            if (text[at + 1] >= 0x80)
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOfAny(Leads);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private SourceRecord Mended(SourceRecord record) => record with
    {
        Fields = (SourceMap)Mended(record.Fields),
        Body = record.Body is { } body ? body with { Text = Mended(body.Text) } : null,
    };

    private SourceValue Mended(SourceValue value) => !MayHave(value) ? value : value switch
    {
        SourceText text => new SourceText(Mended(text.Text)),
        SourceList list => new SourceList([.. list.Items.Select(Mended)]),
        SourceMap map => new SourceMap(
            [.. map.Entries.Select(entry => entry with { Key = Mended(entry.Key), Value = Mended(entry.Value) })]),
        _ => value,
    };

    private string Mended(string text)
    {
        if (!MayHave(text))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] >= 0x80)
            {
                end++;
            }

            whole.Append(end > at + 1 ? OfRun(text[at..end]) : text[at..end]);
            var next = end < text.Length ? text.AsSpan(end).IndexOfAnyInRange('\u0080', '\uFFFF') : 0;
            next = next < 0 ? text.Length - end : next;
            whole.Append(text, end, next);
            at = end + next;
        }

        return whole.ToString();
    }

    /// <summary>Characters beside each other that are no ASCII: what they are if they are bytes of UTF-8, else the same.</summary>
    private string OfRun(string run)
    {
        try
        {
            var bytes = new List<byte>(run.Length);
            foreach (var character in run)
            {
                bytes.AddRange(character is >= '\u0080' and <= '\u00FF' ? [(byte)character] : Windows1252.GetBytes([character]));
            }

            var text = Strict.GetString([.. bytes]);
            if (!IsPlausible(text))
            {
                return run;
            }

            _mended++;
            _isCertain |= IsNoWord(run) || text.Length >= FewestOfAWord;
            return text;
        }
        catch (Exception failure) when (failure is EncoderFallbackException or DecoderFallbackException)
        {
            return run;
        }
    }

    /// <summary>
    /// Whether somebody may have meant these characters. <c>é »</c> with a blank that does not break, as in <c>«été »</c>, would be a
    /// character of Chinese: one alone is none.
    /// </summary>
    private static bool IsPlausible(string text)
        => text.All(static character => character
                is (>= '\u00A0' and <= '\u017F') or (>= '\u2000' and <= '\u2BFF') or (>= '\uFB00' and <= '\uFB06') or '\uFEFF')
            || (text.Length > 1 && text.All(static character => character >= '\u0370'));

    /// <summary>
    /// Whether no language has such characters beside each other: a letter with a sign that stands for nothing at its side.
    /// </summary>
    private static bool IsNoWord(string run)
    {
        for (var at = 0; at + 1 < run.Length; at++)
        {
            var isSign = run[at + 1] is >= '\u00A1' and <= '\u00BF' and not ('«' or '»' or '·' or 'ª' or 'º');
            if ((run[at] is 'Ã' or 'Â' && isSign) || (run[at] == 'â' && run[at + 1] is '€' or '\u0080'))
            {
                return true;
            }
        }

        return false;
    }
}
