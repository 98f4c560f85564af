using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>The contract's orders as the engine's. Ties go by score and then by id, since documents were added in that order.</summary>
internal static class Order
{
    /// <summary>The order of a request; where nothing of its query scores, relevance is newness.</summary>
    public static SortBy Of(SearchRequest request, bool hasWords) => request.Sort switch
    {
        _ when request.SortBy is { } number => new SortBy(SortKind.Number, ColumnOf(number.Field), number.Descending),
        SortOrder.Relevance when hasWords => SortBy.Score,
        SortOrder.Oldest => new SortBy(SortKind.Number, ProposalDocument.YearColumn),
        SortOrder.Title => new SortBy(SortKind.Text, ProposalDocument.TitleColumn),
        _ => new SortBy(SortKind.Number, ProposalDocument.YearColumn, Descending: true),
    };

    private static string ColumnOf(string field) => field switch
    {
        NumberOrder.Day => ProposalDocument.DayColumn,
        ProposalDocument.YearField => ProposalDocument.YearColumn,
        _ => ProposalDocument.NumberColumn(field),
    };
}
