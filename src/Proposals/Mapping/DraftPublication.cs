using System.Collections.Frozen;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Whether a proposal in the making is served, and which of its keys says that it is not.</summary>
internal sealed class DraftPublication(SourceRecord record, List<SourceFault> warnings)
{
    private const int LongestValue = 40;
    private const int LongestDoubtful = 20;

    /// <summary>Keys that mean publication in some archives and something else in others, as words.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "status", "state", "visibility", "access", "hidden", "private",
        "workflow state", "workflow status", "publication status", "publish status", "post status",
    }.ToFrozenSet(StringComparer.Ordinal);

    private PublicationStatement? _doubtful;

    /// <summary>Whether the proposal is served: no key says that it is not.</summary>
    public bool IsPublished { get; private set; } = true;

    /// <summary>
    /// The first key that says that the proposal is not served; where none does, the first that would mean so in another archive.
    /// </summary>
    public PublicationStatement? Says { get => field ?? _doubtful; private set; }

    /// <summary>Takes what a key says.</summary>
    public void Take(SourceEntry entry, KeyPlan plan)
    {
        if (plan is { Field: FieldRole.Published or FieldRole.Draft })
        {
            TakeTruth(entry, plan.Field);
        }
        else if (plan.Unpublished is { Count: > 0 } values)
        {
            TakeIf(entry, text => Publication.IsAmong(values, text));
        }

        if (_doubtful is null
            && plan is { Field: null, Unpublished: null or { Count: > 0 } }
            && entry.Value is SourceText { Text.Length: > 0 and <= LongestDoubtful } text
            && IsDoubtful(entry.Key, text.Text))
        {
            _doubtful = StatementOf(entry.Key, text.Text);
        }
    }

    private void TakeTruth(SourceEntry entry, FieldRole? role)
    {
        TakeIf(entry, text => Publication.IsServed(role, text) == false);
        if (ValueText.Items(entry.Value).Any(text => Publication.IsServed(role, text) is null) && IsPublished)
        {
            warnings.Add(new SourceFault(
                record.Path,
                entry.Line > 0 ? entry.Line : null,
                $"'{entry.Key}' is neither yes nor no; the proposal is served.",
                "Write true or false."));
        }
    }

    private void TakeIf(SourceEntry entry, Func<string, bool> saysSo)
    {
        if (ValueText.Items(entry.Value).FirstOrDefault(saysSo) is { } found)
        {
            Says = IsPublished ? StatementOf(entry.Key, found) : Says;
            IsPublished = false;
        }
    }

    private static bool IsDoubtful(string key, string text)
        => (Publication.IsAmong(Publication.UsualWords, text) || Truth.Of(text) == true)
            && Wording.Normalize(key) is var name && Ambiguous.Contains(name)
            && (Truth.Of(text) is null || name is "hidden" or "private");

    private static PublicationStatement StatementOf(string key, string text)
        => new(key, ShortText.Beginning(text, LongestValue).Trim().ToLowerInvariant());
}

/// <summary>A key with a value that has to do with whether a proposal is served.</summary>
/// <param name="Key">As the file has it.</param>
/// <param name="Value">In small letters.</param>
internal sealed record PublicationStatement(string Key, string Value);
