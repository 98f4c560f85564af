using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;

namespace ProposalSearch.Engine.Postings;

/// <summary>The postings and positions files of a segment. Any number of threads may use it; a cursor belongs to one.</summary>
/// <param name="Postings">The postings file.</param>
/// <param name="Positions">The positions file.</param>
internal sealed record PostingsReader(OpenedFile Postings, OpenedFile Positions)
{
    /// <summary>A cursor before the first posting of a term.</summary>
    public PostingsCursor Open(TermEntry entry)
    {
        var cursor = new PostingsCursor();
        cursor.Reset(this, entry);
        return cursor;
    }
}
