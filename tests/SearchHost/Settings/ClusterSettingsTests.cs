using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ProposalSearch.Backends.Choice;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>Settings of an index on a cluster.</summary>
public sealed class ClusterSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cluster-").FullName;

    private static readonly string[] Chosen = ["--backend", "opensearch", "--nodes", "http://a:9200,http://b:9201", "--index", "grants"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Nodes_AreTheCluster()
    {
        var (options, faults) = Read([.. Chosen, "--ProposalSearch:OpenSearch:Shards", "3", "--ProposalSearch:OpenSearch:User", "me"]);

        Assert.Empty(faults);
        Assert.Equal(BackendName.OpenSearch, options.Backend);
        Assert.Equal(["http://a:9200/", "http://b:9201/"], options.Cluster.Nodes.Select(node => node.AbsoluteUri));
        Assert.Equal((3, 1, "me"), (options.Cluster.Shards, options.Cluster.Replicas, options.Cluster.User));
    }

    [Fact]
    public void Read_WhatIsWrong_IsToldAndNoPasswordShown()
    {
        var secret = "one two " + new string('x', 10);
        string[] wrong = ["--nodes", "a:9200", "--ProposalSearch:OpenSearch:Password", secret, "--ProposalSearch:OpenSearch:Shard", "3"];
        var (_, faults) = Read(wrong);

        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("--nodes on the command line is 'a:9200'", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("Did you mean OpenSearch:Shards?", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_APasswordInAFileAndAnAuthority_AreThoseOfTheCluster()
    {
        string password = Path.Combine(_folder, "password"), authority = Path.Combine(_folder, "authority.pem");
        File.WriteAllText(password, "open-sesame\n");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(authority, certificate.ExportCertificatePem());
        string[] given =
        [
            "--backend", "opensearch", "--nodes", "https://a:9200", "--ProposalSearch:OpenSearch:User", "me",
            "--ProposalSearch:OpenSearch:PasswordFile", password, "--ProposalSearch:OpenSearch:CertificateAuthority", authority,
        ];
        var (options, faults) = Read(given);

        Assert.Empty(faults);
        Assert.Empty(ClusterFaults.Of(options, Gather(given)));
        Assert.Equal(("me", "open-sesame"), (options.Cluster.User, options.Cluster.Password));
        Assert.Equal("CN=authority", Assert.Single(options.Cluster.Authorities).Subject);
    }

    [Fact]
    public void Read_FilesThatCannotBeUsed_AreAllTold()
    {
        string empty = Path.Combine(_folder, "empty");
        File.WriteAllText(empty, "\n");
        string[] given =
        [
            .. Chosen, "--ProposalSearch:OpenSearch:PasswordFile", empty, "--ProposalSearch:OpenSearch:Password", "open-sesame",
            "--ProposalSearch:OpenSearch:CertificateAuthority", Path.Combine(_folder, "none.pem"),
        ];
        string[] faults = [.. ClusterFaults.Of(Read(given).Options, Gather(given))];

        Assert.Equal(5, faults.Length);
        Assert.Contains(faults, fault => fault.Contains("leave out the other", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("set OpenSearch:User", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("must hold the password alone", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("none.pem cannot be read", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("begin with https://", StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Contains("--ProposalSearch:OpenSearch:", fault, StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("open-sesame", StringComparison.Ordinal));
    }

    [Fact]
    public void Resolve_AnIndexOnACluster_IsNoPath()
    {
        var (options, _) = Read(Chosen);
        var folders = Folders.Resolve(options with { Source = "seeds" }, Repository.Root, Path.GetTempPath());

        Assert.True(folders.IsOnCluster);
        Assert.Equal("grants", folders.Index);
        Assert.Equal("proposals", Folders.Resolve(options with { Source = "seeds", Index = "" }, Repository.Root, "").Index);
        Assert.Empty(FolderFaults.Of(folders, Gather([])));
        string fault = FolderFaults.Of(folders with { Index = "../x" }, Gather([])).Single();
        Assert.Contains("cannot be called '../x'", fault, StringComparison.Ordinal);
    }

    private static GivenSettings Gather(string[] arguments) => GivenSettings.Gather(
        CommandLine.Parse(arguments),
        new Surroundings(new Dictionary<string, string?>(), Path.GetTempPath(), Path.GetTempPath()));

    private static (SearchHostOptions Options, IReadOnlyList<string> Faults) Read(string[] arguments) =>
        SettingsReader.Read(Gather(arguments));
}
