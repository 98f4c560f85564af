using ProposalSearch.Analysis.Forms;
using ProposalSearch.Compare.Corpus;
using ProposalSearch.Compare.Indexing;

namespace ProposalSearch.Compare.Trees;

/// <summary>The words of a corpus to make queries of: each document's text with its tokens, and the distinct stems.</summary>
internal sealed class CorpusWords
{
    private readonly List<(string Text, List<Token> Tokens)> _documents = [];
    private readonly string[] _terms;
    private (string Text, List<Token> Tokens) _near;

    public CorpusWords(string docs)
    {
        var normalizer = new TermNormalizer(OneFieldIndex.Analysis);
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in DocumentFile.Read(docs))
        {
            var tokens = Analyzer.Stemmed(document.OneField, normalizer);
            if (tokens.Count > 0)
            {
                _documents.Add((document.OneField, tokens));
                terms.UnionWith(tokens.Select(token => token.Term));
            }
        }

        _terms = _documents.Count > 0 ? [.. terms] : throw new CorpusException($"{docs}: no document has a word");
        _near = _documents[0];
    }

    /// <summary>Most words come from one document from now on, so that what asks for several together finds something.</summary>
    public void Choose(Random random) => _near = _documents[random.Next(_documents.Count)];

    /// <summary>A term; at times any of the dictionary alike, else one of the text, where frequent terms come often.</summary>
    public string Term(Random random) =>
        random.Next(8) == 0 ? _terms[random.Next(_terms.Length)] : Run(random, 1)[0].Term;

    /// <summary>Neighbouring tokens of a document; fewer at its end.</summary>
    public List<Token> Run(Random random, int count)
    {
        var (_, tokens) = Document(random);
        int start = random.Next(Math.Max(1, tokens.Count - count + 1));
        return tokens.GetRange(start, Math.Min(count, tokens.Count - start));
    }

    /// <summary>A stretch of a text that holds some tokens, with whatever stop words and marks are between them.</summary>
    public string Stretch(Random random, int count)
    {
        var (text, tokens) = Document(random);
        int start = random.Next(Math.Max(1, tokens.Count - count + 1));
        int last = Math.Min(start + count, tokens.Count) - 1;
        return text[tokens[start].Start..tokens[last].End];
    }

    private (string Text, List<Token> Tokens) Document(Random random) =>
        random.Next(10) == 0 ? _documents[random.Next(_documents.Count)] : _near;
}
