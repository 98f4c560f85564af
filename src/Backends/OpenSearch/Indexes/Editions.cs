using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>The indexes behind an alias: which one answers, and which ones nobody needs any more. Thread-safe.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="settings">How indexes are made on it.</param>
/// <param name="clock">Tells how long something has been there.</param>
internal sealed class Editions(ClusterClient cluster, OpenSearchSettings settings, TimeProvider clock)
{
    private const string Marks = "filter_path=*.mappings._meta,*.settings.index.creation_date";

    /// <summary>How long an index stays that was begun and never published.</summary>
    private static readonly TimeSpan _keepUnfinished = TimeSpan.FromDays(1);

    /// <summary>For what changes the cluster.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, bool> _left = new(StringComparer.Ordinal);

    /// <summary>The index that an alias stands for.</summary>
    /// <exception cref="IndexUnavailableException">There is none, or it is not one that this program reads.</exception>
    public async ValueTask<IndexHandle> OpenAsync(string alias, CancellationToken cancellation)
    {
        if (!IndexNames.IsAlias(alias))
        {
            throw new IndexUnavailableException(IndexUnavailableReason.Absent, $"{NoIndex(alias)} A name is {IndexNames.Rule}.");
        }

        var (name, mappings) = await FindAsync(alias, cancellation).ConfigureAwait(false)
            ?? throw new IndexUnavailableException(IndexUnavailableReason.Absent, NoIndex(alias));
        if (IndexMark.VersionOf(mappings) is var version && version != IndexMark.Version)
        {
            throw OtherVersion(alias, version is null ? "it is not an index of this program"
                : FormattableString.Invariant($"its version is {version}, and {IndexMark.Version} is expected"));
        }

        try
        {
            return new IndexHandle(cluster, name, IndexMark.Read(mappings));
        }
        catch (FormatException fault)
        {
            throw OtherVersion(alias, fault.Message);
        }
    }

    /// <summary>In how many parts an index is.</summary>
    public async ValueTask<int> ShardsAsync(IndexHandle index, CancellationToken cancellation)
    {
        const string setting = "index.number_of_shards";
        var answer = await cluster.AskAsync("GET", $"/{index.Name}/_settings/{setting}?flat_settings=true", cancellation: cancellation)
            .ConfigureAwait(false);
        return int.Parse(
            answer.GetProperty(index.Name).GetProperty("settings").GetProperty(setting).GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Refuses to write where somebody else's index is.</summary>
    /// <exception cref="IndexUnavailableException">It is somebody else's, or the name cannot be one.</exception>
    public async ValueTask CheckAsync(string alias, CancellationToken cancellation)
    {
        if (!IndexNames.IsAlias(alias))
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible, $"An index on the cluster cannot be called \"{alias}\": a name is {IndexNames.Rule}.");
        }

        if (await FindAsync(alias, cancellation).ConfigureAwait(false) is { } there && !IndexMark.IsOurs(there.Mappings, alias))
        {
            throw Foreign(alias);
        }
    }

    /// <summary>Has an alias stand for another index from one moment to the next.</summary>
    public async ValueTask SwitchAsync(string alias, string index, CancellationToken cancellation)
    {
        var body = JsonBody.Object(writer =>
        {
            writer.WriteStartArray("actions");
            writer.WriteStartObject();
            writer.Member("remove", remove =>
            {
                remove.WriteString("index", alias + "-*");
                remove.WriteString("alias", alias);
                remove.WriteBoolean("must_exist", false);
            });
            writer.WriteEndObject();
            writer.WriteStartObject();
            writer.Member("add", add =>
            {
                add.WriteString("index", index);
                add.WriteString("alias", alias);
            });
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
        await cluster.AskAsync("POST", "/_aliases", body, _patience, cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes what was replaced long enough ago, and what was begun and given up.</summary>
    /// <param name="alias">The alias.</param>
    /// <param name="published">The index that it stands for.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask RemoveOldAsync(string alias, string published, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var all = await OwnAsync(alias, cancellation).ConfigureAwait(false);
        var replacedAt = now;
        foreach (var one in all.OrderByDescending(one => one.PublishedAt))
        {
            bool isOld = one.PublishedAt is null
                ? IsGivenUp(one) || now - IndexNames.BegunAt(one.Name, alias) > _keepUnfinished
                : now - replacedAt >= settings.KeepReplaced;
            if (one.Name != published && isOld)
            {
                await RemoveAsync(one.Name, cancellation).ConfigureAwait(false);
            }

            replacedAt = one.PublishedAt ?? replacedAt;
        }
    }

    /// <summary>Keeps in mind that this process writes an unfinished index no more, so that another build may go on with it.</summary>
    public void Leave(string index) => _left.TryAdd(index, true);

    /// <summary>Whether it is certain that nobody writes an index any more that was not published.</summary>
    public bool IsGivenUp(OwnIndex index) =>
        index is { PublishedAt: null, Writer: { } writer } && (writer.HasEnded || _left.ContainsKey(index.Name));

    /// <summary>
    /// The unfinished indexes of an alias that are of a definition and were given up, as is certain or likely; the last begun first.
    /// </summary>
    public async ValueTask<IReadOnlyList<OwnIndex>> LeftAsync(string alias, string definition, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var all = await OwnAsync(alias, cancellation).ConfigureAwait(false);
        return
        [
            .. all.Where(one => one.PublishedAt is null && one.Writer is { } writer && writer.Definition == definition
                    && (IsGivenUp(one) || writer.IsSilent(now)))
                .OrderByDescending(one => one.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Removes an index; does nothing where there is none.</summary>
    public async ValueTask RemoveAsync(string index, CancellationToken cancellation)
    {
        var answer = await cluster.SendAsync("DELETE", $"/{index}", default, _patience, cancellation).ConfigureAwait(false);
        if (!answer.IsDone && answer.Status != 404)
        {
            throw ClusterErrors.Of(answer);
        }
    }

    /// <summary>
    /// Removes an index unless it says that it is published: then the alias may stand for it. Where it cannot be removed now, whoever
    /// publishes later does so.
    /// </summary>
    public async ValueTask TryRemoveAsync(string index)
    {
        try
        {
            var found = await cluster.FindAsync($"/{index}?{Marks}", CancellationToken.None).ConfigureAwait(false);
            if (found is { } there && !IsPublished(index, there))
            {
                await RemoveAsync(index, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (IndexUnavailableException)
        {
        }
    }

    private static bool IsPublished(string index, JsonElement found) => found.TryGetProperty(index, out var own)
        && IndexMark.AliasOf(MappingsOf(own)) is { } alias && PublishedAt(index, alias, MappingsOf(own)) is not null;

    /// <summary>The indexes that this program made for an alias.</summary>
    private async ValueTask<List<OwnIndex>> OwnAsync(string alias, CancellationToken cancellation)
    {
        var found = await cluster.FindAsync($"/{alias}-*?{Marks}", cancellation).ConfigureAwait(false);
        return found is not { } all ? [] :
        [
            .. all.EnumerateObject()
                .Where(index => IndexNames.BegunAt(index.Name, alias) is not null && IndexMark.IsOurs(MappingsOf(index.Value), alias))
                .Select(index => new OwnIndex(
                    index.Name, PublishedAt(index.Name, alias, MappingsOf(index.Value)), IndexMark.WriterOf(MappingsOf(index.Value)))),
        ];
    }

    /// <summary>
    /// When an index was published; <see langword="null"/> where it was not. One that was made of another has the mark of that for a
    /// moment.
    /// </summary>
    private static DateTimeOffset? PublishedAt(string index, string alias, JsonElement mappings) =>
        IndexMark.PublishedAtOf(mappings) is { } published && published >= IndexNames.BegunAt(index, alias) ? published : null;

    private async ValueTask<(string Name, JsonElement Mappings)?> FindAsync(string alias, CancellationToken cancellation)
    {
        if (await cluster.FindAsync($"/{alias}?{Marks}", cancellation).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        JsonProperty[] all = [.. found.EnumerateObject()];
        return all.Length == 0 ? null
            : all is [var one] && one.Name != alias && MayBeOurs(MappingsOf(one.Value), alias)
                ? (one.Name, MappingsOf(one.Value))
            : throw Foreign(alias);
    }

    /// <summary>
    /// Whether a mapping is that of an index for the alias, or of none of this program, of which whoever reads it is told.
    /// </summary>
    private static bool MayBeOurs(JsonElement mappings, string alias) =>
        IndexMark.VersionOf(mappings) is null || IndexMark.IsOurs(mappings, alias);

    private static JsonElement MappingsOf(JsonElement index) =>
        index.TryGetProperty("mappings", out var mappings) ? mappings : default;

    private static string NoIndex(string alias) =>
        $"There is no index {alias} on the cluster. Build one: dotnet run -c Release --project src/Indexer -- --source DIR "
            + $"--backend opensearch --index {alias}";

    private static IndexUnavailableException OtherVersion(string alias, string difference) => new(
        IndexUnavailableReason.OtherVersion,
        $"The index {alias} was made by another version of the program or by another program: {difference}. Build it again: "
            + $"dotnet run -c Release --project src/Indexer -- --source DIR --backend opensearch --index {alias}");

    private static IndexUnavailableException Foreign(string alias) => new(
        IndexUnavailableReason.Inaccessible,
        $"What the cluster has as {alias} was not made by this program, and stays as it is. Take another name: --index NAME.");
}

/// <summary>An index that this program made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PublishedAt">When it was published; <see langword="null"/> where it was not.</param>
/// <param name="Writer">Who makes it; <see langword="null"/> where it is published, or made of a published one.</param>
internal sealed record OwnIndex(string Name, DateTimeOffset? PublishedAt, WriterMark? Writer);
