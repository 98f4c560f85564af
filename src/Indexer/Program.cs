using ProposalSearch.Backends.Choice;
using ProposalSearch.Indexer;
using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;

// Builds an index; or looks into one: search, verify, stats.
using var interruption = new Interruption();
return await CommandTree.RunAsync(args, KnownBackends.Of, Screen.OfProcess(), TimeProvider.System, interruption.Token)
    .ConfigureAwait(false);
