using ProposalSearch.Backends.Choice;
using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;

return await HostProgram.RunAsync(args, KnownBackends.Of, Surroundings.OfProcess(), Console.Out, Console.Error, CancellationToken.None)
    .ConfigureAwait(false);
