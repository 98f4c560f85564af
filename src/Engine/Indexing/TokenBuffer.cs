using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// The words of a segment's documents in the order of the text, as numbers of exact terms. Positions follow from the order and
/// from where each section begins. Not thread-safe.
/// </summary>
internal sealed class TokenBuffer
{
    private int[] _terms = new int[1 << 16];
    private readonly List<SectionStart> _sections = [];
    private readonly List<int> _firstSections = [0];

    /// <summary>Documents ended so far.</summary>
    public int DocumentCount => _firstSections.Count - 1;

    /// <summary>Tokens so far.</summary>
    public int Count { get; private set; }

    /// <summary>All tokens.</summary>
    public ReadOnlySpan<int> Terms => _terms.AsSpan(0, Count);

    /// <summary>The sections of a document.</summary>
    public ReadOnlySpan<SectionStart> Sections(int document) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sections)[_firstSections[document].._firstSections[document + 1]];

    /// <summary>Forgets all documents.</summary>
    public void Clear()
    {
        Count = 0;
        _sections.Clear();
        _firstSections.RemoveRange(1, DocumentCount);
    }

    /// <summary>Begins a section.</summary>
    public void BeginSection(int position, int weight) => _sections.Add(new SectionStart(Count, position, weight));

    /// <summary>Adds a token; -1 takes a position without being found there.</summary>
    public void Add(int term)
    {
        if (Count == _terms.Length)
        {
            Array.Resize(ref _terms, Growth.Of(Count, Count + 1L));
        }

        _terms[Count++] = term;
    }

    /// <summary>Ends a document.</summary>
    public void EndDocument() => _firstSections.Add(_sections.Count);

    /// <summary>The first token after a section.</summary>
    public int End(ReadOnlySpan<SectionStart> sections, int section, int document) =>
        section + 1 < sections.Length ? sections[section + 1].Token : FirstToken(document + 1);

    private int FirstToken(int document)
    {
        int section = _firstSections[document];
        return section < _sections.Count ? _sections[section].Token : Count;
    }

    /// <summary>Where a section begins.</summary>
    /// <param name="Token">Its first token in the buffer.</param>
    /// <param name="Position">That token's position in the document.</param>
    /// <param name="Weight">How often its words count.</param>
    public readonly record struct SectionStart(int Token, int Position, int Weight);
}
