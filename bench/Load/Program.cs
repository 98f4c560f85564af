using System.Globalization;
using ProposalSearch.Load;

// Asks a host that runs already for too much, or for much; bench/Load/run.sh and bench/Load/proofs.sh start the hosts and call this.
switch (args)
{
    case ["largest", var url, var process]:
        return await Largest.RunAsync(new Uri(url), Number(process));
    case ["overload", var url, .. var rest]:
        var (seconds, dear) = (rest.Length > 0 ? Number(rest[0]) : 30, rest.Length > 1 ? Number(rest[1]) : 64);
        return await Overload.RunAsync(new Uri(url), TimeSpan.FromSeconds(seconds), dear);
    case ["bare", var url]:
        return await Bare.RunAsync(new Uri(url));
    case ["rate", var url, var process, var bare, var bareProcess, var time, var connections]:
        return await new Rate(
            new Uri(url), new HostProcess(Number(process)), new Uri(bare), new HostProcess(Number(bareProcess)),
            TimeSpan.FromSeconds(Number(time)), Number(connections)).RunAsync();
    case ["swaps", var url, var source, var key, var time]:
        return await new Swaps(new Uri(url), source, key).RunAsync(TimeSpan.FromSeconds(Number(time)));
    case ["hostile", var url, var time, var idle]:
        return await new Hostile(new Uri(url), TimeSpan.FromSeconds(Number(time))).RunAsync(Number(idle));
    default:
        Console.Error.WriteLine(
            "Usage: Load largest URL PID | overload URL [SECONDS [DEAR]] | bare URL | rate URL PID BARE-URL BARE-PID SECONDS CONNECTIONS | "
            + "swaps URL SOURCE KEY SECONDS | hostile URL SECONDS IDLE");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
