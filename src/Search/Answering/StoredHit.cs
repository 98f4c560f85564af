using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>A hit without what costs more than reading it.</summary>
internal static class StoredHit
{
    /// <summary>The hit of a document.</summary>
    public static Hit Read(IStoredDocument document, double score)
    {
        var id = document.Id;
        var record = ProposalRecordFormat.Read(document.ReadStored(), id);
        return new Hit
        {
            Id = id,
            Title = document.Text(0),
            Summary = StoredProposal.Text(document, record.SummarySection),
            Organization = StoredProposal.Text(document, record.OrganizationSection),
            Year = record.Year,
            Image = record.Image,
            Score = score,
            Facets = record.Facets,
            Source = record.SourcePath,
        };
    }
}
