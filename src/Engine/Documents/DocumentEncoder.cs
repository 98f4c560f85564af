using System.Buffers;
using System.Buffers.Binary;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>Turns drafts into records as <see cref="DocumentFormat"/> says.</summary>
internal sealed class DocumentEncoder(TextCodec codec, FileWriter data)
{
    private readonly SectionEncoder _sections = new(codec);
    private readonly ArrayBufferWriter<byte> _content = new();
    private readonly uint[][] _columns = [[], [], [], [], []];
    private byte[] _payload = [];

    /// <summary>Writes one record.</summary>
    public void Write(DocumentDraft draft)
    {
        data.WriteVarUInt32((uint)draft.Id.Length);
        data.Write(draft.Id);
        WritePayload(draft.Stored);
        data.WriteVarUInt32((uint)draft.SectionCount);
        if (draft.SectionCount > 0)
        {
            EncodeSections(draft);
            WriteColumns(draft.SectionCount);
            data.Write(_content.WrittenSpan);
        }
    }

    private void WritePayload(ReadOnlySpan<byte> stored)
    {
        if (_payload.Length < (long)stored.Length * TextCodec.MaxExpansion)
        {
            _payload = new byte[checked(stored.Length * TextCodec.MaxExpansion * 2)];
        }

        var length = codec.Encode(stored, _payload);
        data.WriteVarUInt32((uint)stored.Length);
        data.WriteVarUInt32(length < stored.Length ? (uint)length : 0);
        data.Write(length < stored.Length ? _payload.AsSpan(0, length) : stored);
    }

    private void EncodeSections(DocumentDraft draft)
    {
        _content.ResetWrittenCount();
        for (var column = 0; column < DocumentFormat.Columns; column++)
        {
            Array.Resize(ref _columns[column], Math.Max(_columns[column].Length, draft.SectionCount));
        }

        for (var i = 0; i < draft.SectionCount; i++)
        {
            var section = draft[i];
            var wide = _sections.Encode(draft.Text(section), draft.TokenStarts(section), draft.TokenLengths(section), _content);
            _columns[0][i] = (uint)section.Label;
            _columns[1][i] = (uint)section.StartPosition;
            _columns[2][i] = (uint)section.TokenCount;
            _columns[3][i] = ((uint)section.TextLength << 1) + (wide ? 1u : 0);
            _columns[4][i] = (uint)_content.WrittenCount;
        }
    }

    private void WriteColumns(int sections)
    {
        var widths = 0;
        for (var column = 0; column < DocumentFormat.Columns; column++)
        {
            widths |= WidthCode(_columns[column].AsSpan(0, sections)) << (2 * column);
        }

        data.WriteUInt16((ushort)widths);
        Span<byte> bytes = stackalloc byte[4];
        for (var column = 0; column < DocumentFormat.Columns; column++)
        {
            var width = 1 << ((widths >> (2 * column)) & 3);
            foreach (var number in _columns[column].AsSpan(0, sections))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
                data.Write(bytes[..width]);
            }
        }
    }

    private static int WidthCode(ReadOnlySpan<uint> numbers)
    {
        var all = 0u;
        foreach (var number in numbers)
        {
            all |= number;
        }

        return all <= byte.MaxValue ? 0 : all <= ushort.MaxValue ? 1 : 2;
    }
}
