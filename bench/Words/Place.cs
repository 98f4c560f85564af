namespace ProposalSearch.Words;

/// <summary>Where a word stands in a file. A word that stands in several places counts for the first of these.</summary>
internal enum Place
{
    /// <summary>What people read: values, headings, paragraphs, code. All of it has to be searchable.</summary>
    Text,

    /// <summary>Values of keys that whoever runs this named as those of programs: ids, classes of pages, names of files.</summary>
    Program,

    /// <summary>
    /// The form: the name of a key at the margin of metadata, such as <c>id:</c>, the header of a column, a heading that three files and a
    /// twentieth of all have.
    /// </summary>
    Key,

    /// <summary>Web and mail addresses, and the files that links and pictures lead to.</summary>
    Address,

    /// <summary>Tags, comments, names of languages beside fences, labels of references.</summary>
    Markup,
}

/// <summary>A word of a file.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Key">The key at the margin of the metadata whose value it stands in; empty in a body.</param>
internal readonly record struct RawWord(Place Place, string Key);
