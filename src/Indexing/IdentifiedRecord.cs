using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>A record with its id. Ordered by id, then by file and place in it.</summary>
/// <param name="Id">The proposal's id.</param>
/// <param name="File">The place of its file among the files.</param>
/// <param name="Place">Its place in the file.</param>
/// <param name="Record">The record; of a file that was not read, without what it holds.</param>
/// <param name="Notes">Takes what becomes of it.</param>
/// <param name="Before">What became of it in the previous index, if its file is the same; else <see langword="null"/>.</param>
internal readonly record struct IdentifiedRecord(
    string Id, int File, int Place, SourceRecord Record, KnownRecord Notes, RecordFate? Before = null) : IComparable<IdentifiedRecord>
{
    /// <summary>Whether it was no proposal in the previous index.</summary>
    public bool WasNone => Before is RecordFate.NoProposal or RecordFate.Signpost;

    /// <inheritdoc/>
    public int CompareTo(IdentifiedRecord other)
    {
        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : File != other.File ? File.CompareTo(other.File) : Place.CompareTo(other.Place);
    }
}
