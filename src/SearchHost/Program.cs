using ProposalSearch.Backends.Embedded;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;

return await HostProgram.RunAsync(
    args, new SearchBackend(new EmbeddedStore()), Surroundings.OfProcess(), Console.Out, Console.Error, CancellationToken.None).ConfigureAwait(false);
