using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Testing;

/// <summary>A document as it was handed over; its words were not counted.</summary>
internal sealed class RecordedDocument(IndexDocument document) : IStoredDocument
{
    public string Id => document.Id;

    public int SectionCount => document.Sections.Count;

    public byte[] ReadStored() => document.Stored.ToArray();

    public int Label(int section) => document.Sections[section].Label;

    public int TextLength(int section) => document.Sections[section].Text.Length;

    public string Text(int section) => document.Sections[section].Text;

    public string Text(int section, int start, int length) => Text(section).Substring(start, length);

    public int StartPosition(int section) => throw new NotSupportedException("words are not counted here");

    public int TokenCount(int section) => throw new NotSupportedException("words are not counted here");

    public (int Start, int Length) Token(int section, int index) => throw new NotSupportedException("words are not counted here");
}
