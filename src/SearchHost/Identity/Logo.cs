namespace ProposalSearch.SearchHost.Identity;

/// <summary>The picture beside the archive's name, as a file has it.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">Their media type.</param>
internal sealed record Logo(byte[] Content, string MediaType)
{
    /// <summary>Bytes that it may have: each visitor loads it.</summary>
    public const int MostBytes = 200_000;

    private static readonly (string Type, byte[] Beginning)[] Kinds =
    [
        ("image/png", [0x89, (byte)'P', (byte)'N', (byte)'G']),
        ("image/jpeg", [0xff, 0xd8, 0xff]),
        ("image/gif", [(byte)'G', (byte)'I', (byte)'F', (byte)'8']),
        ("image/webp", [(byte)'R', (byte)'I', (byte)'F', (byte)'F']),
    ];

    /// <summary>Reads a picture; where it cannot be used, says why.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="fault">Why it cannot be used, or <see langword="null"/>.</param>
    public static Logo? Read(string path, out string? fault)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes } large)
            {
                fault = FormattableString.Invariant($"The logo at {path} has {large.Length:N0} bytes: it may have {MostBytes:N0}.");
                return null;
            }

            var content = File.ReadAllBytes(path);
            var type = TypeOf(content);
            fault = type is null ? $"The logo at {path} is no picture that browsers show: it must be SVG, PNG, JPEG, GIF or WebP." : null;
            return type is null ? null : new Logo(content, type);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            fault = failure is FileNotFoundException or DirectoryNotFoundException ? $"There is no logo at {path}."
                : $"The logo at {path} cannot be read: {failure.Message}";
            return null;
        }
    }

    private static string? TypeOf(byte[] content)
    {
        foreach (var (type, beginning) in Kinds)
        {
            if (content.AsSpan().StartsWith(beginning))
            {
                return type;
            }
        }

        return content.AsSpan(0, Math.Min(content.Length, 1_000)).IndexOf("<svg"u8) >= 0 ? "image/svg+xml" : null;
    }
}
