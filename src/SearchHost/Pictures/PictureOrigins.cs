namespace ProposalSearch.SearchHost.Pictures;

/// <summary>Whose pictures are shown, by the setting <c>PicturesFrom</c>.</summary>
/// <param name="allowed">Origins, such as <c>https://images.example.org</c>, or <c>*</c> for all of the internet.</param>
internal sealed class PictureOrigins(IReadOnlyList<string> allowed)
{
    private readonly HashSet<string> _named = new(allowed, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether any are shown.</summary>
    public bool IsAny => _named.Count > 0;

    /// <summary>Whether an address may be asked at all: one of the web, of a named origin, or of any with the usual port.</summary>
    public bool Allows(Uri address) => address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0 && (IsNamed(address) || (_named.Contains("*") && address.IsDefaultPort));

    /// <summary>
    /// Whether the operator names the origin, who then answers for where its name leads; others may lead to the internet only.
    /// </summary>
    public bool IsNamed(Uri address) => _named.Contains(address.GetLeftPart(UriPartial.Authority));

    /// <summary>The address of a proposal's picture, or <see langword="null"/> where it states none that may be asked.</summary>
    public Uri? Of(string? image) =>
        IsAny && Uri.TryCreate(image, UriKind.Absolute, out var address) && Allows(address) ? address : null;
}
