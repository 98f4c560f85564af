using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene41;
using Lucene.Net.Codecs.Lucene45;
using Lucene.Net.Codecs.Lucene46;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>
/// The formats that an index of ours is in, by the names that its files have for them. Lucene.Net else looks for every format it has, and
/// for an assembly of more that is not there, before it opens the first index.
/// </summary>
internal static class KnownFormats
{
    /// <summary>Has Lucene.Net know them, and no others, in this process.</summary>
    public static void Register()
    {
        Codec.SetCodecFactory(new Codecs());
        PostingsFormat.SetPostingsFormatFactory(new Postings());
        DocValuesFormat.SetDocValuesFormatFactory(new Columns());
    }

    private sealed class Codecs : DefaultCodecFactory
    {
        protected override void Initialize() => PutCodecType(typeof(Lucene46Codec));
    }

    private sealed class Postings : DefaultPostingsFormatFactory
    {
        protected override void Initialize() => PutPostingsFormatType(typeof(Lucene41PostingsFormat));
    }

    private sealed class Columns : DefaultDocValuesFormatFactory
    {
        protected override void Initialize() => PutDocValuesFormatType(typeof(Lucene45DocValuesFormat));
    }
}
