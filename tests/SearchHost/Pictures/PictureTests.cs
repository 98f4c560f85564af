using System.Net;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pictures;

/// <summary>Pictures of hits: from the files of proposals and a server elsewhere to the visitor's browser.</summary>
public sealed class PictureTests : IAsyncLifetime
{
    private static readonly string[] Names = ["good", "large", "drawing", "moved", "round", "away", "gone"];
    private readonly DirectoryInfo _source = Directory.CreateTempSubdirectory("proposalsearch-pictures-");
    private PictureSite _site = null!;
    private PictureSite _inside = null!;
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        (_site, _inside) = (await PictureSite.StartAsync(), await PictureSite.StartAsync());
        _site.Elsewhere = _inside.Address + "/good";
        foreach (var name in Names)
        {
            Write(name, $"{_site.Address}/{name}");
        }

        Write("inside", _inside.Address + "/good");
        Write("script", "javascript:alert(1)");
        _host = await RunningHost.StartOnAsync(
            _source.FullName, [("ProposalSearch:PicturesFrom:0", _site.Address), .. RunningHost.Patient]);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
        await _inside.DisposeAsync();
        _source.Delete(recursive: true);
    }

    [Theory]
    [InlineData("good")]
    [InlineData("moved")]
    public async Task Get_Picture_IsWhatItsServerSends(string id)
    {
        using var answer = await _host.GetAsync("/pictures/" + id);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(PictureSite.Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var asked = _site.Asked;
        using var again = await _host.GetAsync("/es/pictures/" + id);
        Assert.Equal((HttpStatusCode.OK, asked), (again.StatusCode, _site.Asked));
    }

    [Theory]
    [InlineData("large")]
    [InlineData("drawing")]
    [InlineData("round")]
    [InlineData("gone")]
    [InlineData("away")]
    [InlineData("inside")]
    [InlineData("script")]
    [InlineData("no-such-proposal")]
    public async Task Get_WhatMayNotOrCannotBeHad_IsNothing(string id)
    {
        using var answer = await _host.GetAsync("/pictures/" + id);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("image/gif", answer.Content.Headers.ContentType!.ToString());
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 50);
        Assert.Equal(0, _inside.Asked);
    }

    [Fact]
    public async Task Hits_WithPictures_LoadThemLateFromThisHost()
    {
        var page = await _host.PageAsync("/proposals");
        var pictures = page.QuerySelectorAll("ol.hits img").ToList();

        Assert.Equal(
            Names.Select(name => "/pictures/" + name).Order(), pictures.Select(picture => picture.GetAttribute("src")!).Order());
        Assert.All(pictures, picture => Assert.Equal(
            ("", "lazy", "120", "80"),
            (picture.GetAttribute("alt"), picture.GetAttribute("loading"), picture.GetAttribute("width"), picture.GetAttribute("height"))));
        Assert.Equal(0, _site.Asked);
    }

    [Fact]
    public async Task Pictures_WhereNothingWasSaid_AreOff()
    {
        await using var host = await RunningHost.StartOnAsync(_source.FullName, RunningHost.Patient);
        using var answer = await host.GetAsync("/pictures/good");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty((await host.PageAsync("/proposals")).QuerySelectorAll("ol.hits img"));
        Assert.Equal(0, _site.Asked);
    }

    private void Write(string name, string image) => File.WriteAllText(
        Path.Combine(_source.FullName, name + ".md"), $"---\ntitle: The {name} one\nimage: \"{image}\"\nPlan: Words of a plan.\n---\n");
}
