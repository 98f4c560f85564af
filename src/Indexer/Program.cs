using ProposalSearch.Backends.Embedded;
using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var screen = Screen.OfProcess();
return CommandTree.Create(new EmbeddedBackend(), screen, TimeProvider.System, stop.Token).Parse(args).Invoke();
