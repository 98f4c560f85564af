using System.CommandLine;
using System.Globalization;
using ProposalSearch.Backends.Choice;
using ProposalSearch.CommandLines;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Indexer.Commands;

/// <summary>
/// Which cluster is meant, where indexes are on one. Name and password come from the environment, where no history keeps them.
/// </summary>
internal sealed class ClusterOptions
{
    private const string User = "OpenSearch:User";

    private static readonly ClusterSettings _default = new();

    private readonly Option<string> _nodes = SharedOptions.One("--nodes", "URLS", SharedOptions.NodesMeaning, _default.ToString());

    private readonly Option<string> _shards =
        Number("--shards", SharedOptions.ShardsMeaning, 1, ClusterSettings.MostShards, _default.Shards);

    private readonly Option<string> _replicas =
        Number("--replicas", SharedOptions.ReplicasMeaning, 0, ClusterSettings.MostReplicas, _default.Replicas);

    /// <summary>The options, with what they must be.</summary>
    public ClusterOptions() => _nodes.Validators.Add(static result =>
    {
        if (result.Tokens is [var given] && ClusterSettings.ReadNodes(given.Value) is null)
        {
            result.AddError($"--nodes is '{given.Value}': it must be {SharedOptions.NodesAllowed}.");
        }
    });

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [_nodes, _shards, _replicas];

    /// <summary>The cluster that was named.</summary>
    /// <exception cref="IndexUnavailableException">What it is to be asked with cannot be used.</exception>
    public ClusterSettings Read(ParseResult parsed)
    {
        var cluster = new ClusterSettings
        {
            Nodes = parsed.GetValue(_nodes) is { } nodes ? ClusterSettings.ReadNodes(nodes)! : _default.Nodes,
            Shards = Read(parsed.GetValue(_shards)) ?? _default.Shards,
            Replicas = Read(parsed.GetValue(_replicas)) ?? _default.Replicas,
        };
        var access = new ClusterAccess
        {
            User = Variable(User),
            Password = Variable(ClusterAccess.PasswordSetting),
            PasswordFile = Variable(ClusterAccess.PasswordFileSetting),
            CertificateAuthority = Variable(ClusterAccess.AuthoritySetting),
        };
        string[] faults = [.. access.Faults(cluster.Nodes).Select(fault => $"{NameOf(fault.Setting)}: {fault.Fault}")];
        return faults.Length == 0 ? access.For(cluster)
            : throw new IndexUnavailableException(IndexUnavailableReason.Inaccessible, string.Join('\n', faults));
    }

    private static string Variable(string setting) => Environment.GetEnvironmentVariable(NameOf(setting)) ?? "";

    /// <summary>The environment variable of a setting, which is the host's too.</summary>
    private static string NameOf(string setting) => $"ProposalSearch:{setting}".Replace(":", "__", StringComparison.Ordinal);

    private static int? Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static Option<string> Number(string name, string meaning, int least, int most, int otherwise)
    {
        var option = SharedOptions.One(name, "NUMBER", meaning, otherwise.ToString(CultureInfo.InvariantCulture));
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !(Read(given.Value) is { } number && number >= least && number <= most))
            {
                result.AddError(FormattableString.Invariant(
                    $"{name} is '{given.Value}': it must be a whole number from {least} to {most}."));
            }
        });
        return option;
    }
}
