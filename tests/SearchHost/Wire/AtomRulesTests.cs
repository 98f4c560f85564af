using System.Xml.Linq;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Wire;

/// <summary>The check of feeds finds what is wrong with them.</summary>
public sealed class AtomRulesTests
{
    private const string Valid = """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="urn:other" xml:lang="en">
        <link href="https://a.example/" rel="alternate" type="text/html"/>
        <link href="/feed?page=2" rel="next"/><title type="text">A &amp; b</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>
        <author><name>We</name><uri>https://a.example/we</uri></author><updated>2003-12-13T18:30:02.25+01:00</updated><o:count>3</o:count>
        <generator uri="/x" version="1.0">G</generator>
        <entry><title>One</title><link href="https://a.example/1"/><id>https://a.example/1</id><updated>2003-12-13T18:30:02Z</updated>
        <summary>Text.</summary><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry>
        <entry><author><name>I</name></author><title>Two</title><id>https://a.example/2</id><updated>2003-12-13T18:30:02Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Text</div></content></entry></feed>
        """;

    [Fact]
    public void Faults_OfAValidFeed_AreNone() => Assert.Empty(AtomRules.Faults(XElement.Parse(Valid)));

    [Theory]
    [InlineData("<title type=\"text\">A &amp; b</title>", "")]
    [InlineData("<title>One</title>", "<title>One</title><title>One</title>")]
    [InlineData("<title>One</title>", "<title type=\"text/plain\">One</title>")]
    [InlineData("<title>One</title>", "<title><b xmlns=\"\">One</b></title>")]
    [InlineData("<title>One</title>", "<title lang=\"en\">One</title>")]
    [InlineData("<title>One</title>", "<title>One</title>text")]
    [InlineData("<title>One</title>", "<title>One</title><subtitle>One</subtitle>")]
    [InlineData("<title>One</title>", "<title>One</title><nothing/>")]
    [InlineData("<title>One</title>", "<title>One</title><x xmlns=\"\"/>")]
    [InlineData("<id>https://a.example/1</id>", "")]
    [InlineData("<id>https://a.example/1</id>", "<id>1</id>")]
    [InlineData("<id>https://a.example/1</id>", "<id>https://a.example/2</id>")]
    [InlineData("<id>https://a.example/1</id>", "<id>https://a.example/a b</id>")]
    [InlineData("2003-12-13T18:30:02.25+01:00", "2003-12-13T18:30:02.25")]
    [InlineData("2003-12-13T18:30:02.25+01:00", "2003-12-13t18:30:02z")]
    [InlineData("2003-12-13T18:30:02.25+01:00", "2003-02-30T18:30:02Z")]
    [InlineData("2003-12-13T18:30:02.25+01:00", "2003-12-13")]
    [InlineData("<name>We</name>", "")]
    [InlineData("<name>We</name>", "<name> </name>")]
    [InlineData("<name>We</name>", "<name>We</name><email>we</email>")]
    [InlineData("<author><name>We</name><uri>https://a.example/we</uri></author>", "")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link/>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"https://a.example/%zz\"/>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"https://a.example/1\"/><link href=\"/2\"/>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"https://a.example/1\" type=\"html\"/>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"https://a.example/1\" hreflang=\"-\"/>")]
    [InlineData("<content type=\"html\">&lt;p&gt;Text&lt;/p&gt;</content>", "<content type=\"html\"><b/></content>")]
    [InlineData("<summary>Text.</summary><content type=\"html\">&lt;p&gt;Text&lt;/p&gt;", "<content type=\"image/png\">AA")]
    [InlineData("<content type=\"html\">&lt;p&gt;Text&lt;/p&gt;</content>", "<content src=\"/x\" type=\"text/html\">x</content>")]
    [InlineData("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Text</div></content>", "")]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\">Text</div>", "x")]
    [InlineData("</feed>", "<rights>None</rights></feed>")]
    [InlineData("<generator uri=\"/x\" version=\"1.0\">G</generator>", "<generator>G</generator><generator>H</generator>")]
    public void Faults_OfAFeedWithSomethingWrong_AreTold(string right, string wrong)
    {
        Assert.Contains(right, Valid);

        Assert.NotEmpty(AtomRules.Faults(XElement.Parse(Valid.Replace(right, wrong, StringComparison.Ordinal))));
    }
}
