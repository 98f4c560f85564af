using ProposalSearch.Backends.Choice;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Whether the files that a cluster is asked with can be used.</summary>
internal static class ClusterFaults
{
    /// <summary>A line for each that cannot.</summary>
    public static IEnumerable<string> Of(SearchHostOptions options, GivenSettings given) =>
        options.Backend != BackendName.OpenSearch || ClusterSettings.ReadNodes(options.OpenSearchNodes) is not { } nodes ? []
            : options.Access.Faults(nodes).Select(fault => $"{Where(given, fault.Setting)}: {fault.Fault}");

    private static string Where(GivenSettings given, string setting) =>
        given.Of($"{SearchHostOptions.Section}:{setting}")?.Where ?? setting;
}
