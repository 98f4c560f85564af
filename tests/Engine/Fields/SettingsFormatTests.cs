using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Fields;

public sealed class SettingsFormatTests : IDisposable
{
    private readonly ScratchFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Write_BothFormsAndTwoWeights_HasTheBytesOfTheFormat()
    {
        _files.Write("s1.settings", FileKind.Settings, file => SettingsFormat.Write(file, new IndexSettings { SectionWeights = [3, 1] }));

        Assert.Equal([0x03, 0x07, 0x64, 0x02, 0x03, 0x01], _files.Content("s1.settings"));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var settings = new IndexSettings
            {
                Forms = (TermForms)random.Next(4),
                Analysis = new AnalysisOptions
                {
                    Language = random.Next(2) == 0 ? BuiltInLanguages.English : BuiltInLanguages.None,
                    FoldAccents = random.Next(2) == 0,
                    StopWords = random.Next(2) == 0,
                    Stem = random.Next(2) == 0,
                },
                SectionGap = random.Next(1000),
                SectionWeights = [.. Enumerable.Range(0, random.Next(9)).Select(_ => random.Next(1, 256))],
            };
            var read = SettingsFormat.Read(
                _files.Write($"s{seed}.settings", FileKind.Settings, file => SettingsFormat.Write(file, settings)));

            Assert.Equivalent(settings, read, strict: true);
        }
    }
}
