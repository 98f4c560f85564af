using ProposalSearch.Proposals.Inference;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A Catalan, Polish or Russian description was no summary, coordinates were facets, and a list of organizations nobody.</summary>
public sealed class Bug539KeysInMoreLanguages
{
    [Theory]
    [InlineData("Descripció")]
    [InlineData("opis")]
    [InlineData("Описание")]
    public void IsSummary_ADescription_IsOne(string key) => Assert.True(KeyHints.IsSummary(KeyName.Of(key)));

    [Theory]
    [InlineData("latitude")]
    [InlineData("location › lng")]
    [InlineData("sitemap")]
    public void IsName_WhatMapsAndSitesNeed_IsForPrograms(string key) => Assert.True(KeyHints.IsName(KeyName.Of(key)));

    [Fact]
    public void IsProposer_OrganizationsInThePlural_AreWhoProposes() => Assert.True(KeyHints.IsProposer(KeyName.Of("organizations")));
}
