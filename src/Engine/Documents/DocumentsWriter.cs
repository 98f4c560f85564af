using System.Runtime.InteropServices;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Writes what hits and snippets need of each document, in order: <see cref="DocumentFormat"/> and <see cref="DocumentsReader"/> have the
/// bytes. Without a codec, the first million characters wait in memory until one is trained on them; then everything streams. Not
/// thread-safe; the files are completed, but not disposed of, by <see cref="Complete"/>.
/// </summary>
internal sealed class DocumentsWriter
{
    private const int TrainingUnits = 1 << 20;

    private readonly FileWriter _data;
    private readonly FileWriter _index;
    private readonly List<long> _offsets = [];
    private readonly List<DocumentDraft> _waiting = [];
    private DocumentDraft _draft = new();
    private DocumentEncoder? _encoder;
    private long _waitingUnits;
    private bool _begun;

    /// <summary>Starts the two files of a segment.</summary>
    /// <param name="data">Takes the records.</param>
    /// <param name="index">Takes the codec's table and where each record begins.</param>
    /// <param name="codec">
    /// That of another segment, so that records can be copied between them; <see langword="null"/> to train one.
    /// </param>
    public DocumentsWriter(FileWriter data, FileWriter index, TextCodec? codec = null)
    {
        _data = data;
        _index = index;
        if (codec is not null)
        {
            UseCodec(codec);
        }
    }

    /// <summary>The codec, once it was given or trained.</summary>
    public TextCodec? Codec { get; private set; }

    /// <summary>Begins the next document.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="stored">What the caller wants back with a hit.</param>
    public void Begin(string id, ReadOnlySpan<byte> stored)
    {
        if (_begun)
        {
            throw new InvalidOperationException("Call End() before the next Begin().");
        }

        _begun = true;
        _draft.Begin(id, stored);
    }

    /// <summary>Adds a section to the document that was begun.</summary>
    /// <param name="label">What the section is, as the caller knows: 0 or more.</param>
    /// <param name="startPosition">
    /// The word position of its first token, not before the end of the section before; the other tokens follow one by one.
    /// </param>
    /// <param name="text">A lone surrogate in it becomes U+FFFD.</param>
    /// <param name="tokenStarts">Where each token begins in the text, in UTF-16 units: not before the end of the token before.</param>
    /// <param name="tokenLengths">How long each token is, in UTF-16 units.</param>
    public void AddSection(
        int label, int startPosition, ReadOnlySpan<char> text, ReadOnlySpan<int> tokenStarts, ReadOnlySpan<int> tokenLengths)
    {
        RequireBegun();
        _draft.Add(label, startPosition, text, tokenStarts, tokenLengths);
    }

    /// <summary>Ends the document that was begun.</summary>
    public void End()
    {
        RequireBegun();
        _begun = false;
        if (_encoder is not null)
        {
            Write(_draft);
            return;
        }

        _waiting.Add(_draft);
        _waitingUnits += _draft.TextLength;
        _draft = new DocumentDraft();
        if (_waitingUnits >= TrainingUnits)
        {
            UseCodec(TrainingSample.Train(_waiting));
        }
    }

    /// <summary>
    /// Adds a document of another segment. The first one lends its codec when there is none yet; documents of segments with the same codec
    /// are copied as they are, others are encoded anew.
    /// </summary>
    public void Copy(DocumentsReader source, int document)
    {
        if (Codec is null && _waiting.Count == 0)
        {
            UseCodec(source.Codec);
        }

        if (Codec is not null && Codec.Table.SequenceEqual(source.Codec.Table))
        {
            _offsets.Add(_data.Position);
            _data.Write(source.Record(document));
            return;
        }

        var view = source.Open(document);
        Begin(view.Id, view.ReadStored());
        for (var section = 0; section < view.SectionCount; section++)
        {
            var (starts, lengths) = (new int[view.TokenCount(section)], new int[view.TokenCount(section)]);
            view.CopyTokens(section, starts, lengths);
            AddSection(view.Label(section), view.StartPosition(section), view.Text(section), starts, lengths);
        }

        End();
    }

    /// <summary>Completes both files.</summary>
    /// <returns>What the manifest is to list.</returns>
    public (SegmentFile Data, SegmentFile Index) Complete()
    {
        if (_encoder is null)
        {
            UseCodec(TrainingSample.Train(_waiting));
        }

        _offsets.Add(_data.Position);
        _index.WriteInt32(_offsets.Count - 1);
        _index.WriteInt32(Codec!.Table.Length);
        _index.Write(Codec.Table);
        _index.Align(8);
        _index.WriteValues<long>(CollectionsMarshal.AsSpan(_offsets));
        return (_data.Complete(), _index.Complete());
    }

    private void UseCodec(TextCodec codec)
    {
        Codec = codec;
        _encoder = new DocumentEncoder(codec, _data);
        foreach (var draft in _waiting)
        {
            Write(draft);
        }

        _waiting.Clear();
    }

    private void Write(DocumentDraft draft)
    {
        _offsets.Add(_data.Position);
        _encoder!.Write(draft);
    }

    private void RequireBegun()
    {
        if (!_begun)
        {
            throw new InvalidOperationException("Call Begin() first.");
        }
    }
}
