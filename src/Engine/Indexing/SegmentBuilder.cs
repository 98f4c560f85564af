using ProposalSearch.Analysis.Text;
using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.FieldLengths;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Indexing;

/// <summary>Makes one segment of some documents. Used by one thread.</summary>
internal sealed class SegmentBuilder : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly string _segment;
    private readonly IndexSettings _settings;
    private readonly SegmentTables _tables;
    private readonly Vocabulary _vocabulary;
    private readonly TokenBuffer _tokens;
    private readonly FileWriter _documentData;
    private readonly FileWriter _documentIndex;
    private readonly DocumentsWriter _documents;
    private readonly ColumnSetBuilder _columns = new();
    private readonly IdsWriter _ids = new();
    private readonly List<byte> _lengths = [];
    private int[] _starts = new int[1024];
    private int[] _wordLengths = new int[1024];
    private long _totalLength;
    private int _documentsWithWords;

    /// <summary>Begins a segment.</summary>
    /// <param name="directory">Where its files go.</param>
    /// <param name="segment">Its name.</param>
    /// <param name="settings">How it is made.</param>
    /// <param name="codec">What its text is written with.</param>
    /// <param name="tables">Cleared tables, which are its own until it is complete.</param>
    public SegmentBuilder(IndexDirectory directory, string segment, IndexSettings settings, TextCodec codec, SegmentTables tables)
    {
        _directory = directory;
        _segment = segment;
        _settings = settings;
        _tables = tables;
        (_vocabulary, _tokens) = (tables.Vocabulary, tables.Tokens);
        _documentData = directory.CreateFile(SegmentFiles.Documents(segment), FileKind.Documents);
        try
        {
            _documentIndex = directory.CreateFile(SegmentFiles.DocumentIndex(segment), FileKind.DocumentIndex);
        }
        catch
        {
            _documentData.Dispose();
            throw;
        }

        _documents = new DocumentsWriter(_documentData, _documentIndex, codec);
    }

    /// <summary>Adds a document.</summary>
    public void Add(IndexDocument document)
    {
        int number = _ids.Count;
        _ids.Add(document.Id, number);
        _documents.Begin(document.Id, document.Stored.Span);
        int position = 0;
        long length = 0;
        foreach (var section in document.Sections)
        {
            length += AddSection(section, ref position);
        }

        _documents.End();
        _tokens.EndDocument();
        AddLength(length);
        _columns.Add(number, document);
    }

    /// <summary>Writes the segment's files.</summary>
    public SegmentInfo Complete()
    {
        var files = new List<SegmentFile>();
        var (data, index) = _documents.Complete();
        files.AddRange([data, index]);
        files.Add(Write(SegmentFiles.Settings(_segment), FileKind.Settings, file => SettingsFormat.Write(file, _settings)));
        files.Add(Write(SegmentFiles.Ids(_segment), FileKind.Ids, _ids.Write));
        files.Add(Write(SegmentFiles.Columns(_segment), FileKind.Columns, file => _columns.Write(file, _ids.Count)));
        byte[] lengths = [.. _lengths];
        files.Add(
            Write(
                SegmentFiles.Lengths(_segment),
                FileKind.Lengths,
                file => FieldLengthsWriter.Write(file, lengths, _totalLength, _documentsWithWords)));
        if (_settings.Forms.HasFlag(TermForms.Stemmed))
        {
            Invert(TermForm.Stemmed, _vocabulary.Stems, _vocabulary.StemOf, lengths, files);
        }

        if (_settings.Forms.HasFlag(TermForms.Exact))
        {
            Invert(TermForm.Exact, _vocabulary.Exact, null, lengths, files);
        }

        return SegmentInfo.Of(_segment, _ids.Count, files);
    }

    /// <summary>Closes the files; those not complete are removed.</summary>
    public void Dispose()
    {
        _documentData.Dispose();
        _documentIndex.Dispose();
    }

    private long AddSection(Section section, ref int position)
    {
        int weight = _settings.WeightOf(section.Label), count = 0;
        long length = 0;
        _tokens.BeginSection(position, weight);
        var words = new WordEnumerator(section.Text);
        while (words.MoveNext())
        {
            MakeRoom(count);
            _starts[count] = words.Start;
            _wordLengths[count] = words.Length;
            count++;
            int term = _vocabulary.ExactOf(section.Text.AsSpan(words.Start, words.Length));
            _tokens.Add(term);
            length += term >= 0 && _vocabulary.StemOf(term) != Vocabulary.NoStem ? weight : 0;
        }

        _documents.AddSection(section.Label, position, section.Text, _starts.AsSpan(0, count), _wordLengths.AsSpan(0, count));
        position += count + _settings.SectionGap;
        return length;
    }

    private void MakeRoom(int count)
    {
        if (count == _starts.Length)
        {
            Array.Resize(ref _starts, count * 2);
            Array.Resize(ref _wordLengths, count * 2);
        }
    }

    private void AddLength(long length)
    {
        _lengths.Add(LengthCode.Encode((int)Math.Min(length, int.MaxValue)));
        _totalLength += length;
        _documentsWithWords += length > 0 ? 1 : 0;
    }

    private void Invert(TermForm form, TermPool<byte> pool, Func<int, int>? map, byte[] lengths, List<SegmentFile> files)
    {
        using var terms = _directory.CreateFile(SegmentFiles.Terms(_segment, form), FileKind.Terms);
        using var postings = _directory.CreateFile(SegmentFiles.Postings(_segment, form), FileKind.Postings);
        using var positions = _directory.CreateFile(SegmentFiles.Positions(_segment, form), FileKind.Positions);
        var dictionary = new TermDictionaryWriter(terms);
        var writer = new PostingsWriter(postings, positions, lengths);
        new Inverter(_tokens, pool, map, _tables.Arrays).Write(dictionary, writer);
        dictionary.Complete();
        writer.Complete();
        files.AddRange([terms.Complete(), postings.Complete(), positions.Complete()]);
    }

    private SegmentFile Write(string name, FileKind kind, Action<FileWriter> write)
    {
        using var file = _directory.CreateFile(name, kind);
        write(file);
        return file.Complete();
    }
}
