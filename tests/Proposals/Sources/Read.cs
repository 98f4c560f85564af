using System.Text;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

/// <summary>Reads files that a test writes.</summary>
internal static class Read
{
    public static SourceReading File(string name, string text, Func<string, string, bool>? isUnpublished = null)
        => File(name, Encoding.UTF8.GetBytes(text), isUnpublished);

    public static SourceReading File(string name, byte[] bytes, Func<string, string, bool>? isUnpublished = null)
    {
        var folder = Directory.CreateTempSubdirectory("proposalsearch-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            System.IO.File.WriteAllBytes(path, bytes);
            Assert.True(SourceFormats.TryGet(name, out var format));
            return SourceReader.Read(new SourceFile(path, name, format), isUnpublished: isUnpublished);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Keys and values as text, for comparisons: lists in brackets, mappings in braces, nothing as <c>∅</c>.</summary>
    public static string Show(SourceValue value) => value switch
    {
        SourceText { Text.Length: 0 } => "∅",
        SourceText text => text.Text,
        SourceList list => "[" + string.Join(" | ", list.Items.Select(Show)) + "]",
        SourceMap map =>
            "{" + string.Join(" ; ", map.Entries.Select(static entry => $"{entry.Line}:{entry.Key}={Show(entry.Value)}")) + "}",
        _ => throw new InvalidOperationException("no such value"),
    };

    public static SourceRecord Only(this SourceReading reading)
    {
        Assert.Empty(reading.Failed);
        return Assert.Single(reading.Records);
    }

    public static string Value(this SourceRecord record, string key) => Show(record.Fields.Entries.Single(entry => entry.Key == key).Value);
}
