using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Search.Completing;

namespace ProposalSearch.Search.Tests.Completing;

/// <summary>Phrases written to a file of their own and opened again.</summary>
internal sealed class SuggestionsFile : IDisposable
{
    private const string Name = "s1.suggestions";

    private readonly TemporaryFolder _folder = new();
    private readonly MappedFile _file;

    public SuggestionsFile(params IEnumerable<SuggestionPhrase> phrases)
    {
        var normalizer = new TermNormalizer(AnalysisOptions.Default);
        var directory = IndexDirectory.CreateOrOpen(_folder.Path);
        using (directory.Lock())
        {
            var suggestions = new SuggestionsWriter(normalizer);
            foreach (var phrase in phrases)
            {
                suggestions.Add(phrase);
            }

            using var writer = directory.CreateFile(Name, FileKind.Suggestions);
            writer.WriteByte(7);
            var offset = suggestions.Write(writer);
            writer.Complete();
            _file = directory.OpenFile(Name, FileKind.Suggestions);
            Reader = SuggestionsReader.Open(_file, offset, normalizer);
        }
    }

    public SuggestionsReader Reader { get; }

    /// <summary>The bytes of the completions.</summary>
    public byte[] Bytes => File.ReadAllBytes(_folder.File(Name))[128..^16];

    public IEnumerable<string> Texts(string typed, int limit = 10) => Reader.Complete(typed, limit).Select(completion => completion.Text);

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }
}
