using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("$100,000", 100_000L)]
    [InlineData("€ 12.000", 12_000L)]
    [InlineData("12.000 €", 12_000L)]
    [InlineData("12 000,00 €", 12_000L)]
    [InlineData("1.200,50 EUR", 1_201L)]
    [InlineData("CHF 1'200.00", 1_200L)]
    [InlineData("1\u202F200 €", 1_200L)]
    [InlineData("USD 15.000", 15_000L)]
    [InlineData("ca. 8000 Euro", 8_000L)]
    [InlineData("R$ 2.000.000,00", 2_000_000L)]
    [InlineData("3,000.0", 3_000L)]
    [InlineData("1,234.56", 1_235L)]
    [InlineData("2.5 million", 2_500_000L)]
    [InlineData("12.000", 12L)]
    [InlineData("1.234.567", 1_234_567L)]
    [InlineData("about 1,200 people", 1_200L)]
    [InlineData("-5", -5L)]
    public void TryRead_Numbers_AreReadAsTheyAreMeant(string text, long number)
    {
        Assert.True(NumberText.TryRead(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("unklar")]
    [InlineData("10-20")]
    [InlineData("5000 or 6000")]
    [InlineData("2.5")]
    [InlineData("1,2345")]
    [InlineData("")]
    [InlineData("€")]
    [InlineData("99999999999999999999999999999999999")]
    public void TryRead_WhatIsNoWholeNumber_IsNotGuessed(string text) => Assert.False(NumberText.TryRead(text, out _));
}
