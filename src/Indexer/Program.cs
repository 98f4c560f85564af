using System.CommandLine.Invocation;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Indexer;
using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;

using var interruption = new Interruption();
var parsed = CommandTree.Create(new EmbeddedBackend(), Screen.OfProcess(), TimeProvider.System, interruption.Token).Parse(args);
int code = parsed.Invoke();
return parsed.Action is ParseErrorAction ? ExitCode.NothingDone : code;
