using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;

return await HostProgram.RunAsync(
    args, new EmbeddedBackend(), Surroundings.OfProcess(), Console.Out, Console.Error, CancellationToken.None).ConfigureAwait(false);
