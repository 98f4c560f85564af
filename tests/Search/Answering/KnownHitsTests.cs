using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Answering;
using ProposalSearch.Search.Storing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Search.Tests.Answering;

public sealed class KnownHitsTests
{
    private readonly KnownHits _hits = new();

    [Fact]
    public void Of_AKnownDocument_IsReadOnceAndHasTheScoreOfEachSearch()
    {
        var document = new CountedDocument(Some.Proposal("a") with { Title = "Lanterns", Summary = "Light.", Organization = "Glow" });

        var first = _hits.Of(3, document, 1.5);
        var again = _hits.Of(3, document, 2.5);

        Assert.Equal(("a", "Lanterns", "Light.", "Glow", 1.5), (first.Id, first.Title, first.Summary, first.Organization, first.Score));
        Assert.Equal(first with { Score = 2.5 }, again);
        Assert.Equal(1, document.Reads);
    }

    [Fact]
    public void Of_OtherNumbers_AreOtherDocuments()
    {
        Assert.Equal("a", _hits.Of(1, new CountedDocument(Some.Proposal("a")), 1).Id);
        Assert.Equal("b", _hits.Of(2, new CountedDocument(Some.Proposal("b")), 1).Id);
        Assert.Equal("a", _hits.Of(1, new CountedDocument(Some.Proposal("b")), 1).Id);
    }

    [Theory]
    [InlineData(2_000, 1)]
    [InlineData(2_001, 2)]
    public void Of_ALongSummary_IsNotKept(int length, int reads)
    {
        var document = new CountedDocument(Some.Proposal("a") with { Summary = new string('x', length) });

        _hits.Of(1, document, 1);
        Assert.Equal(length, _hits.Of(1, document, 1).Summary!.Length);
        Assert.Equal(reads, document.Reads);
    }

    [Fact]
    public void Of_MoreThanAreKept_AreReadAgain()
    {
        var document = new CountedDocument(Some.Proposal("a"));
        for (var number = 0; number < KnownHits.Most; number++)
        {
            _hits.Of(number, document, 1);
        }

        _hits.Of(0, document, 1);
        Assert.Equal(KnownHits.Most, document.Reads);
        _hits.Of(KnownHits.Most, document, 1);
        _hits.Of(0, document, 1);
        Assert.Equal(KnownHits.Most + 2, document.Reads);
    }

    /// <summary>A document that counts how often it is read.</summary>
    private sealed class CountedDocument(Proposal proposal) : IStoredDocument
    {
        private readonly IndexDocument _document =
            ProposalDocument.Of(proposal, new SectionLabels(), new TitleOrder(BuiltInLanguages.English.Code));

        public int Reads { get; private set; }

        public string Id => _document.Id;

        public int SectionCount => _document.Sections.Count;

        public byte[] ReadStored()
        {
            Reads++;
            return _document.Stored.ToArray();
        }

        public int Label(int section) => _document.Sections[section].Label;

        public int TextLength(int section) => Text(section).Length;

        public string Text(int section) => _document.Sections[section].Text;

        public string Text(int section, int start, int length) => Text(section).Substring(start, length);

        public int StartPosition(int section) => throw new NotSupportedException("A hit has no words.");

        public int TokenCount(int section) => throw new NotSupportedException("A hit has no words.");

        public (int Start, int Length) Token(int section, int index) => throw new NotSupportedException("A hit has no words.");
    }
}
