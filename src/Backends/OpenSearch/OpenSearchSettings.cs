using System.Security.Cryptography.X509Certificates;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>Which cluster, and how indexes are made on it.</summary>
public sealed record OpenSearchSettings
{
    /// <summary>
    /// The addresses of its nodes, one at least: each is asked in turn, and one that does not answer is left out for a while.
    /// </summary>
    public required IReadOnlyList<Uri> Nodes { get; init; }

    /// <summary>Parts that an index is made of. Default 1; a part holds some ten million proposals at most.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Copies of each part on other nodes. Default 1, so that a node may be lost.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Who asks; <see langword="null"/> where the cluster does not want to know.</summary>
    public string? User { get; init; }

    /// <summary>The password. Never logged.</summary>
    public string? Password { get; init; }

    /// <summary>The authorities that sign the certificates of nodes; none for those that the machine trusts.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>
    /// How long one node may take to answer, before another is asked, where there is no other limit. Default 30 s. A search leaves a third
    /// of its own time for another node.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an index that was replaced stays, so that whoever has it open goes on until it has opened the new one. Default 5 minutes.
    /// </summary>
    public TimeSpan KeepReplaced { get; init; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    /// <remarks>Says nothing of the password.</remarks>
    public override string ToString() => string.Join(", ", Nodes.Select(node => node.OriginalString));
}
