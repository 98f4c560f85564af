using System.Diagnostics;

namespace ProposalSearch.Load;

/// <summary>What a host's process has used, as the system counts it.</summary>
/// <param name="Id">The process.</param>
internal sealed record HostProcess(int Id)
{
    /// <summary>Time of processors since its start.</summary>
    public TimeSpan Processor
    {
        get
        {
            using var host = Process.GetProcessById(Id);
            return host.TotalProcessorTime;
        }
    }

    /// <summary>Memory that it has now, in MB.</summary>
    public double Megabytes
    {
        get
        {
            using var host = Process.GetProcessById(Id);
            return host.WorkingSet64 / 1e6;
        }
    }
}
