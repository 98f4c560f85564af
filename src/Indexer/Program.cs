using ProposalSearch.Backends.Embedded;
using ProposalSearch.Indexer;
using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;

// Builds an index; or looks into one: search, verify, stats.
using var interruption = new Interruption();
return CommandTree.Run(args, new EmbeddedBackend(), Screen.OfProcess(), TimeProvider.System, interruption.Token);
