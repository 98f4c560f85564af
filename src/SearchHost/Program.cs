using ProposalSearch.Backends.Embedded;
using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;

try
{
    var command = CommandLine.Parse(args);
    if (command.Help)
    {
        Console.Out.WriteLine(CommandLine.Usage());
        return 0;
    }

    await using var application = SearchHostApplication.Build(command, new EmbeddedBackend());
    await Running.RunAsync(application).ConfigureAwait(false);
    return 0;
}
catch (StartFailedException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 2;
}
