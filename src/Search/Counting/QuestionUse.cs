using ProposalSearch.Foundation.Timing;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Answering;

namespace ProposalSearch.Search.Counting;

/// <summary>A canonical question with what the archive has of it.</summary>
/// <param name="Id">Its id, as <see cref="SearchRequest.In"/> takes it.</param>
/// <param name="Label">Its name to show.</param>
/// <param name="Proposals">Proposals that answer it.</param>
/// <param name="Wordings">How forms asked it; those that the index lists, see <see cref="IndexMetadata.Wordings"/>.</param>
public sealed record QuestionUse(string Id, string Label, long Proposals, IReadOnlyList<QuestionWording> Wordings)
{
    /// <summary>All canonical questions of an index, in the order of its schema.</summary>
    internal static async ValueTask<IReadOnlyList<QuestionUse>> AllAsync(OpenedIndex index, TimeLimit limit)
    {
        var counting = new SearchOptions { Top = 0, Facets = [AnsweredFacet.Field] };
        var found = await index.Begin(limit).SearchAsync(new AllQuery(), counting).ConfigureAwait(false);
        var counts = found.Facets[0].Values.ToDictionary(StringComparer.Ordinal);
        var metadata = index.Record.Metadata;
        var wordings = metadata.Wordings.ToLookup(static wording => wording.QuestionId, StringComparer.Ordinal);
        return
        [
            .. metadata.Questions.Select(question => new QuestionUse(
                question.Id, question.Label, counts.GetValueOrDefault(question.Id), [.. wordings[question.Id]])),
        ];
    }
}
