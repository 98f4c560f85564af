using ProposalSearch.Backends.Choice;
using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Search;
using ProposalSearch.Testing;

namespace ProposalSearch.Indexer.Tests.Commands;

/// <summary>Runs the console in this process, on a list of proposals, and keeps what it writes.</summary>
internal sealed class Console : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("proposalsearch-");
    private readonly Func<BackendName, SearchBackend> _backends;
    private readonly bool _isInteractive;

    public Console(SearchBackend? backend = null, bool isInteractive = false)
        : this(_ => backend ?? BlockingCalls.TestedEngine()) => _isInteractive = isInteractive;

    public Console(Func<BackendName, SearchBackend> backends) => _backends = backends;

    public string Source => Path.Combine(_folder.FullName, "source");

    public string Index => Path.Combine(_folder.FullName, "index");

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public Console Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public int Run(params string[] arguments) => RunUntil(CancellationToken.None, arguments);

    public int RunUntil(CancellationToken stop, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandTree.RunAsync(arguments, _backends, new Screen(output, error, _isInteractive), TimeProvider.System, stop)
            .GetAwaiter().GetResult();
        (Out, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public int Build(params string[] more) => Run(["--source", Source, "--index", Index, .. more]);

    public void Dispose() => _folder.Delete(recursive: true);
}
