using ProposalSearch.Backends.Embedded;
using ProposalSearch.Indexer;
using ProposalSearch.Indexer.CommandLine;

// index (without a command) · search · verify · stats: each is an action of its own folder.
return new IndexerCommand(new EmbeddedBackend(), Terminal.OfProcess(), TimeProvider.System).Run(args);
