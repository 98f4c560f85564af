using ProposalSearch.Load;

// Asks a host that runs already: what the largest answers are that one request can have, or how others fare while dear requests come.
// bench/Load/run.sh does both.
switch (args)
{
    case ["largest", var url, var process]:
        return await Largest.RunAsync(new Uri(url), int.Parse(process, System.Globalization.CultureInfo.InvariantCulture));
    case ["overload", var url, .. var rest]:
        var numbers = rest.Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var (seconds, dear) = (numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1));
        return await Overload.RunAsync(new Uri(url), TimeSpan.FromSeconds(seconds == 0 ? 30 : seconds), dear == 0 ? 64 : dear);
    default:
        Console.Error.WriteLine("Usage: Load largest URL PID | Load overload URL [SECONDS [DEAR]]");
        return 2;
}
