using ProposalSearch.Highlighting;

namespace ProposalSearch.Retrieval.Results;

/// <summary>What an index keeps of a document. Texts are read when they are asked for; valid as long as the reader that gave it.</summary>
public interface IStoredDocument : ITokenizedText
{
    /// <summary>Its id.</summary>
    string Id { get; }

    /// <summary>The bytes that it was added with.</summary>
    byte[] ReadStored();

    /// <summary>The whole text of a section.</summary>
    string Text(int section);
}
