using System.Globalization;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// An index that was changed answers as one that was made anew of the same documents. For engines that can change an
/// index; a backend's test project derives from it.
/// </summary>
public abstract class UpdateConformance
{
    /// <summary>How indexes are made here.</summary>
    protected static readonly IndexSettings Settings = new() { SectionWeights = [3, 1, 2] };

    /// <summary>The engine under test.</summary>
    protected abstract IIndexStore Store { get; }

    /// <summary>Where an index is that is changed.</summary>
    protected abstract string Changed { get; }

    /// <summary>Where an index is that is made anew.</summary>
    protected abstract string Anew { get; }

    /// <summary>How often it is changed.</summary>
    protected virtual int Rounds => 25;

    /// <summary>Queries that are compared after each change.</summary>
    protected virtual int Queries => 40;

    /// <summary>Whether documents have the numbers that they would have in an index that was made anew.</summary>
    protected virtual bool HasSameNumbers => true;

    /// <summary>Changes an index by random edits, and compares its answers each time with those of one that was made anew.</summary>
    protected async Task CompareByRandomEditsAsync(int seed)
    {
        var random = new Random(seed);
        var documents = new SortedDictionary<string, IndexDocument>(StringComparer.Ordinal);
        for (int i = 0; i < 120; i++)
        {
            Put(documents, RandomDocument(random, $"{i * 10:D5}"));
        }

        await BuildAsync(Changed, documents.Values);
        using var first = await Store.OpenToServeAsync(Changed, IndexHeldIn.Memory);
        IIndexReader reader = first;
        for (int round = 0; round < Rounds; round++)
        {
            await EditAsync(documents, random);
            await BuildAsync(Anew, documents.Values);
            var before = reader;
            reader = await before.ReopenAsync() ?? await Store.OpenToServeAsync(Changed, IndexHeldIn.Memory);
            before.Dispose();
            await CompareAsync(reader, random, $"seed {seed}, round {round}");
            Assert.Empty((await Store.VerifyAsync(Changed)).Faults);
        }

        reader.Dispose();
    }

    /// <summary>Makes an index of some documents.</summary>
    protected async Task BuildAsync(string location, IEnumerable<IndexDocument> documents)
    {
        await using var writer = await Store.CreateAsync(location, Settings);
        await writer.DeclareAsync([new IndexColumn("color", ColumnKind.Text), new IndexColumn("year", ColumnKind.Number)]);
        foreach (var document in documents)
        {
            await writer.AddAsync(document);
        }

        await writer.PublishAsync([new IndexBlob("number", new byte[4])]);
    }

    private async Task EditAsync(SortedDictionary<string, IndexDocument> documents, Random random)
    {
        await using var update = (await Store.UpdateAsync(Changed, Settings))!;
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            string known = documents.Keys.ElementAt(random.Next(documents.Count));
            if (random.Next(3) == 0)
            {
                documents.Remove(known);
                await update.DeleteAsync(known);
                continue;
            }

            var document = RandomDocument(random, random.Next(3) == 0 ? $"{random.Next(1_300):D5}" : known);
            Put(documents, document);
            await update.PutAsync(document);
        }

        await update.PublishAsync([]);
    }

    private static void Put(SortedDictionary<string, IndexDocument> documents, IndexDocument document) => documents[document.Id] = document;

    /// <summary>A document of few words.</summary>
    protected static IndexDocument RandomDocument(Random random, string id)
    {
        var document = new IndexDocument { Id = id, Stored = BitConverter.GetBytes(random.Next()) };
        for (int section = random.Next(1, 5); section >= 0; section--)
        {
            document.Sections.Add(new Section(section, string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => Word(random)))));
        }

        foreach (int color in Enumerable.Range(0, 5).Where(_ => random.Next(3) == 0))
        {
            document.Values.Add(("color", $"color {color}"));
        }

        if (random.Next(4) > 0)
        {
            document.Numbers.Add(("year", random.Next(2013, 2021)));
        }

        return document;
    }

    /// <summary>Few words, so that many documents score alike; and some that hardly any has, so that some go altogether.</summary>
    private static string Word(Random random) => random.Next(10) == 0 ? $"rare{random.Next(300)}" : $"river{(char)('a' + random.Next(12))}";

    private async Task CompareAsync(IIndexReader changed, Random random, string when)
    {
        using var anew = await Store.OpenAsync(Anew);
        Assert.Equal((anew.Identity.Build, anew.Identity.Documents), (changed.Identity.Build, changed.Identity.Documents));
        using var fresh = await Store.OpenAsync(Changed);
        for (int i = 0; i < Queries; i++)
        {
            var (query, options) = (RandomQuery(random, 2), RandomOptions(random));
            string expected = await AnswerAsync(anew, query, options);
            Assert.True(expected == await AnswerAsync(changed, query, options),
                $"{when}: {query}\n{expected}\n{await AnswerAsync(changed, query, options)}");
            Assert.True(expected == await AnswerAsync(fresh, query, options), $"{when}, opened anew: {query}");
        }

        var near = (await anew.Begin(TimeLimit.None).NearTermsAsync("rare1", 2)).OrderBy(term => term.Term, StringComparer.Ordinal);
        Assert.Equal(
            near, (await changed.Begin(TimeLimit.None).NearTermsAsync("rare1", 2)).OrderBy(term => term.Term, StringComparer.Ordinal));
    }

    private async Task<string> AnswerAsync(IIndexReader reader, Query query, SearchOptions options)
    {
        var run = reader.Begin(TimeLimit.None);
        var found = await run.SearchAsync(query, options);
        var details = await run.DescribeAsync(new DetailsRequest(found.Hits) { Marked = query, Explained = query });
        var lines = found.Hits.Select((hit, at) => string.Create(
            CultureInfo.InvariantCulture,
            $"{(HasSameNumbers ? hit : hit with { Document = 0 })} {details[at].Document.Id} "
            + $"{Flat(details[at].Explanation!)} {string.Join(';', details[at].Passages)}"));
        var facets = found.Facets.Select(facet => $"{facet.Column}: {string.Join(',', facet.Values)} {facet.Missing}");
        return string.Join('\n', [$"{found.Total} {found.UnfilteredTotal}", .. lines, .. facets]);
    }

    private static string Flat(Explanation account) => $"{account.Description} [{string.Join(',', account.Details.Select(Flat))}]";

    private static SearchOptions RandomOptions(Random random) => new()
    {
        Top = random.Next(1, 30),
        Facets = ["color"],
        Sort = random.Next(4) switch
        {
            0 => new SortBy(SortKind.Number, "year", random.Next(2) == 0),
            1 => new SortBy(SortKind.Text, "color", random.Next(2) == 0),
            _ => SortBy.Score,
        },
    };

    private static Query RandomQuery(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 or 1 => new TermQuery(random.Next(2) == 0 ? TermForm.Stemmed : TermForm.Exact, Word(random)),
        2 => new PrefixQuery(TermForm.Exact, random.Next(2) == 0 ? "rare1" : "river", (TermSetScoring)random.Next(2)),
        3 => new PhraseQuery(TermForm.Exact, [new PhraseTerm(Word(random), 0), new PhraseTerm(Word(random), 1)], random.Next(3)),
        4 => new FuzzyQuery(TermForm.Exact, Word(random), 1) { MaximumTerms = 5 },
        5 => new ScopeQuery(new TermQuery(TermForm.Exact, Word(random)), new HashSet<int> { 0, 1 }),
        6 => new BooleanQuery { Must = Some(random, depth), Not = random.Next(3) == 0 ? Some(random, 0) : [] },
        7 => new BooleanQuery { Should = Some(random, depth), Minimum = random.Next(3) },
        _ => new AllQuery(),
    };

    private static List<Query> Some(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomQuery(random, depth - 1))];
}
