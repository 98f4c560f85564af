using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The unit of systemd forbade the calls of <c>@resources</c>, and whoever makes a forbidden call is ended by it. .NET makes two of them at
/// each start: <c>sched_setaffinity</c> for the threads of its garbage collector, and <c>sched_setscheduler</c>.
/// </summary>
public sealed class Bug400AUnitThatEndsTheRuntime
{
    private const string Setting = "SystemCallFilter=";

    [Fact]
    public void Unit_CallsThatTheRuntimeMakesAtItsStart_AreAllowed()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "proposalsearch.service"));
        var filters = lines.Where(line => line.StartsWith(Setting, StringComparison.Ordinal))
            .Select(line => line[Setting.Length..]).ToList();

        Assert.Contains("@system-service", filters);
        Assert.DoesNotContain(filters, filter => filter.StartsWith('~') && filter.Contains("@resources", StringComparison.Ordinal));
        Assert.Contains("SystemCallErrorNumber=EPERM", lines);
    }
}
