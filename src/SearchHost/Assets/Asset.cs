using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Assets;

/// <summary>
/// The files that pages need. They are part of the program, so that nothing has to lie beside it, and are compressed once, as well as can
/// be.
/// </summary>
internal sealed class Asset
{
    /// <summary>The script of the box that other sites embed.</summary>
    public static Asset Box { get; } = new("box.js", "text/javascript; charset=utf-8");

    private static readonly Dictionary<string, Asset> All = new[]
    {
        new Asset("site.css", "text/css; charset=utf-8"),
        new Asset("search.css", "text/css; charset=utf-8"),
        new Asset("suggest.js", "text/javascript; charset=utf-8"),
        new Asset("search.js", "text/javascript; charset=utf-8"),
        new Asset("copy.js", "text/javascript; charset=utf-8"),
        new Asset("again.js", "text/javascript; charset=utf-8"),
        new Asset("favicon.svg", "image/svg+xml"),
        Box,
    }.ToDictionary(asset => asset._name, StringComparer.Ordinal);

    private readonly string _name;
    private readonly string _type;
    private readonly byte[] _content;
    private readonly (string Encoding, byte[] Content)[] _compressed;

    private Asset(string name, string type)
    {
        (_name, _type) = (name, type);
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its asset {name}.");
        _content = new byte[stream.Length];
        stream.ReadExactly(_content);
        Version = Convert.ToHexStringLower(SHA256.HashData(_content).AsSpan(0, 6));
        _compressed =
        [
            ("br", Compressed(target => new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true))),
            ("gzip", Compressed(target => new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))),
        ];
    }

    /// <summary>What a browser is told of an address whose content never changes.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>The digest that a page of another site may name, so that its browser takes this content alone.</summary>
    public string Integrity => "sha384-" + Convert.ToBase64String(SHA384.HashData(_content));

    /// <summary>A digest of the content; part of the address, so that browsers may keep the file for good.</summary>
    public string Version { get; }

    /// <summary>The address of an asset.</summary>
    public static string Address(string root, string name) => $"{root}/assets/{name}?v={All[name].Version}";

    /// <summary>Answers with an asset.</summary>
    public static Task GetAsync(HttpContext context)
    {
        if (context.Request.RouteValues["name"] is not string name || !All.TryGetValue(name, out var asset))
        {
            return ProblemAnswer.WriteAsync(context, Problem.NotFound);
        }

        context.Response.Headers.CacheControl = Forever;
        return asset.WriteAsync(context);
    }

    /// <summary>Answers with this asset.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var content = Content(context);
        context.Response.ContentType = _type;
        context.Response.ContentLength = content.Length;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    /// <summary>The bytes to send: the best compression that the client takes, of which the answer is told.</summary>
    private byte[] Content(HttpContext context)
    {
        var taken = context.Request.GetTypedHeaders().AcceptEncoding.Where(encoding => encoding.Quality is not 0)
            .Select(encoding => encoding.Value.Value).ToList();
        foreach (var (encoding, content) in _compressed)
        {
            if (taken.Contains(encoding, StringComparer.OrdinalIgnoreCase))
            {
                context.Response.Headers.ContentEncoding = encoding;
                return content;
            }
        }

        return _content;
    }

    private byte[] Compressed(Func<Stream, Stream> compression)
    {
        using var target = new MemoryStream();
        using (var stream = compression(target))
        {
            stream.Write(_content);
        }

        return target.ToArray();
    }
}
