using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Engine.Tests.Packing;

namespace ProposalSearch.Engine.Tests;

/// <summary>
/// What this assembly does when a test starts it as a program (<see cref="ChildProcess"/>). The test runner does not come here.
/// </summary>
internal static class TestProgram
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["packing-duel"]:
                Console.WriteLine(PackingDuel.Digest());
                return 0;
            case ["build-digest"]:
                Console.WriteLine(DeterminismTests.Digest());
                return 0;
            case ["rebuild", var folder]:
                Rebuilding.Forever(folder);
                return 0;
            case ["take-turns", var folder, var name]:
                TwoWritersTests.TakeTurns(folder, name);
                return 0;
            case ["hold", var folder]:
                TwoWritersTests.Hold(folder);
                return 0;
            default:
                return 1;
        }
    }
}
