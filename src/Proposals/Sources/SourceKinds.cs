using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Sources;

/// <summary>Kinds of files by their endings.</summary>
public static class SourceKinds
{
    /// <summary>Pictures, sound, fonts, programs, packed files: what lies beside texts, and holds no proposal.</summary>
    private static readonly FrozenSet<string> NoTexts = WordSet.IgnoringCase("""
        .png .jpg .jpeg .gif .svg .webp .ico .bmp .tif .tiff .avif .heic .psd .ai .eps .drawio .puml .mp3 .mp4 .mov .webm .wav .ogg .avi
        .woff .woff2 .ttf .otf .eot .css .scss .sass .less .js .mjs .ts .tsx .jsx .map .py .rb .go .rs .java .kt .c .h .cc .cpp .cs .php .pl
        .sh .bat .ps1 .sol .zip .gz .tar .tgz .7z .bin .exe .dll .so .wasm .lock .toml .ini .cfg .conf .gemspec .erb .liquid
        """);

    /// <summary>Whether files with such an ending, with its dot, are no texts that people write for others to read.</summary>
    public static bool IsNoText(string ending) => NoTexts.Contains(ending);
}
