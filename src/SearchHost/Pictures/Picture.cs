namespace ProposalSearch.SearchHost.Pictures;

/// <summary>A picture as it was sent.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">What they are, by their beginning.</param>
internal sealed record Picture(byte[] Content, string MediaType)
{
    private static readonly (string Type, byte[] Beginning)[] Kinds =
    [
        ("image/png", [0x89, .. "PNG\r\n"u8, 0x1a, .. "\n"u8]),
        ("image/jpeg", [0xff, 0xd8, 0xff]),
        ("image/gif", [.. "GIF87a"u8]),
        ("image/gif", [.. "GIF89a"u8]),
    ];

    /// <summary>
    /// The picture of some bytes, <see langword="null"/> where they are none. Only pictures of dots are: SVG may hold scripts, and whatever
    /// the sender calls a page or a program does not make it a picture.
    /// </summary>
    public static Picture? Of(byte[] content)
    {
        if (content.AsSpan().StartsWith("RIFF"u8) && content.Length > 12 && content.AsSpan(8).StartsWith("WEBP"u8))
        {
            return new Picture(content, "image/webp");
        }

        foreach (var (type, beginning) in Kinds)
        {
            if (content.AsSpan().StartsWith(beginning))
            {
                return new Picture(content, type);
            }
        }

        return null;
    }
}
