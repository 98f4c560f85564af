using System.Xml;
using System.Xml.Linq;

namespace ProposalSearch.Proposals.Sources.Xml;

/// <summary>
/// XML to a tree, within <see cref="SourceLimits"/>. Type definitions are refused, and with them all entities but XML's own five: a few
/// lines of them can grow to gigabytes, and name files of the machine.
/// </summary>
internal static class XmlDocuments
{
    /// <summary>The outermost element; <see langword="null"/> where the text is no XML, or more than is read, with the reason.</summary>
    public static XElement? Load(string text, SourceReading reading)
    {
        try
        {
            if (!IsWithinLimits(text, reading))
            {
                return null;
            }

            using var reader = Open(text);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException failure)
        {
            Fail(failure, text, reading);
            return null;
        }
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
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    private static void Fail(XmlException failure, string text, SourceReading reading)
    {
        var blank = text.AsSpan(0, text.Length - text.TrimStart().Length).Count('\n');
        var line = Math.Max(1, failure.LineNumber) + blank;
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && failure.Message.Contains("DTD", StringComparison.Ordinal))
        {
            reading.Fail(line, "The XML has a type definition, which is not read.", "Remove the lines '<!DOCTYPE ... >' and export again.");
            return;
        }

        var end = failure.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        reading.Fail(
            line,
            $"The XML cannot be read: {(end < 0 ? failure.Message : failure.Message[..end])}",
            "Look at this line: an '&' that is not written '&amp;', or an element that is not closed, are the usual causes.");
    }
}
