namespace ProposalSearch.Engine.Postings;

/// <summary>Collects the greatest frequency for each length in a block, and tells the few pairs that bound them all.</summary>
internal sealed class ImpactCollector
{
    private readonly ushort[] _greatest = new ushort[256];
    private readonly List<Impact> _front = [];
    private int _least = 256;
    private int _most = -1;

    /// <summary>Takes a posting into account.</summary>
    public void Add(uint frequency, byte length)
    {
        ushort value = (ushort)Math.Min(frequency, ushort.MaxValue);
        _greatest[length] = Math.Max(_greatest[length], value);
        _least = Math.Min(_least, length);
        _most = Math.Max(_most, length);
    }

    /// <summary>Writes the pairs and forgets what was added.</summary>
    public SkipEntry.Impacts Take()
    {
        ushort highest = 0;
        for (int length = _least; length <= _most; length++)
        {
            if (_greatest[length] > highest)
            {
                highest = _greatest[length];
                _front.Add(new Impact(highest, (byte)length));
            }
        }

        var result = Reduce();
        Array.Clear(_greatest);
        _front.Clear();
        (_least, _most) = (256, -1);
        return result;
    }

    /// <summary>Neighbours become one pair, with the smaller length and the greater frequency, until the pairs fit.</summary>
    private SkipEntry.Impacts Reduce()
    {
        while (_front.Count > SkipEntry.ImpactCount)
        {
            int at = Closest();
            _front[at] = new Impact(_front[at + 1].Frequency, _front[at].Length);
            _front.RemoveAt(at + 1);
        }

        var result = default(SkipEntry.Impacts);
        for (int i = 0; i < _front.Count; i++)
        {
            result[i] = _front[i];
        }

        return result;
    }

    private int Closest()
    {
        int best = 0;
        float least = float.MaxValue;
        for (int i = 0; i + 1 < _front.Count; i++)
        {
            float apart = (float)_front[i + 1].Frequency / _front[i].Frequency;
            if (apart < least)
            {
                (best, least) = (i, apart);
            }
        }

        return best;
    }
}
