using System.Text.Json;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Compare.Corpus;

namespace ProposalSearch.Compare.Analysis;

/// <summary>What the analysis makes of a field of each document, in the lines of LuceneTokens.</summary>
internal static class TokensCommand
{
    public const string Usage = "tokens INPUT [--field text|title|body|…] [--analyzer english|english-nostop] [--lines]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 1, ["field", "analyzer"], ["lines"]);
        bool stop = arguments.GetOneOf("analyzer", "english", "english", "english-nostop") == "english";
        var normalizer = new TermNormalizer(new AnalysisOptions { FoldAccents = false, StopWords = stop });
        using var output = new JsonLines();
        foreach (var (id, text) in Texts(arguments))
        {
            output.Write(json => Write(json, id, Analyzer.Stemmed(text, normalizer)));
        }

        return 0;
    }

    private static IEnumerable<(string Id, string Text)> Texts(Arguments arguments)
    {
        if (arguments.Has("lines"))
        {
            return File.ReadLines(arguments.Word(0)).Select((text, i) => (FormattableString.Invariant($"{i + 1}"), text));
        }

        string field = arguments.Get("field", "text");
        return DocumentFile.Read(arguments.Word(0)).Select(document => (document.Id, document.Field(field)));
    }

    private static void Write(Utf8JsonWriter json, string id, List<Token> tokens)
    {
        json.WriteString("id", id);
        json.WriteStartArray("tokens");
        foreach (var token in tokens)
        {
            json.WriteStartObject();
            json.WriteString("term", token.Term);
            json.WriteNumber("position", token.Position);
            json.WriteNumber("startOffset", token.Start);
            json.WriteNumber("endOffset", token.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
