using ProposalSearch.Backends.Embedded;
using ProposalSearch.Indexer;
using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Search;

// Builds an index; or looks into one: search, verify, stats.
using var interruption = new Interruption();
var backend = new SearchBackend(new EmbeddedStore());
return await CommandTree.RunAsync(args, backend, Screen.OfProcess(), TimeProvider.System, interruption.Token).ConfigureAwait(false);
