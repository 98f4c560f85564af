namespace ProposalSearch.Highlighting.Tests;

/// <summary>Sections whose words are what blanks part; kept as strings.</summary>
internal sealed class PlainText : ITokenizedText
{
    private const int Gap = 100;

    private readonly List<(int Label, string Text, int Start, List<(int Start, int Length)> Words)> _sections = [];

    public PlainText(params (int Label, string Text)[] sections)
    {
        var position = 0;
        foreach (var (label, text) in sections)
        {
            var words = Words(text);
            _sections.Add((label, text, position, words));
            position += words.Count + Gap;
        }
    }

    public int SectionCount => _sections.Count;

    public int Label(int section) => _sections[section].Label;

    public int StartPosition(int section) => _sections[section].Start;

    public int TokenCount(int section) => _sections[section].Words.Count;

    public int TextLength(int section) => _sections[section].Text.Length;

    public (int Start, int Length) Token(int section, int index) => _sections[section].Words[index];

    public string Text(int section, int start, int length) => _sections[section].Text.Substring(start, length);

    /// <summary>The places of some words, in any letter case, each a part of its own.</summary>
    public IEnumerable<Match> Find(params string[] words) =>
        from section in Enumerable.Range(0, SectionCount)
        from token in Enumerable.Range(0, TokenCount(section))
        let place = Token(section, token)
        let part = Array.FindIndex(
            words,
            word => string.Equals(word, Text(section, place.Start, place.Length).Trim('.', ',', '!'), StringComparison.OrdinalIgnoreCase))
        where part >= 0
        select new Match(StartPosition(section) + token, StartPosition(section) + token, part);

    private static List<(int, int)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            words.Add((start, at - start));
        }

        return words;
    }
}
