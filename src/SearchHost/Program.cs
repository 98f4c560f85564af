using ProposalSearch.Backends.Embedded;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;

var backend = new SearchBackend(new EmbeddedStore());
return await HostProgram.RunAsync(args, backend, Surroundings.OfProcess(), Console.Out, Console.Error, CancellationToken.None)
    .ConfigureAwait(false);
