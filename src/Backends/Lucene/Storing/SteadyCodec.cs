using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>
/// Lucene's own format, without what it writes of the machine and the moment: the same documents give the same bytes. Read by any
/// Lucene 4.8, which
/// knows it by the name of the format it wraps.
/// </summary>
[CodecName("Lucene46")]
internal sealed class SteadyCodec() : FilterCodec(new Lucene46Codec())
{
    /// <inheritdoc/>
    public override SegmentInfoFormat SegmentInfoFormat { get; } = new Format(new Lucene46SegmentInfoFormat());

    private sealed class Format(SegmentInfoFormat inner) : SegmentInfoFormat
    {
        public override SegmentInfoReader SegmentInfoReader => inner.SegmentInfoReader;

        public override SegmentInfoWriter SegmentInfoWriter { get; } = new Writer(inner.SegmentInfoWriter);
    }

    private sealed class Writer(SegmentInfoWriter inner) : SegmentInfoWriter
    {
        public override void Write(LuceneDirectory dir, SegmentInfo info, FieldInfos fis, IOContext ioContext)
        {
            info.Diagnostics = new Dictionary<string, string>(StringComparer.Ordinal);
            var files = info.GetFiles().Order(StringComparer.Ordinal).ToList();
            info.SetFiles(new SortedSet<string>(files, StringComparer.Ordinal));
            inner.Write(dir, info, fis, ioContext);
        }
    }
}
