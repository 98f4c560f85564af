using ProposalSearch.Backends.Lucene.Tests.LifeCycle;

namespace ProposalSearch.Backends.Lucene.Tests;

/// <summary>What this assembly does when a test starts it as a program. The test runner does not come here.</summary>
internal static class TestProgram
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["publish", var folder]:
                await EditionLoop.RunAsync(folder, Editions.ReadAsync, Editions.PublishOneAsync, Console.Out);
                return 0;
            case ["update", var folder]:
                await EditionLoop.RunAsync(folder, ChangedEditions.ReadAsync, ChangedEditions.PublishOneAsync, Console.Out);
                return 0;
            default:
                return 1;
        }
    }
}
