using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Notes of meetings that are kept beside proposals: files called after a day, in a folder called after meetings. Where they are half of
/// the archive or more, it is an archive of these.
/// </summary>
internal static class Meetings
{
    private static readonly FrozenSet<string> Words = WordSet.IgnoringCase("""
        meeting meetings minutes reunion reuniones réunion réunions actas acta reunião reuniões reunioes atas sitzung sitzungen protokolle
        protokoll sitzungsprotokolle comptes-rendus riunioni verbali vergadering vergaderingen notulen spotkania протоколы заседания
        """);

    /// <summary>The paths of those files.</summary>
    public static HashSet<string> Of(IReadOnlyCollection<SourceFile> files)
    {
        var found = files.Where(AreNotesOfOne).Select(static file => file.RelativePath).ToHashSet(StringComparer.Ordinal);
        return found.Count * 2 < files.Count ? found : [];
    }

    /// <summary>Whether a file is called so, whatever other files there are.</summary>
    public static bool AreNotesOfOne(SourceFile file)
        => Years.In(NameOf(file)) is not null && file.Folder.Split('/').Any(IsOfMeetings);

    private static bool IsOfMeetings(string folder)
        => Wording.Words(folder).Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= 3 } words
            && (Words.Contains(folder) || words.Any(Words.Contains));

    private static string NameOf(SourceFile file) => file.Stem[(file.Stem.LastIndexOf('/') + 1)..];
}
