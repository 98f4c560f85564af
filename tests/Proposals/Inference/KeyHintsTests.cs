using ProposalSearch.Proposals.Inference;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Inference;

/// <summary>Names of keys as forms and programs give them.</summary>
public sealed class KeyHintsTests
{
    [Theory]
    [InlineData("amountRequested", "amount requested")]
    [InlineData("projectURL", "project url")]
    [InlineData("Organization name (legal name, as on your letter) *", "organization name")]
    [InlineData("Your full name", "full name")]
    [InlineData("Date de dépôt", "date de depot")]
    [InlineData("Förderjahr", "forderjahr")]
    [InlineData("Straße", "strasse")]
    [InlineData("Recipient Org:Name", "recipient org name")]
    [InlineData("(internal)", "(internal)")]
    public void Of_Keys_AreComparedAsWords(string key, string name) => Assert.Equal(name, KeyName.Of(key));

    [Theory]
    [InlineData("Titel", 0)]
    [InlineData("Intitulé du projet", 0)]
    [InlineData("Título del proyecto", 0)]
    [InlineData("Nombre del proyecto", 1)]
    [InlineData("talk_title", 0)]
    [InlineData("feature_name", 2)]
    [InlineData("Previous Proposals", null)]
    [InlineData("job_title", null)]
    [InlineData("speaker_name", null)]
    [InlineData("speakers › title", null)]
    [InlineData("Grant Programme:Title", null)]
    public void TitleRank_Names_AreTitlesOrNot(string key, int? rank) => Assert.Equal(rank, KeyHints.TitleRank(KeyName.Of(key)));

    [Theory]
    [InlineData("Antragsteller", true)]
    [InlineData("Recipient Org:Name", true)]
    [InlineData("Structure porteuse", true)]
    [InlineData("Entidad solicitante", true)]
    [InlineData("applicant › organisation", true)]
    [InlineData("Organization type", false)]
    [InlineData("applicant_email", false)]
    [InlineData("beneficiaries", false)]
    public void IsProposer_Names_SayWhoProposesOrNot(string key, bool isSo) => Assert.Equal(isSo, KeyHints.IsProposer(KeyName.Of(key)));

    [Theory]
    [InlineData("Award Date", true)]
    [InlineData("Fecha de presentación", true)]
    [InlineData("Timestamp", true)]
    [InlineData("Last modified", false)]
    [InlineData("last-call-deadline", false)]
    [InlineData("updated_at", false)]
    public void IsDate_Names_AreOfTheProposalsDateOrNot(string key, bool isSo) => Assert.Equal(isSo, KeyHints.IsDate(KeyName.Of(key)));

    [Theory]
    [InlineData("authors", "author")]
    [InlineData("categories", "category")]
    [InlineData("status", "status")]
    [InlineData("address", "address")]
    [InlineData("basis", "basis")]
    public void Singular_Names_LoseTheirLastEnding(string name, string singular) => Assert.Equal(singular, KeyName.Singular(name));
}
