using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.FieldLengths;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Makes one segment of several, their documents in the same order. The files of the sources are gone through from front to back, and
/// what is behind a window of each leaves memory. So memory is those windows and, for each document, its length and its place (9 bytes),
/// its id and the ordinals of its values (8 bytes each): it does not depend on how much text there is.
/// </summary>
internal sealed class SegmentMerger
{
    /// <summary>Files of a source that are read at the same time: documents, and terms, postings and positions of two forms.</summary>
    private const int FilesAtOnce = 7;

    private readonly IndexDirectory _directory;
    private readonly Segment[] _sources;
    private readonly int[] _firsts;
    private readonly string _name;
    private readonly IndexSettings _settings;
    private readonly int _documentCount;
    private readonly long _window;

    private SegmentMerger(IndexDirectory directory, Segment[] sources, string name, IndexSettings settings, long memory)
    {
        _directory = directory;
        _window = MemoryPlan.Window(memory, sources.Length * FilesAtOnce);
        _sources = sources;
        _name = name;
        _settings = settings;
        _firsts = Firsts(sources, out _documentCount);
    }

    /// <summary>Merges segments.</summary>
    /// <param name="directory">Where they are, and where the new one goes.</param>
    /// <param name="segments">The segments.</param>
    /// <param name="name">The name of the new one.</param>
    /// <param name="settings">The settings that they all have.</param>
    /// <param name="memory">Bytes of their files that may be in memory; 64 KiB a file is the least.</param>
    public static SegmentInfo Merge(
        IndexDirectory directory, IReadOnlyList<SegmentInfo> segments, string name, IndexSettings settings, long memory)
    {
        var sources = new List<Segment>();
        try
        {
            foreach (var segment in segments)
            {
                sources.Add(new Segment(directory, segment, 0));
            }

            return new SegmentMerger(directory, [.. sources], name, settings, memory).Merge();
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
        }
    }

    /// <summary>The new number of each source's first document.</summary>
    private static int[] Firsts(Segment[] sources, out int documentCount)
    {
        int next = 0;
        int[] firsts = new int[sources.Length];
        for (int i = 0; i < sources.Length; i++)
        {
            firsts[i] = next;
            next = checked(next + sources[i].DocumentCount);
        }

        documentCount = next;
        return firsts;
    }

    private SegmentInfo Merge()
    {
        byte[] lengths = MergeLengths();
        var stemmed = Task.Run(() => MergeTerms(TermForms.Stemmed, TermForm.Stemmed, lengths));
        var exact = Task.Run(() => MergeTerms(TermForms.Exact, TermForm.Exact, lengths));
        var files = new List<SegmentFile>();
        try
        {
            MergeDocuments(files);
            files.Add(Write(SegmentFiles.Settings(_name), FileKind.Settings, file => SettingsFormat.Write(file, _settings)));
            files.Add(Write(SegmentFiles.Ids(_name), FileKind.Ids, MergeIds));
            files.Add(Write(SegmentFiles.Columns(_name), FileKind.Columns, MergeColumns));
        }
        finally
        {
            // Not WaitAll, whose error is of a kind of its own: a full disk is to be told as one.
            Task.WhenAll(stemmed, exact).GetAwaiter().GetResult();
        }

        files.AddRange(stemmed.Result);
        files.AddRange(exact.Result);
        files.Add(Write(SegmentFiles.Lengths(_name), FileKind.Lengths, file => WriteLengths(file, lengths)));
        return SegmentInfo.Of(_name, _documentCount, files);
    }

    private byte[] MergeLengths()
    {
        byte[] lengths = new byte[_documentCount];
        for (int i = 0; i < _sources.Length; i++)
        {
            _sources[i].Lengths.Codes.CopyTo(lengths.AsSpan(_firsts[i]));
        }

        return lengths;
    }

    private void WriteLengths(FileWriter file, byte[] lengths) => FieldLengthsWriter.Write(
        file, lengths, _sources.Sum(source => source.Lengths.TotalLength), _sources.Sum(source => source.Lengths.DocumentsWithWords));

    private List<SegmentFile> MergeTerms(TermForms flag, TermForm form, byte[] lengths)
    {
        if (!_settings.Forms.HasFlag(flag))
        {
            return [];
        }

        using var terms = _directory.CreateFile(SegmentFiles.Terms(_name, form), FileKind.Terms);
        using var postings = _directory.CreateFile(SegmentFiles.Postings(_name, form), FileKind.Postings);
        using var positions = _directory.CreateFile(SegmentFiles.Positions(_name, form), FileKind.Positions);
        new TermMerger(_sources, _firsts, form, _window).Write(terms, postings, positions, lengths);
        return [terms.Complete(), postings.Complete(), positions.Complete()];
    }

    private void MergeDocuments(List<SegmentFile> files)
    {
        using var data = _directory.CreateFile(SegmentFiles.Documents(_name), FileKind.Documents);
        using var index = _directory.CreateFile(SegmentFiles.DocumentIndex(_name), FileKind.DocumentIndex);
        var writer = new DocumentsWriter(data, index);
        for (int i = 0; i < _sources.Length; i++)
        {
            var source = _sources[i].Documents;
            var trail = source.Trail(_window);
            for (int document = 0; document < _sources[i].DocumentCount; document++)
            {
                writer.Copy(source, document);
                trail.Reach(source.EndOf(document));
            }

            trail.End();
        }

        var (dataFile, indexFile) = writer.Complete();
        files.AddRange([dataFile, indexFile]);
    }

    private void MergeIds(FileWriter file) => IdsMerger.Merge([.. _sources.Select(source => source.Ids)], _firsts, file);

    private void MergeColumns(FileWriter file)
    {
        var columns = new ColumnSetBuilder();
        for (int i = 0; i < _sources.Length; i++)
        {
            var source = _sources[i].Columns;
            foreach (string name in source.TextNames)
            {
                columns.Text(name).AppendFrom(source.Text(name)!, _firsts[i]);
            }

            foreach (string name in source.NumberNames)
            {
                columns.Number(name).AppendFrom(source.Number(name)!, _firsts[i]);
            }
        }

        columns.Write(file, _documentCount);
    }

    private SegmentFile Write(string name, FileKind kind, Action<FileWriter> write)
    {
        using var file = _directory.CreateFile(name, kind);
        write(file);
        return file.Complete();
    }
}
