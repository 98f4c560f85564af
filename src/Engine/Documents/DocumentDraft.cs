using System.Text;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// A document as its writer is given it, checked and copied, waiting to be encoded. Reused for one document after the other.
/// </summary>
internal sealed class DocumentDraft
{
    private readonly List<Section> _sections = [];
    private byte[] _id = [];
    private byte[] _stored = [];
    private char[] _text = [];
    private int[] _starts = [];
    private int[] _lengths = [];
    private int _textLength;
    private int _tokenCount;
    private int _nextPosition;

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Id => _id;

    /// <summary>The payload.</summary>
    public ReadOnlySpan<byte> Stored => _stored;

    /// <summary>UTF-16 units of all sections.</summary>
    public int TextLength => _textLength;

    /// <summary>Sections in order.</summary>
    public int SectionCount => _sections.Count;

    /// <summary>Forgets the last document.</summary>
    public void Begin(string id, ReadOnlySpan<byte> stored)
    {
        _id = Encoding.UTF8.GetBytes(id);
        _stored = stored.ToArray();
        _sections.Clear();
        (_textLength, _tokenCount, _nextPosition) = (0, 0, 0);
    }

    /// <summary>See <see cref="DocumentsWriter.AddSection"/>.</summary>
    public void Add(int label, int startPosition, ReadOnlySpan<char> text, ReadOnlySpan<int> tokenStarts, ReadOnlySpan<int> tokenLengths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfLessThan(startPosition, _nextPosition);
        CheckTokens(text.Length, tokenStarts, tokenLengths);
        _sections.Add(new(label, startPosition, _textLength, text.Length, _tokenCount, tokenStarts.Length));
        Append(ref _text, _textLength, text);
        Append(ref _starts, _tokenCount, tokenStarts);
        Append(ref _lengths, _tokenCount, tokenLengths);
        _textLength += text.Length;
        _tokenCount += tokenStarts.Length;
        _nextPosition = checked(startPosition + tokenStarts.Length);
    }

    /// <summary>What was added as a section.</summary>
    public Section this[int section] => _sections[section];

    /// <summary>The text of a section.</summary>
    public ReadOnlySpan<char> Text(in Section section) => _text.AsSpan(section.TextOffset, section.TextLength);

    /// <summary>Where its tokens begin, in UTF-16 units.</summary>
    public ReadOnlySpan<int> TokenStarts(in Section section) => _starts.AsSpan(section.TokenOffset, section.TokenCount);

    /// <summary>How long its tokens are, in UTF-16 units.</summary>
    public ReadOnlySpan<int> TokenLengths(in Section section) => _lengths.AsSpan(section.TokenOffset, section.TokenCount);

    /// <summary>All its text, for training a codec.</summary>
    public ReadOnlySpan<char> AllText => _text.AsSpan(0, _textLength);

    private static void CheckTokens(int textLength, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(lengths.Length, starts.Length, "tokenLengths");
        var end = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            if (starts[i] < end || lengths[i] < 0 || starts[i] > textLength - lengths[i])
            {
                throw new ArgumentException(
                    $"Token {i} is {lengths[i]} units from {starts[i]} on, but it must begin at {end} or later and end within the "
                    + $"{textLength} units of the text.",
                    nameof(starts));
            }

            end = starts[i] + lengths[i];
        }
    }

    private static void Append<T>(ref T[] all, int count, ReadOnlySpan<T> more)
    {
        var needed = checked(count + more.Length);
        if (needed > all.Length)
        {
            Array.Resize(ref all, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * all.Length)));
        }

        more.CopyTo(all.AsSpan(count));
    }

    /// <summary>Where a section's text and tokens lie among those of the document.</summary>
    internal readonly record struct Section(int Label, int StartPosition, int TextOffset, int TextLength, int TokenOffset, int TokenCount);
}
