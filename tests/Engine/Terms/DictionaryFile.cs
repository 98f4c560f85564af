using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Engine.Tests.Storage;

namespace ProposalSearch.Engine.Tests.Terms;

/// <summary>A dictionary of some words, each with an entry of its own.</summary>
internal sealed class DictionaryFile : IDisposable
{
    private readonly ScratchFiles _files = new();
    private readonly Dictionary<string, TermEntry> _entries = new(StringComparer.Ordinal);

    public DictionaryFile(Random random, params string[] words)
    {
        Words = words;
        Reader = new TermDictionaryReader(_files.Write("s1.terms", FileKind.Terms, file => Write(file, random)));
    }

    public string[] Words { get; }

    public TermDictionaryReader Reader { get; }

    public TermEntry this[string word] => _entries[word];

    public void Dispose() => _files.Dispose();

    private void Write(FileWriter file, Random random)
    {
        var writer = new TermDictionaryWriter(file);
        long postings = random.Next(1000), positions = random.NextInt64(5_000_000_000);
        foreach (var word in Words)
        {
            var entry = new TermEntry(random.Next(1, 1_000_000), postings, positions);
            postings += random.NextInt64(1L << random.Next(40));
            positions += random.NextInt64(1L << random.Next(40));
            writer.Add(Testing.Words.Bytes(word), entry, postings, positions);
            _entries.Add(word, entry);
        }

        writer.Complete();
    }
}
