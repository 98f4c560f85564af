using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ProposalSearch.Proposals.Sources.Xml;

/// <summary>
/// XML to a tree, within <see cref="SourceLimits"/>. Type definitions are passed over: a few lines of them can grow to gigabytes, and name
/// files of the machine. Names of characters are those of HTML; an ampersand that names none is itself.
/// </summary>
internal static partial class XmlDocuments
{
    /// <summary>The outermost element; <see langword="null"/> where the text is no XML, or more than is read, with the reason.</summary>
    public static XElement? Load(string text, SourceReading reading)
    {
        try
        {
            return Parse(text, reading);
        }
        catch (XmlException failure)
        {
            return LoadMended(text, failure, reading);
        }
    }

    /// <summary>Ampersands that are not written as XML wants them are the usual fault; no line moves when they are.</summary>
    private static XElement? LoadMended(string text, XmlException failure, SourceReading reading)
    {
        var mended = Ampersand().Replace(text, Written);
        try
        {
            var root = mended == text ? throw failure : Parse(mended, reading);
            if (root is not null)
            {
                reading.Warn(
                    LineOf(failure, text),
                    "Here, and perhaps below, stands an '&' that is not written '&amp;'; it was read as itself.",
                    "Write '&amp;' for an ampersand in XML.");
            }

            return root;
        }
        catch (XmlException)
        {
            var end = failure.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
            reading.Fail(
                LineOf(failure, text),
                $"The XML cannot be read: {(end < 0 ? failure.Message : failure.Message[..end])}",
                "Look at this line: an element that is not closed is the usual cause.");
            return null;
        }
    }

    /// <summary>An ampersand, with the name that it may begin, as XML writes what it stands for.</summary>
    private static string Written(Match found) => found.Value[0] != '&' ? found.Value
        : WebUtility.HtmlDecode(found.Value) is var read && read != found.Value ? WebUtility.HtmlEncode(read)
        : "&amp;" + found.Value[1..];

    /// <exception cref="XmlException">It is no XML.</exception>
    private static XElement? Parse(string text, SourceReading reading)
    {
        if (!IsWithinLimits(text, reading))
        {
            return null;
        }

        using var reader = Open(text);
        return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
    }

    /// <summary>Reads the text once without keeping it, since a tree that is too deep could not even be thrown away.</summary>
    private static bool IsWithinLimits(string text, SourceReading reading)
    {
        using var reader = Open(text);
        for (var values = 0; reader.Read(); values += reader.AttributeCount + 1)
        {
            if (reader.Depth >= SourceLimits.DeepestNesting)
            {
                reading.Fail(
                    ((IXmlLineInfo)reader).LineNumber,
                    $"Elements are nested deeper than {SourceLimits.DeepestNesting} levels.",
                    "Flatten the file: a form needs a few levels.");
                return false;
            }

            if (values > SourceLimits.MostValues)
            {
                reading.Fail(((IXmlLineInfo)reader).LineNumber, SourceLimits.TooManyValues, SourceLimits.SplitIt);
                return false;
            }
        }

        return true;
    }

    private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text.TrimStart()), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    private static int LineOf(XmlException failure, string text)
        => Math.Max(1, failure.LineNumber) + text.AsSpan(0, text.Length - text.TrimStart().Length).Count('\n');

    /// <summary>An ampersand that begins none of XML's own names, with the name that it may begin; or text in which it is itself.</summary>
    [GeneratedRegex(
        @"<!\[CDATA\[.*?\]\]>|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,30};)?",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Ampersand();
}
