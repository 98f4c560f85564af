using System.Globalization;
using ProposalSearch.ClusterProofs;

// Breaks a cluster of three nodes under load, and says what became of the requests; bench/Cluster/proofs.sh builds all and calls this.
// SCRIPT starts, breaks and stops nodes: see its use in ClusterScript.
switch (args)
{
    case ["faults", var script, var archive, var seconds, var connections]:
        return await Faults.RunAsync(script, archive, TimeSpan.FromSeconds(Number(seconds)), Number(connections));
    case ["editions", var script, var archive, var seconds, var every]:
        return await Editions.RunAsync(script, archive, TimeSpan.FromSeconds(Number(seconds)), TimeSpan.FromSeconds(Number(every)));
    case ["builds", var script, var archive]:
        return await Builds.RunAsync(script, archive);
    case ["sizes", var script, var archive, var copies]:
        return await Sizes.RunAsync(script, archive, Number(copies));
    default:
        Console.Error.WriteLine(
            "Usage: ClusterProofs faults SCRIPT ARCHIVE SECONDS CONNECTIONS | editions SCRIPT ARCHIVE SECONDS EVERY | "
            + "builds SCRIPT ARCHIVE | sizes SCRIPT ARCHIVE COPIES");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
