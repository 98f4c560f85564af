using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace ProposalSearch.Backends.Lucene.Indexing;

/// <summary>A token's term in UTF-8, so that Lucene need not encode each word anew.</summary>
internal sealed class KnownTerm : Attribute, ITermToBytesRefAttribute
{
    /// <summary>The term.</summary>
    public BytesRef Term { get; set; } = new();

    /// <inheritdoc/>
    /// <remarks>Lucene takes it once for all tokens of a field, and has it filled for each.</remarks>
    public BytesRef BytesRef { get; } = new();

    /// <inheritdoc/>
    public void FillBytesRef() => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (Term.Bytes, Term.Offset, Term.Length);

    /// <inheritdoc/>
    public override void Clear() => Term = new BytesRef();

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((KnownTerm)target).Term = Term;
}
