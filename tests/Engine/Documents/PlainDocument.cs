using System.Text;
using ProposalSearch.Engine.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Documents;

/// <summary>A document as plain values, to write and to compare with what is read back.</summary>
internal sealed record PlainDocument(string Id, byte[] Stored, List<PlainDocument.Section> Sections)
{
    public sealed record Section(int Label, int StartPosition, string Text, int[] Starts, int[] Lengths);

    /// <summary>A section whose tokens are the runs of letters and digits in the text.</summary>
    public static Section Words(int label, int startPosition, string text)
    {
        var (starts, lengths) = (new List<int>(), new List<int>());
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])))
            {
                i++;
            }

            if (i > start)
            {
                starts.Add(start);
                lengths.Add(i - start);
            }
        }

        return new(label, startPosition, text, [.. starts], [.. lengths]);
    }

    public static PlainDocument Random(Random random, string id)
    {
        var stored = new byte[random.Next(4) == 0 ? random.Next(3000) : random.Next(20)];
        if (random.Next(2) == 0)
        {
            random.NextBytes(stored);
        }

        var sections = new List<Section>();
        var position = random.Next(3);
        for (var count = random.Next(6); count > 0; count--)
        {
            var section = Words(random.Next(random.Next(2) == 0 ? 5 : 70_000), position, RandomText(random));
            sections.Add(section);
            position += section.Starts.Length + random.Next(3) * random.Next(200);
        }

        return new(id, stored, sections);
    }

    public static string RandomText(Random random)
    {
        string[] words =
        [
            "the", "of", "community", "students", "Los Angeles", "naïve", "日本語", "😀", "e\u0301", "x", "ﬃ", "\r\n\r\n", "\uFFFD", "\0",
            "https://example.org/a/very/long/address/without/spaces", new string(' ', 12),
        ];
        var text = new StringBuilder();
        var plain = random.Next(2) == 0;
        for (var length = random.Next(5) == 0 ? random.Next(3000) : random.Next(300); text.Length < length;)
        {
            text.Append(words[random.Next(plain ? 5 : words.Length)]).Append(random.Next(9) == 0 ? ". " : " ");
        }

        return text.ToString();
    }

    public void WriteTo(DocumentsWriter writer)
    {
        writer.Begin(Id, Stored);
        foreach (var section in Sections)
        {
            writer.AddSection(section.Label, section.StartPosition, section.Text, section.Starts, section.Lengths);
        }

        writer.End();
    }

    public void AssertEqual(DocumentView view, Random random, string hint)
    {
        Assert.Equal(Id, view.Id);
        Assert.Equal(Stored, view.ReadStored());
        Assert.Equal(Sections.Count, view.SectionCount);
        for (var i = 0; i < Sections.Count; i++)
        {
            AssertSection(Sections[i], view, i, random, hint);
        }

        AssertPositions(view);
    }

    private static void AssertSection(Section expected, DocumentView view, int section, Random random, string hint)
    {
        Assert.Equal((expected.Label, expected.StartPosition), (view.Label(section), view.StartPosition(section)));
        Assert.Equal(expected.Text.Length, view.TextLength(section));
        Assert.True(expected.Text == view.Text(section), hint);
        var (starts, lengths) = (new int[view.TokenCount(section)], new int[view.TokenCount(section)]);
        view.CopyTokens(section, starts, lengths);
        Assert.Equal(expected.Starts, starts);
        Assert.Equal(expected.Lengths, lengths);
        for (var round = 0; round < 10; round++)
        {
            var start = random.Next(expected.Text.Length + 1);
            var length = random.Next(expected.Text.Length - start + 1);
            Assert.True(expected.Text.Substring(start, length) == view.Text(section, start, length), $"{hint}, {length} from {start}");
        }
    }

    private void AssertPositions(DocumentView view)
    {
        var end = Sections.Count == 0 ? 0 : Sections[^1].StartPosition + Sections[^1].Starts.Length;
        for (var position = 0; position <= end; position++)
        {
            var section = Sections.FindIndex(s => position >= s.StartPosition && position < s.StartPosition + s.Starts.Length);
            Assert.Equal(section, view.SectionOf(position));
            if (section >= 0)
            {
                var index = position - Sections[section].StartPosition;
                Assert.Equal((Sections[section].Starts[index], Sections[section].Lengths[index]), view.Token(section, index));
            }
        }
    }
}
