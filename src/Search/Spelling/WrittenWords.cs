using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// The words of an archive that have signs within them, by the words that people mean by them. Kept in an index as a blob of their exact
/// forms: <c>version count text*</c>, in ordinal order, as <see cref="ByteWriter"/> has them. Immutable.
/// </summary>
internal sealed class WrittenWords
{
    /// <summary>The name of the blob.</summary>
    public const string BlobName = "written";

    /// <summary>How many of them one word stands for at most: 64.</summary>
    public const int Most = 64;

    private const int Version = 1;

    private readonly Dictionary<string, List<string>> _byExact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byStem = new(StringComparer.Ordinal);

    private WrittenWords(IEnumerable<string> terms, TermNormalizer normalizer, IReadOnlySet<string> functionWords)
    {
        foreach (var term in terms)
        {
            var joined = SignedWord.Joined(term);
            var within = SignedWord.Within(term, functionWords);
            foreach (var word in within.Concat(joined is null ? [] : [joined]).Distinct(StringComparer.Ordinal))
            {
                Add(_byExact, word, term);
                Add(_byStem, normalizer.Stem(word), term);
            }
        }
    }

    /// <summary>None: an archive without such words.</summary>
    public static WrittenWords None { get; } = new([], new TermNormalizer(AnalysisOptions.Default), new HashSet<string>());

    /// <summary>The exact terms that stand for a word in its exact form.</summary>
    public IReadOnlyList<string> OfExact(string word) => _byExact.GetValueOrDefault(word, []);

    /// <summary>The exact terms that stand for any form of a word, by its stem.</summary>
    public IReadOnlyList<string> OfStem(string stem) => _byStem.GetValueOrDefault(stem, []);

    /// <summary>The bytes of some words.</summary>
    public static byte[] Write(IEnumerable<string> terms)
    {
        var writer = new ByteWriter();
        writer.Count(Version);
        writer.List([.. terms.Order(StringComparer.Ordinal)], static (to, term) => to.Text(term));
        return writer.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="UnreadableBytesException">It is something else.</exception>
    public static WrittenWords Read(byte[]? bytes, TermNormalizer normalizer, IReadOnlySet<string> functionWords) =>
        bytes is null ? None : new WrittenWords(ReadTerms(bytes), normalizer, functionWords);

    /// <summary>The words of a blob; none where there is no blob.</summary>
    /// <exception cref="UnreadableBytesException">It is something else.</exception>
    public static IReadOnlyList<string> ReadTerms(byte[]? bytes)
    {
        if (bytes is null)
        {
            return [];
        }

        try
        {
            var reader = new ByteReader(bytes);
            return reader.Count() == Version
                ? reader.List(static (ref from) => from.Text())
                : throw new InvalidDataException("It is of another version.");
        }
        catch (InvalidDataException fault)
        {
            throw new UnreadableBytesException(
                $"The part '{BlobName}' of the index is not as it was written. Build the index anew.", fault);
        }
    }

    private static void Add(Dictionary<string, List<string>> map, string word, string term)
    {
        if (word.Length == 0)
        {
            return;
        }

        if (!map.TryGetValue(word, out var terms))
        {
            map.Add(word, terms = []);
        }

        if (terms.Count < Most)
        {
            terms.Add(term);
        }
    }
}
