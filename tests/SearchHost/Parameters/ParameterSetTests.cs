using System.Buffers;
using System.Text;
using ProposalSearch.Proposals;
using ProposalSearch.SearchHost.Parameters;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Parameters;

public sealed class ParameterSetTests
{
    [Theory]
    [InlineData("?q=a+b&q=c%20d", "q=a b|q=c d")]
    [InlineData("?q", "q=")]
    [InlineData("?&&q==&", "q==")]
    [InlineData("?q=%C3%A9é", "q=éé")]
    [InlineData("?q=%F0%9F%99%82🙂", "q=🙂🙂")]
    [InlineData("?q=%FFa%C3", "q=\uFFFDa\uFFFD")]
    [InlineData("?q=%&r=%4&s=%g1", "q=%|r=%4|s=%g1")]
    [InlineData("?q=a%00b", "q=a\0b")]
    [InlineData("?a%26b=%3D", "a&b==")]
    [InlineData("", "")]
    public void FromQueryString_Text_IsDecodedOrKept(string query, string expected)
    {
        Assert.Equal(
            expected, string.Join('|', ParameterSet.FromQueryString(query).Select(parameter => parameter.Name + "=" + parameter.Value)));
    }

    private static string Character(Random random)
        => new Rune(random.Next(2) == 0 ? random.Next(0x20, 0x7F) : random.Next(0xE000, 0x10FFFF)).ToString();

    [Fact]
    public void FromQueryString_WhatUriEscapes_ComesBack()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => Character(random)));

            Assert.Equal(text, ParameterSet.FromQueryString("?q=" + Uri.EscapeDataString(text))[0].Value);
        }
    }

    [Fact]
    public void WellFormed_LoneSurrogates_AreReplaced()
    {
        Assert.Equal("a\uFFFDb🙂\uFFFD", ParameterSet.WellFormed("a\uD800b🙂\uDC00"));
    }

    [Theory]
    [InlineData("""{"q": "a", "page": 2, "explain": true, "sort": null}""", "q=a|page=2|explain=true")]
    [InlineData("""{"year": [2015, "~missing"], "facets": []}""", "year=2015|year=~missing|facets=")]
    [InlineData(
        """{"exclude": {"category": ["a", "b"]}, "filters": {"year": "2015.."}}""",
        "exclude.category=a|exclude.category=b|filter.year=2015..")]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("""{"q": "\ud800\n\u0041\\"}""", "q=\uFFFD\nA\\")]
    public void Read_Json_GivesTheSameParameters(string json, string expected)
    {
        var parameters = JsonParameters.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)), out var fault);

        Assert.Equal("", fault);
        Assert.Equal(expected, string.Join('|', parameters!.Select(parameter => parameter.Name + "=" + parameter.Value)));
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_AreReplaced()
    {
        var parameters = JsonParameters.Read(new ReadOnlySequence<byte>([.. "{\"q\":\"a"u8, 0xFF, .. "\"}"u8]), out _);

        Assert.Equal("a\uFFFD", parameters![0].Value);
    }

    [Theory]
    [InlineData("yaer", "year")]
    [InlineData("Year", "year")]
    [InlineData("pag", "page")]
    [InlineData("per-page", "per_page")]
    [InlineData("x", null)]
    [InlineData("completely_else", null)]
    [InlineData("", null)]
    public void Nearest_Name_IsTheOneMeant(string name, string? nearest)
    {
        Assert.Equal(nearest, NearestName.Of(name, ["q", "year", "page", "per_page", "category"]));
    }
}
