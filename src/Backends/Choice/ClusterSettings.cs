using System.Security.Cryptography.X509Certificates;

namespace ProposalSearch.Backends.Choice;

/// <summary>Which cluster keeps indexes, and how they are made there; for <see cref="BackendName.OpenSearch"/> alone.</summary>
public sealed record ClusterSettings
{
    /// <summary>The most parts that an index may have here.</summary>
    public const int MostShards = 100;

    /// <summary>The most copies of a part.</summary>
    public const int MostReplicas = 10;

    /// <summary>The addresses of its nodes. Default <c>http://127.0.0.1:9200</c>.</summary>
    public IReadOnlyList<Uri> Nodes { get; init; } = [new("http://127.0.0.1:9200")];

    /// <summary>Parts that an index is made of. Default 1.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Copies of each part on other nodes. Default 1.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Who asks; <see langword="null"/> where the cluster does not want to know.</summary>
    public string? User { get; init; }

    /// <summary>The password. Shown nowhere.</summary>
    public string? Password { get; init; }

    /// <summary>The authorities that sign the certificates of nodes; none for those that the machine trusts.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>The addresses of nodes, apart by commas; <see langword="null"/> where one of them is none.</summary>
    public static IReadOnlyList<Uri>? ReadNodes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var nodes = new List<Uri>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(part, UriKind.Absolute, out var node)
                || (node.Scheme != Uri.UriSchemeHttp && node.Scheme != Uri.UriSchemeHttps) || node.UserInfo.Length > 0)
            {
                return null;
            }

            nodes.Add(node);
        }

        return nodes;
    }

    /// <inheritdoc/>
    /// <remarks>Says nothing of the password.</remarks>
    public override string ToString() => string.Join(",", Nodes.Select(node => node.OriginalString));
}
