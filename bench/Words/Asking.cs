using ProposalSearch.Search;

namespace ProposalSearch.Words;

/// <summary>Which files are found by a word, asked of an index as anybody asks it.</summary>
internal sealed class Asking(ProposalIndex index)
{
    /// <summary>
    /// The files whose proposals are found by a word as it stands, or by it in quotes, by which words of grammar are found too.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="wanted">The files that have it: where quotes find all of them, it is asked for no more.</param>
    public async Task<IReadOnlySet<string>> FilesAsync(string word, IReadOnlyCollection<string> wanted)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        await AddAsync($"\"{word}\"", files);
        if (!files.IsSupersetOf(wanted))
        {
            await AddAsync(word, files);
        }

        return files;
    }

    /// <summary>All files that have a proposal in the index.</summary>
    public async Task<IReadOnlySet<string>> AllAsync()
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        await AddAsync("", files);
        return files;
    }

    private async Task AddAsync(string text, HashSet<string> files)
    {
        var request = new SearchRequest { Text = text, Exact = true, Match = MatchMode.All, Sort = SortOrder.Newest, TimeBudget = null };
        await foreach (var hit in index.StreamAsync(request))
        {
            files.Add(hit.Source);
        }
    }
}
