using ProposalSearch.Backends.Embedded;
using ProposalSearch.Indexer;
using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Search;

// Builds an index; or looks into one: search, verify, stats.
using var interruption = new Interruption();
return await CommandTree.RunAsync(args, new SearchBackend(new EmbeddedStore()), Screen.OfProcess(), TimeProvider.System, interruption.Token).ConfigureAwait(false);
