using Xunit;

namespace ProposalSearch.CommandLines.Tests;

public sealed class ChoicesTests
{
    [Theory]
    [InlineData(typeof(DayOfWeek), "sunday, monday, tuesday, wednesday, thursday, friday or saturday")]
    [InlineData(typeof(DateTimeKind), "unspecified, utc or local")]
    [InlineData(typeof(UriHostNameType), "unknown, basic, dns, ipv4 or ipv6")]
    public void InWords_OfAnEnumeration_IsAPhrase(Type enumeration, string words) => Assert.Equal(words, Choices.InWords(enumeration));

    [Theory]
    [InlineData("monday", DayOfWeek.Monday)]
    [InlineData("MonDay", DayOfWeek.Monday)]
    [InlineData("1", null)]
    [InlineData("monday, tuesday", null)]
    [InlineData(" monday", null)]
    [InlineData("", null)]
    public void Read_AName_IsItsValue(string name, object? value) => Assert.Equal(value, Choices.Read(typeof(DayOfWeek), name));
}
