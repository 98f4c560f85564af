using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>Which texts each kind of setting takes.</summary>
public sealed class SettingKindsTests
{
    private static readonly Dictionary<string, SettingAttribute> Kinds = new(StringComparer.Ordinal)
    {
        ["number"] = new WholeNumberAttribute(-5, 20_000, ""),
        ["switch"] = new SwitchAttribute(""),
        ["line"] = new LineAttribute(5, ""),
        ["lines"] = new LinesAttribute(5, ""),
        ["colour"] = new ColourAttribute(""),
        ["path"] = new PathAttribute(""),
        ["patterns"] = new PatternsAttribute(""),
        ["origins"] = new OriginsAttribute(""),
        ["choice"] = new ChoiceAttribute(typeof(MatchMode), ""),
        ["language"] = new LanguageAttribute("a language"),
        ["networks"] = new NetworksAttribute(""),
    };

    [Theory]
    [InlineData("number", "-5", -5)]
    [InlineData("number", "20000", 20_000)]
    [InlineData("switch", "TRUE", true)]
    [InlineData("switch", "false", false)]
    [InlineData("line", "a b c", "a b c")]
    [InlineData("lines", "a b c", "a b c")]
    [InlineData("colour", "#0a555c", "#0a555c")]
    [InlineData("colour", "#FFF", "#FFF")]
    [InlineData("path", "../any thing", "../any thing")]
    [InlineData("patterns", "2015/**", "2015/**")]
    [InlineData("origins", "https://archive.example.org", "https://archive.example.org")]
    [InlineData("origins", "http://localhost:5080", "http://localhost:5080")]
    [InlineData("choice", "Any", MatchMode.Any)]
    [InlineData("language", "es", "es")]
    [InlineData("language", "ES-mx", "ES-mx")]
    [InlineData("networks", "10.0.0.5", "10.0.0.5")]
    [InlineData("networks", "10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("networks", "::1", "::1")]
    public void TryRead_Allowed_IsTheValue(string kind, string text, object value)
    {
        Assert.True(Kinds[kind].TryRead(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("number", "-6")]
    [InlineData("colour", "0a555c")]
    [InlineData("colour", "#0a555")]
    [InlineData("colour", "#0a555g")]
    [InlineData("colour", "teal")]
    [InlineData("lines", "a b c d")]
    [InlineData("number", "20001")]
    [InlineData("number", "1e3")]
    [InlineData("number", " 5")]
    [InlineData("switch", "1")]
    [InlineData("line", "abcdef")]
    [InlineData("line", "a\nb")]
    [InlineData("path", "a\0b")]
    [InlineData("patterns", "/etc/**")]
    [InlineData("patterns", "a/../../b")]
    [InlineData("origins", "archive.example.org")]
    [InlineData("origins", "ftp://archive.example.org")]
    [InlineData("origins", "https://archive.example.org/path")]
    [InlineData("choice", "1")]
    [InlineData("choice", "most")]
    [InlineData("language", "tlh")]
    [InlineData("language", "th")]
    [InlineData("networks", "10.1")]
    [InlineData("networks", "10.0.0.0/33")]
    [InlineData("networks", "proxy")]
    public void TryRead_AnythingElse_IsRefused(string kind, string text)
    {
        Assert.False(Kinds[kind].TryRead(text, out _));
        Assert.NotEmpty(Kinds[kind].Allowed);
    }
}
