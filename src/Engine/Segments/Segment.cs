using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.FieldLengths;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Scoring;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;

namespace ProposalSearch.Engine.Segments;

/// <summary>An opened segment. Any number of threads may use it.</summary>
internal sealed class Segment : IDisposable
{
    private readonly List<MappedFile> _files = [];
    private readonly TermsOfForm?[] _forms = new TermsOfForm?[2];

    public Segment(IndexDirectory directory, SegmentInfo info, int firstDocument)
    {
        Info = info;
        FirstDocument = firstDocument;
        try
        {
            Settings = SettingsFormat.Read(Open(directory, SegmentFiles.Settings(info.Name), FileKind.Settings));
            Lengths = new FieldLengthsReader(Open(directory, SegmentFiles.Lengths(info.Name), FileKind.Lengths));
            Columns = new ColumnSet(Open(directory, SegmentFiles.Columns(info.Name), FileKind.Columns));
            Ids = new IdsReader(Open(directory, SegmentFiles.Ids(info.Name), FileKind.Ids));
            Documents = new DocumentsReader(
                Open(directory, SegmentFiles.Documents(info.Name), FileKind.Documents),
                Open(directory, SegmentFiles.DocumentIndex(info.Name), FileKind.DocumentIndex));
            if (info.Files.FirstOrDefault(file => SegmentFiles.IsLive(file.Name)) is { } live)
            {
                Live = new LiveDocumentsReader(Open(directory, live.Name, FileKind.LiveDocuments));
            }

            OpenForm(directory, TermForms.Stemmed, TermForm.Stemmed);
            OpenForm(directory, TermForms.Exact, TermForm.Exact);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SegmentInfo Info { get; }

    /// <summary>The number of the segment's first document among all of the index.</summary>
    public int FirstDocument { get; }

    /// <summary>Documents written, deleted ones included.</summary>
    public int DocumentCount => Info.Documents;

    /// <summary>Which documents are left, or <see langword="null"/> where all are.</summary>
    public LiveDocumentsReader? Live { get; }

    public IndexSettings Settings { get; }

    public FieldLengthsReader Lengths { get; }

    public ColumnSet Columns { get; }

    public IdsReader Ids { get; }

    public DocumentsReader Documents { get; }

    /// <summary>For each document, 1 divided by the part of BM25's denominator that depends on its length; set by the snapshot.</summary>
    public float[] InverseNorms { get; private set; } = [];

    /// <summary>Terms and postings of a form, or <see langword="null"/> where the index does not keep it.</summary>
    public TermsOfForm? Form(TermForm form) => _forms[(int)form];

    /// <summary>The same for each length code.</summary>
    public float[] InverseNormOfCode { get; private set; } = [];

    /// <summary>
    /// Whether every match of a weighty term has a score greater than 0, even after rounding: no document is so long beside the average that its
    /// norm vanishes when 1 is added.
    /// </summary>
    public bool EveryMatchScores { get; private set; }

    public void SetAverageLength(float[] inverseNormByCode)
    {
        InverseNormOfCode = inverseNormByCode;
        var codes = Lengths.Codes;
        var norms = new float[codes.Length];
        EveryMatchScores = codes.IsEmpty || inverseNormByCode[ScoreKernel.Greatest(codes)] > Bm25.LeastTellingNorm;
        for (int i = 0; i < norms.Length; i++)
        {
            norms[i] = inverseNormByCode[codes[i]];
        }

        InverseNorms = norms;
    }

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private MappedFile Open(IndexDirectory directory, string name, FileKind kind)
    {
        var file = directory.OpenFile(name, kind);
        _files.Add(file);
        return file;
    }

    private void OpenForm(IndexDirectory directory, TermForms flag, TermForm form)
    {
        if (Settings.Forms.HasFlag(flag))
        {
            _forms[(int)form] = new TermsOfForm(
                new TermDictionaryReader(Open(directory, SegmentFiles.Terms(Info.Name, form), FileKind.Terms)),
                new PostingsReader(
                    Open(directory, SegmentFiles.Postings(Info.Name, form), FileKind.Postings),
                    Open(directory, SegmentFiles.Positions(Info.Name, form), FileKind.Positions)));
        }
    }

    /// <summary>The terms of a form with their postings.</summary>
    public sealed record TermsOfForm(TermDictionaryReader Terms, PostingsReader Postings);
}
