using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>Files that are no proposals, told by their names: about their folder, templates, settings, notes of meetings.</summary>
internal static partial class AboutFolders
{
    /// <summary>With fewer other files beside it, a <c>README.md</c> may be the proposal itself.</summary>
    private const int FewestOthers = 2;

    /// <summary>So many read-mes that are proposals tell what the others are.</summary>
    private const int FewestReadmes = 3;

    private static readonly FrozenSet<string> Names = WordSet.IgnoringCase("""
        readme contributing license licence code_of_conduct code-of-conduct changelog security support pull_request_template template
        claude agents copilot-instructions
        """);

    /// <summary>Names that no proposal has, so that one other file beside such a file is enough.</summary>
    private static readonly FrozenSet<string> Never = WordSet.IgnoringCase("license licence code_of_conduct code-of-conduct");

    /// <summary>Folders of programs that make web pages: what lies in them is how pages look, not what they say.</summary>
    private static readonly FrozenSet<string> Looks = WordSet.IgnoringCase("_layouts _includes _sass _plugins archetypes");

    /// <summary>Folders, and files, that tell that a folder is the top of a site that such a program makes.</summary>
    private static readonly FrozenSet<string> OfSites = WordSet.IgnoringCase("_layouts _includes _posts _drafts _pages archetypes");

    /// <summary>Pages at the top of a site that lead to others, or say what the site is.</summary>
    private static readonly FrozenSet<string> SitePages = WordSet.IgnoringCase("""
        index home about contact contacts search tags categories archive archives blog news faq privacy imprint impressum legal terms press
        team sponsors feed sitemap robots thanks thank-you success acerca contacto quienes-somos sobre contato apropos a-propos
        mentions-legales ueber-uns uber-uns kontakt datenschutz chi-siamo contatti over-ons
        """);

    /// <summary>What servers answer instead of a page.</summary>
    private static readonly FrozenSet<string> ErrorPages = WordSet.IgnoringCase("403 404 500");

    /// <summary>Files of data that programs are set up by, whatever else is in the folder.</summary>
    private static readonly FrozenSet<string> Setups = WordSet.IgnoringCase("""
        package package-lock npm-shrinkwrap composer bower lerna tsconfig jsconfig renovate netlify vercel firebase docker-compose
        docker-compose.override compose mkdocs pnpm-lock pnpm-workspace codecov requirements robots browserconfig environment
        """);

    /// <summary>Whether it depends on more than the file whether it is about its folder.</summary>
    public static bool MayMark(SourceFile file)
        => NameOf(file) is var name
            && (IsNone(file, name) || IsAbout(name) || SitePages.Contains(name) || ErrorPages.Contains(name) || Templates.MayBeOne(name)
                || Attachments.MayBeOne(file) || Meetings.AreNotesOfOne(file));

    /// <summary>Whether a file is no proposal, whatever it holds.</summary>
    public static bool IsLeftOut(SourceFile file) => file.About is AboutFolder.Always or AboutFolder.Attached;

    /// <summary>
    /// The files, those marked that are about the folder that they are in. Where most read-mes below the top are the only text of their
    /// folder, a read-me is the proposal in this archive, whatever lies beside one of them.
    /// </summary>
    public static List<SourceFile> Marked(List<SourceFile> files)
    {
        var folders = files.GroupBy(static file => file.Folder, StringComparer.Ordinal).ToDictionary(
            static folder => folder.Key, static folder => folder.ToList(), StringComparer.Ordinal);
        var readmes = files.Where(static file => IsReadme(file) && file.Folder.Length > 0).ToList();
        var alone = readmes.Count(readme => IsOnlyText(folders[readme.Folder]));
        var areProposals = alone >= FewestReadmes && alone * 2 > readmes.Count;
        var beside = Beside(folders);
        var attached = areProposals ? Attachments.Of(files, readmes) : [];
        var meetings = Meetings.Of(files);
        var sites = files.SelectMany(SiteOf).ToHashSet(StringComparer.Ordinal);
        return files.ConvertAll(file =>
        {
            var name = NameOf(file);
            var folder = file.Folder;
            var others = (folder.Length == 0 ? files : folders[folder]).Count - 1;
            var isPage = (SitePages.Contains(name) && sites.Contains(folder)) || IsErrorPage(file, folders[folder]);
            var isTemplate = Templates.MayBeOne(name) && Templates.IsOneOf(name, beside[folder]);
            return isPage || IsNone(file, name) || isTemplate || meetings.Contains(file.RelativePath)
                ? file with { About = AboutFolder.Always }
                : attached.Contains(file.RelativePath) ? file with { About = AboutFolder.Attached }
                : IsAbout(name) && others >= (Never.Contains(name) ? 1 : FewestOthers)
                    && !(areProposals && folder.Length > 0 && IsReadme(file))
                    ? file with { About = AboutFolder.WithoutFrontMatter }
                    : file;
        });
    }

    /// <summary>For each folder, the names of the files and folders in it.</summary>
    private static Dictionary<string, HashSet<string>> Beside(Dictionary<string, List<SourceFile>> folders)
    {
        var beside = folders.ToDictionary(
            static folder => folder.Key,
            static folder => folder.Value.Select(NameOf).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        foreach (var parts in folders.Keys.Where(static path => path.Length > 0).Select(static path => path.Split('/')))
        {
            for (var depth = 0; depth < parts.Length; depth++)
            {
                beside.GetValueOrDefault(string.Join('/', parts[..depth]))?.Add(parts[depth]);
            }
        }

        return beside;
    }

    private static bool IsNone(SourceFile file, string name)
        => name.StartsWith('_')
            || Templates.IsOne(file)
            || file.Folder.Split('/').Any(Looks.Contains)
            || (IsSetup(file) && Setups.Contains(name));

    /// <summary>Whether a name is that of a text about its folder; of a read-me also with its language: <c>README.es</c>.</summary>
    private static bool IsAbout(string name) => Names.Contains(name) || ReadmeOfALanguage().IsMatch(name);

    /// <summary>Among files that are numbered, <c>404</c> is one of them.</summary>
    private static bool IsErrorPage(SourceFile file, List<SourceFile> folder)
        => IsText(file)
            && ErrorPages.Contains(NameOf(file))
            && folder.TrueForAll(static other => NameOf(other) is var name && (ErrorPages.Contains(name) || !name.All(char.IsAsciiDigit)));

    private static bool IsText(SourceFile file) => file.Format is SourceFormat.Markdown or SourceFormat.Html;

    private static bool IsSetup(SourceFile file)
        => file.Format is SourceFormat.Json or SourceFormat.Yaml or SourceFormat.Text or SourceFormat.Xml;

    /// <summary>The folder that is the top of a site, if a file tells so by a folder that it is in.</summary>
    private static IEnumerable<string> SiteOf(SourceFile file)
    {
        var parts = file.Folder.Split('/');
        var at = Array.FindIndex(parts, OfSites.Contains);
        return at < 0 ? [] : [string.Join('/', parts[..at])];
    }

    [GeneratedRegex(
        "^readme[-_. ](?:[a-z]{2,3}(?:[-_][a-z]{2,4})?|[a-z]{4,12})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReadmeOfALanguage();

    /// <summary>Whether a folder has one text, and one file of data about it at most.</summary>
    private static bool IsOnlyText(List<SourceFile> folder)
        => folder.Count - Math.Min(1, folder.Count(static file => file.Format is SourceFormat.Yaml or SourceFormat.Json)) == 1;

    private static bool IsReadme(SourceFile file) => NameOf(file).Equals("readme", StringComparison.OrdinalIgnoreCase);

    /// <summary>Says that a file was left out, and how it would not be.</summary>
    public static void Warn(SourceReading reading) => reading.LeaveOut(
        null,
        reading.File.About == AboutFolder.Attached
            ? "It holds no proposals: it lies beside or below a read-me that is one, as an example or a test of it, so it was left out."
            : "The name is that of a template, of settings, of a page of every site, of notes of a meeting, or of a text about the folder, "
                + "so the file was left out.",
        reading.File.About == AboutFolder.Attached ? "If it is a proposal, name it with --include."
            : reading.File.About == AboutFolder.Always
            ? "If it is a proposal, rename it, or name it with --include."
            : "If it is a proposal, give it front matter, rename it, or name it with --include.");

    private static string NameOf(SourceFile file) => file.Stem[(file.Stem.LastIndexOf('/') + 1)..];
}
