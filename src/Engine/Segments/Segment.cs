using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.FieldLengths;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Segments;

/// <summary>An opened segment. Any number of threads may use it.</summary>
internal sealed class Segment : IDisposable
{
    private readonly List<OpenedFile> _files = [];
    private readonly TermsOfForm?[] _forms = new TermsOfForm?[2];
    private readonly FilesHeldIn? _heldIn;

    /// <summary>Opens a segment.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="info">What the manifest says of it.</param>
    /// <param name="firstDocument">The number of its first document among all of the index.</param>
    /// <param name="heldIn">
    /// How its files are held, every byte compared to what was written; <see langword="null"/> to map them without comparing.
    /// </param>
    public Segment(IndexDirectory directory, SegmentInfo info, int firstDocument, FilesHeldIn? heldIn = null)
    {
        _heldIn = heldIn;
        Info = info;
        FirstDocument = firstDocument;
        try
        {
            Settings = Read(directory, SegmentFiles.Settings(info.Name), FileKind.Settings, SettingsFormat.Read);
            Lengths = Read(
                directory, SegmentFiles.Lengths(info.Name), FileKind.Lengths, file => new FieldLengthsReader(file),
                lengths => lengths.Count);
            Columns = Read(directory, SegmentFiles.Columns(info.Name), FileKind.Columns, file => new ColumnSet(file, info.Documents));
            Ids = Read(directory, SegmentFiles.Ids(info.Name), FileKind.Ids, file => new IdsReader(file), ids => ids.Count);
            var records = Open(directory, SegmentFiles.Documents(info.Name), FileKind.Documents);
            Documents = Read(
                directory, SegmentFiles.DocumentIndex(info.Name), FileKind.DocumentIndex, index =>
                    new DocumentsReader(records, index), documents => documents.Count);
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

    /// <summary>Documents in it.</summary>
    public int DocumentCount => Info.Documents;

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
    /// Whether every match of a weighty term has a score greater than 0, even after rounding: no document is so long beside the average
    /// that its norm vanishes when 1 is added.
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

    /// <summary>The first damaged file of those that are open, or <see langword="null"/>. Reads every byte.</summary>
    public IndexDamagedException? FindDamage() => _files.Select(file => file.FindDamage()).FirstOrDefault(damage => damage is not null);

    /// <summary>
    /// The first file whose size or time has changed since it was opened: a sentence that names it, or <see langword="null"/>.
    /// </summary>
    public string? FindChange() => _files.Select(file => file.Stamp.FindChange()).FirstOrDefault(change => change is not null);

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private OpenedFile Open(IndexDirectory directory, string name, FileKind kind)
    {
        var file = _heldIn is { } held ? directory.OpenChecked(Listed(directory, name), kind, held) : directory.OpenFile(name, kind);
        _files.Add(file);
        return file;
    }

    private SegmentFile Listed(IndexDirectory directory, string name) => Info.Files.FirstOrDefault(file => file.Name == name)
        ?? throw new IndexDamagedException(
            directory.FullPath(Manifest.FileName), $"it does not list the file {name}, which the segment {Info.Name} needs.");

    /// <summary>
    /// Opens a file and reads what it says of itself; where that makes no sense, or is of another number of documents, the file is damaged.
    /// </summary>
    private T Read<T>(IndexDirectory directory, string name, FileKind kind, Func<OpenedFile, T> read, Func<T, int>? documents = null)
    {
        var file = Open(directory, name, kind);
        try
        {
            var part = read(file);
            return documents is null || documents(part) == DocumentCount
                ? part
                : throw file.Damaged(
                    $"it states {documents(part)} documents, but the manifest says {DocumentCount}; files were mixed up, or it is "
                        + "damaged.");
        }
        catch (Exception error) when (error is not IndexDamagedException && DamageSymptoms.Include(error))
        {
            throw file.Damaged($"what it says of itself makes no sense ({error.Message.TrimEnd('.')}).", error);
        }
    }

    private void OpenForm(IndexDirectory directory, TermForms flag, TermForm form)
    {
        if (Settings.Forms.HasFlag(flag))
        {
            _forms[(int)form] = new TermsOfForm(
                Read(directory, SegmentFiles.Terms(Info.Name, form), FileKind.Terms, file => new TermDictionaryReader(file)),
                new PostingsReader(
                    Open(directory, SegmentFiles.Postings(Info.Name, form), FileKind.Postings),
                    Open(directory, SegmentFiles.Positions(Info.Name, form), FileKind.Positions)));
        }
    }

    /// <summary>The terms of a form with their postings.</summary>
    public sealed record TermsOfForm(TermDictionaryReader Terms, PostingsReader Postings);
}
