namespace ProposalSearch.Engine.Tests.Indexing;

public static class Rebuilding
{
    public static void Forever(string folder) => _ = folder;
}
