using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Indexing;

/// <summary>A record with its id. Ordered by id, then by place.</summary>
/// <param name="Id">The proposal's id.</param>
/// <param name="Place">The place among all records, in the order of the files.</param>
/// <param name="Record">The record.</param>
internal readonly record struct IdentifiedRecord(string Id, int Place, SourceRecord Record) : IComparable<IdentifiedRecord>
{
    /// <inheritdoc/>
    public int CompareTo(IdentifiedRecord other)
    {
        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : Place.CompareTo(other.Place);
    }
}
