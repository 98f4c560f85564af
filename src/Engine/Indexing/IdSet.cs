using System.Text;
using ProposalSearch.Engine.Terms;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// The ids that a writer has been given. Memory: their bytes in UTF-8 and about 20 for each, where a set of strings takes 80 more. Not
/// thread-safe.
/// </summary>
internal sealed class IdSet
{
    private readonly TermPool<byte> _ids = new();
    private byte[] _utf8 = new byte[256];

    /// <summary>Adds an id; false where it is there.</summary>
    public bool Add(string id)
    {
        if (_utf8.Length < id.Length * 3L)
        {
            _utf8 = new byte[checked(id.Length * 3)];
        }

        _ids.Add(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(id, _utf8)), out bool added);
        return added;
    }
}
