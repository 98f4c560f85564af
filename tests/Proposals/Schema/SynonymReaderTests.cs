using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class SynonymReaderTests
{
    [Fact]
    public void Load_AGroup_HasEachFindTheOthers()
    {
        var found = Own("synonyms:\n  en:\n    - [seniors, elderly, older adults]\n", "en");

        Assert.Equal(["seniors: elderly, older adults", "elderly: seniors, older adults", "older adults: seniors, elderly"], found);
    }

    [Fact]
    public void Load_AWordWithOthers_IsFoundByNone()
    {
        Assert.Equal(["laptop: computer, tablet"], Own("synonyms:\n  en:\n    - laptop: [computer, tablet]\n", "en"));
        Assert.Equal(["laptop: computer"], Own("synonyms:\n  en:\n    - laptop: computer\n", "en"));
    }

    [Fact]
    public void Load_SeveralRulesOfAWord_AreOne()
        => Assert.Equal(
            ["bike: bicycle, cycle", "bicycle: bike"],
            Own("synonyms:\n  en:\n    - [bike, bicycle]\n    - Bike: [cycle, bicycle]\n", "en"));

    [Theory]
    [InlineData("es", 1)]
    [InlineData("es-MX", 1)]
    [InlineData("en", 0)]
    [InlineData("e", 0)]
    public void Of_ALanguage_HasOnlyItsOwn(string code, int count)
        => Assert.Equal(count, Own("synonyms:\n  es:\n    - mayores: [ancianos]\n", code).Count);

    [Fact]
    public void Load_BesideTheBuiltInOnes_AddsAndTakesAway()
    {
        var found = Load("synonyms:\n  en:\n    - [bench, seat]\n    - bike: []\n", "en");

        Assert.Contains("bench: seat", found);
        Assert.Contains("bicycle: bike", found);
        Assert.DoesNotContain(found, static line => line.StartsWith("bike:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("synonyms: none\n")]
    [InlineData("synonyms:\n  en: none\n")]
    [InlineData("extends: none\n")]
    public void Load_None_SwitchesTheBuiltInOnesOff(string schema) => Assert.Empty(Load(schema, "en"));

    [Theory]
    [InlineData("synonyms:\n  en:\n    - [one]\n", "line 2: 'synonyms' has an item below 'en' that is no list of two texts or more")]
    [InlineData("synonyms:\n  en:\n    - a: {b: c}\n", "line 3: 'synonyms' has an item below 'en'")]
    [InlineData("synonyms:\n  en:\n    - word\n", "'synonyms' has an item below 'en'")]
    [InlineData("synonyms:\n  e2:\n    - [a, b]\n", "line 2: 'synonyms' has 'e2', which is no code of a language")]
    [InlineData("synonyms: all\n", "'synonyms' must be a mapping")]
    [InlineData("synonym:\n  en: []\n", "Did you mean 'synonyms'?")]
    public void Load_WhatIsNoSynonym_IsAFaultWithItsLine(string schema, string fault)
        => Assert.Contains(fault, Assert.Throws<SourceUnavailableException>(() => Load(schema, "en")).Message, StringComparison.Ordinal);

    [Fact]
    public void BuiltIn_Groups_AreFortyAndMoreAndOfEnglish()
    {
        Assert.InRange(WordSynonyms.BuiltIn("en").Count, 120, 250);
        Assert.Empty(WordSynonyms.BuiltIn("es"));
        Assert.Empty(WordSynonyms.BuiltIn("und"));
    }

    /// <summary>A word that many proposals have in many senses finds what it says and no more: numbers that people know stay.</summary>
    [Theory]
    [InlineData("poverty")]
    [InlineData("college")]
    [InlineData("education")]
    [InlineData("community")]
    [InlineData("senior")]
    [InlineData("educator")]
    [InlineData("art")]
    [InlineData("health")]
    [InlineData("housing")]
    public void BuiltIn_WordsOfManyMeanings_HaveNone(string word)
        => Assert.DoesNotContain(WordSynonyms.BuiltIn("en"), synonyms => synonyms.Typed == word || synonyms.Also.Contains(word));

    private static List<string> Own(string schema, string code) => Load("extends: none\n" + schema, code);

    private static List<string> Load(string schema, string code)
    {
        using var archive = new TemporaryArchive().Write("s.yml", schema);
        var synonyms = SchemaFile.Load(Path.Combine(archive.Path, "s.yml")).Synonyms.Of(code);
        return [.. synonyms.Select(static word => $"{word.Typed}: {string.Join(", ", word.Also)}")];
    }
}
