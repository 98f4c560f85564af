using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// What names of keys suggest, in archives that nobody described: in English, and what forms in German, French, Spanish, Italian,
/// Portuguese and Dutch call the same. A hint is never enough: the values have to look the part. Names are those of <see cref="KeyName"/>.
/// </summary>
internal static partial class KeyHints
{
    /// <summary>Words that may stand beside those that tell a role, and leave it what it is.</summary>
    private static readonly FrozenSet<string> Fillers = WordSet.Of("""
        project proposal talk session paper idea application submission grant full short brief long public original official of the a an
        in for to from and on at by projekt projekts projekte vorhaben vorhabens antrag des der die das zum zur projet du de la le les l d
        des proyecto del el los propuesta iniciativa projeto do da progetto di dello voorstel van het
        """);

    private static readonly FrozenSet<string> Titles = WordSet.Of("""
        title titel titre titulo titolo intitule headline subject heading tytul otsikko rubrik titol titulek название заголовок projekttitel
        projektname antragstitel vorhabentitel projectnaam
        """);

    private static readonly FrozenSet<string> Names = WordSet.Of("name names nom nombre nome naam bezeichnung denominacion");

    private static readonly FrozenSet<string> Projects = WordSet.Of("""
        project projekt projekts vorhaben projet proyecto projeto progetto iniciativa initiative talk proposal
        """);

    private static readonly FrozenSet<string> NotOfProposals = WordSet.Of("""
        job contact speaker author person applicant role image position programme program fund scheme call round series
        """);

    private static readonly string[] NamesOfOthers =
    [
        "organi", "first", "last", "full", "contact", "user", "file", "speaker", "author", "applicant", "company", "school", "person",
        "member", "grantee", "recipient", "institution", "district", "city", "country", "state", "layout", "creator", "submitter", "funder",
        "program", "class", "column", "job", "image", "location", "org ", "series", "event", "track",
    ];

    private static readonly FrozenSet<string> Summaries = WordSet.Of("""
        description descriptions abstract abstracts excerpt synopsis summary tldr blurb teaser lead purpose overview pitch beschreibung
        kurzbeschreibung projektbeschreibung zusammenfassung resume resumen resumo riassunto descripcion descricao descrizione
        omschrijving samenvatting beskrivning descripcio resum opis popis kuvaus beskrivelse descriere описание περιγραφη
        """);

    private static readonly FrozenSet<string> SummaryFillers = WordSet.Of("""
        simple elevator one sentence general executive objet breve corta generale text texts
        """);

    private static readonly FrozenSet<string> Dates = WordSet.Of("""
        date created submitted published posted launched awarded timestamp pubdate start started starts begin begins began beginning opened
        opens proposed filed received datum fecha inicio beginn eingereicht erstellt eingang
        eingangsdatum antragsdatum bewilligungsdatum depot presentacion soumission creation
        approved granted bewilligt genehmigt beantragt vergeben projektbeginn projektstart concesion otorgamiento adjudicacion aprobacion
        solicitud attribution octroi decision assegnazione concessao startdatum begindatum
        """);

    private static readonly FrozenSet<string> OtherDates = WordSet.Of("""
        end ended ends ending ende fin deadline closes closed close expired expires completed completes complete finished finish finishes
        through resolved decided merged withdrawn archived updated update modified last letzte
        expires expiry birth born closing until bis completion renewal due
        review geandert fecha_fin mise jour final report
        cierre limite termino terminacion finalizacion vencimiento plazo fim termine encerramento prazo conclusao scadenza chiusura
        cloture echeance achevement projektende ablauf abschluss frist einsendeschluss antragsfrist antragsschluss
        bewerbungsschluss laufzeitende einddatum sluitingsdatum eindigt cutoff
        """);

    private static readonly FrozenSet<string> Years = WordSet.Of("""
        year jahr annee ano anno jaar rok forderjahr antragsjahr bewilligungsjahr haushaltsjahr
        """);

    /// <summary>What an archive calls the times at which proposals are taken; of each there is one a year, or one a season.</summary>
    private static readonly FrozenSet<string> Rounds = WordSet.Of("""
        round cycle edition call term semester season cohort batch intake convocatoria edicion ronda runde forderrunde ausschreibung
        ausgabe appel bando edizione chamada edicao editie ronde
        """);

    private static readonly FrozenSet<string> RoundFillers = WordSet.Of("grants funding award awards program programme");

    private static readonly FrozenSet<string> Proposers = WordSet.Of("""
        applicant applicants grantee grantees recipient recipients institution company organisation organization org nonprofit charity
        organisations organizations institutions ro coordinator coordinators beneficiario beneficiaria beneficiaire startup charity parish
        church congregation collectif compagnie
        university nominee awardee antragsteller antragstellerin antragstellende trager projekttrager verein forderempfanger
        zuwendungsempfanger porteur porteuse association demandeur solicitante entidad organizacion organizacao proponente richiedente
        ente organizzazione aanvrager organisatie institucion universidad
        """);

    private static readonly FrozenSet<string> Persons = WordSet.Of("""
        author authors applicant applicants proposer proposers presenter presenters speaker speakers creator creators nominee champion
        submitter submitters owner owners proponent proponents autor autoren autorin autores
        auteur auteurs autrice autori auteures einreicher einreicherin einreichende
        referent referentin referenten sprecher ponente ponentes intervenant intervenants relatore
        """);

    private static readonly FrozenSet<string> OrganizationPhrases = Phrases("team name", "group name", "name of team", "name of group");

    private static readonly FrozenSet<string> PersonPhrases = Phrases(
        "principal investigator", "principal investigators", "pi", "submitted by", "created by", "by", "project lead", "full name",
        "lead applicant", "what is your name", "what is your full name", "first and last name", "name and surname", "nombre y apellidos",
        "nombre y apellido", "nombre completo", "nom et prenom", "prenom et nom", "nom prenom", "vor und nachname", "vorname und nachname",
        "name, vorname", "name vorname", "nome e cognome", "nome completo", "voor en achternaam");

    private static readonly FrozenSet<string> NameParts = WordSet.Of("""
        surname surnames forename forenames firstname lastname vorname nachname familienname prenom prenoms apellido apellidos cognome
        sobrenome voornaam achternaam
        """);

    private static readonly string[] NamePartPhrases =
        ["first name", "last name", "given name", "family name", "middle name", "other names"];

    private static readonly FrozenSet<string> OtherPeople = Phrases(
        "shepherd", "sponsor", "coauthors", "co authors", "editor", "editors", "investigator", "investigators", "contributors", "people",
        "persons", "team", "arbiter", "champion", "champions", "co author", "coauthor");

    /// <summary>Those who decide about proposals, at the end of a key: <c>alpha approver</c>.</summary>
    private static readonly FrozenSet<string> Deciding = WordSet.Of("""
        delegate delegates approver approvers reviewer reviewers assignee assignees maintainer maintainers
        """);

    private const int MostWordsBeforeDeciding = 2;

    private static readonly FrozenSet<string> ProposerFillers = WordSet.Of("""
        name names legal lead main primary org organization organisation nombre nom nome naam structure
        research host responsible original standardized standardised
        """);

    private static readonly FrozenSet<string> Amounts = WordSet.Of("""
        amount amounts budget cost costs price funding funds funded requested awarded award sum total fee contribution contributions
        pledged goal pounds montant monto importe
        presupuesto coste costo valor importo bedrag betrag kosten summe fordersumme antragssumme gesamtkosten fordermittel zuschuss
        subvention orcamento begroting
        """);

    private static readonly FrozenSet<string> Tallies = WordSet.Of("""
        votes vote stimmen votos voix likes supports comments followers apoyos comentarios stars downloads
        views signatures count attendees participants people beneficiaries backers pledges supporters teilnehmer
        """);

    /// <summary>What names of tallies begin with.</summary>
    private static readonly FrozenSet<string> Counting = WordSet.Of("num nro nb anzahl total totals numero");

    private static readonly FrozenSet<string> Codes = WordSet.Of(
        "zip zipcode postcode postal postleitzahl plz cp cap cep eircode pincode siret");

    private static readonly FrozenSet<string> Places = WordSet.Of("""
        city town place location address street region state country county district neighborhood neighbourhood area ort stadt adresse ville
        lieu ciudad municipio comuna barrio comune plaats
        """);

    private static readonly FrozenSet<string> Pictures = WordSet.Of("""
        image images photo photos picture pictures logo thumbnail avatar banner headshot cover bild bilder titelbild
        foto fotos fotografia fotografie imagen imagenes imagem imagens immagine immagini afbeelding vignette illustration portada
        """);

    private static readonly FrozenSet<string> Chats = WordSet.Of(
        "slack chat discord matrix telegram whatsapp zulip gitter irc signal skype");

    private static readonly FrozenSet<string> Labels = WordSet.Of("label labels name names title titles text");

    private static readonly FrozenSet<string> ForPrograms = WordSet.Of("""
        id ids identifier identifiers slug slugs uuid guid orcid doi permalink layout email emails mail mails
        courriel phone fax checksum etag latitude longitude lat
        lng lon latitud longitud sitemap robots
        """);

    private static readonly FrozenSet<string> ProgramPhrases = Phrases(
        "uri", "template", "hash", "key", "ref", "reference", "weight", "color", "colour", "sort", "sort order", "body class", "css class",
        "nav order");

    private static readonly string[] SeveralPhrases = ["that apply", "select all", "check all", "choose all"];

    private static readonly FrozenDictionary<string, string> Accounts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["twitter"] = "https://twitter.com/",
        ["facebook"] = "https://www.facebook.com/",
        ["instagram"] = "https://www.instagram.com/",
        ["github"] = "https://github.com/",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// How good a name for a title a key is, 0 for the best; <see langword="null"/> for none, such as the name of a person or an
    /// organization.
    /// </summary>
    public static int? TitleRank(string name)
    {
        var words = KeyName.Words(name);
        if ((name.Contains('›', StringComparison.Ordinal) && !IsOfTheProposal(name)) || words.Length == 0)
        {
            return null;
        }

        return words is ["proposal"] || IsOf(words, Titles, Fillers) || TitleQuestions.Ask(name) ? 0
            : PersonPhrases.Contains(name) ? null
            : words is ["project"] || (words is ["name"]) ? 1
            : words.Length > 1 && Titles.Contains(words[^1]) && !words.Any(NotOfProposals.Contains) ? 1
            : Names.Contains(words[0]) && IsOf(words[1..], Projects, Fillers) ? 1
            : words.Length > 1 && words[^1] == "name" && !NamesOfOthers.Any(other => name.Contains(other, StringComparison.Ordinal)) ? 2
            : null;
    }

    /// <summary>Whether a heading asks for the title: <c>Project name</c>, <c>Title of the proposal</c>.</summary>
    public static bool AsksForTitle(string heading)
        => KeyName.Words(KeyName.Of(heading.TrimEnd(':', ' '))) is { Length: > 0 } words
            && (IsOf(words, Titles, Fillers) || (words.Length > 1 && IsOf(words, Names, Projects, Fillers)));

    /// <summary>Whether a key may hold the summary.</summary>
    public static bool IsSummary(string name)
        => (!name.Contains('›', StringComparison.Ordinal) || IsOfTheProposal(name))
            && IsOf(KeyName.Words(name), Summaries, Fillers, SummaryFillers);

    /// <summary>Whether a key stands below one that holds what the proposal is: <c>project › title</c>, <c>data › title</c>.</summary>
    private static bool IsOfTheProposal(string name)
    {
        var above = name[..name.LastIndexOf('›')].Trim();
        return !above.Contains('›', StringComparison.Ordinal)
            && above.Split(' ').All(static word => Projects.Contains(word) || Fillers.Contains(word) || Holders.Contains(word));
    }

    private static readonly FrozenSet<string> Holders = WordSet.Of("""
        proposal project application grant award submission idea data details detail info information general basic basics main core
        """);

    /// <summary>Whether a key is called the mission.</summary>
    public static bool IsMission(string name) => name == "mission";

    /// <summary>How good a name for the date of the proposal a key is, 0 for the best; <see langword="null"/> for none.</summary>
    public static int? DateRank(string name)
    {
        var words = KeyName.Words(name);
        return words.Any(OtherDates.Contains) ? null
            : words.Any(Dates.Contains) || IsYear(name) ? 0
            : 1;
    }

    /// <summary>Whether a key is named as a date is.</summary>
    public static bool IsDate(string name)
        => KeyName.Words(name) is var words && words.Any(Dates.Contains) && !words.Any(OtherDates.Contains);

    /// <summary>Whether a key is named as a year is.</summary>
    public static bool IsYear(string name)
        => KeyName.Words(name).Any(static word => Years.Contains(word) || word.EndsWith("jahr", StringComparison.Ordinal));

    /// <summary>Whether a key is named as the rounds in which an archive takes proposals.</summary>
    public static bool IsRound(string name) => IsOf(KeyName.Words(name), Rounds, Fillers, RoundFillers);

    /// <summary>Whether a key may say who proposes.</summary>
    public static bool IsProposer(string name)
        => PersonPhrases.Contains(name) || IsNamedAs(Persons, name) || IsNamedAs(Proposers, name) || SaysOrganization(name);

    /// <summary>Whether a key is named as an organization is, rather than as a person.</summary>
    public static bool IsOrganization(string name)
        => (IsNamedAs(Proposers, name) && !IsPeople(name)) || SaysOrganization(name);

    private static bool SaysOrganization(string name) => OrganizationPhrases.Contains(name) || AsksForOrganization().IsMatch(name);

    /// <summary>A question of a form that asks who proposes, and for nothing else.</summary>
    [GeneratedRegex(
        "^(?:(?:which|what) (?:organi[sz]ation|group|institution|nonprofit|charity)"
            + " (?:do you represent|are you (?:with|from|applying for)|is applying)"
            + "|(?:what is |please (?:state|enter|give) )?(?:the )?(?:full |legal )*name of (?:the|your) (?:applicant )?"
            + "(?:organi[sz]ation|group|institution|nonprofit|charity))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AsksForOrganization();

    /// <summary>Whether a key holds a part of people's names, by which nobody filters.</summary>
    public static bool IsPartOfName(string name)
        => KeyName.Words(name).Any(NameParts.Contains) || NamePartPhrases.Any(part => name.EndsWith(part, StringComparison.Ordinal));

    /// <summary>Whether a key may hold a list of people.</summary>
    public static bool IsPeople(string name)
        => PersonPhrases.Contains(name) || OtherPeople.Contains(name) || IsNamedAs(Persons, name)
            || (KeyName.Words(name) is { Length: > 0 and <= MostWordsBeforeDeciding + 1 } words && Deciding.Contains(words[^1]));

    private static bool IsNamedAs(FrozenSet<string> role, string name) => IsOf(KeyName.Words(name), role, Fillers, ProposerFillers);

    /// <summary>Whether a key is named as sums of money are.</summary>
    public static bool IsAmount(string name)
        => KeyName.Words(name).Any(Amounts.Contains) || name.StartsWith("how much ", StringComparison.Ordinal)
            || (AboveOf(name, "value") is { } above && KeyName.Words(above).Any(Amounts.Contains));

    /// <summary>The key that one stands below: of <c>amount › value</c> the amount; <see langword="null"/> for other ends.</summary>
    private static string? AboveOf(string name, params ReadOnlySpan<string> ends)
    {
        var below = name.LastIndexOf('›');
        return below > 0 && ends.Contains(name[(below + 1)..].Trim()) ? name[..below].Trim() : null;
    }

    /// <summary>Whether a key is the address of a picture that its proposal has: <c>image › url</c>.</summary>
    public static bool IsPictureOfProposal(string name)
        => AboveOf(name, "url", "src", "href", "path", "link", "file", "original", "large") is { } above
            && !above.Contains('›', StringComparison.Ordinal) && IsPicture(above);

    /// <summary>Whether a key holds links, whatever their names below it are.</summary>
    public static bool HoldsLinks(string name) => KeyName.Words(name) is { Length: > 0 } words && words.All(LinkWords.Contains);

    private static readonly FrozenSet<string> LinkWords = WordSet.Of("""
        link links url urls website websites web resources external related social socials media liens enlaces verweise collegamenti
        """);

    /// <summary>Whether a key is named as what is counted.</summary>
    public static bool IsTally(string name)
        => KeyName.Words(name) is { Length: > 0 } words
            && (words.Any(Tallies.Contains) || (words.Length > 1 && (Counting.Contains(words[0]) || words is ["number", "of", ..])));

    /// <summary>Whether a key is named as codes are that look like numbers: those of the post.</summary>
    public static bool IsCode(string name) => KeyName.Words(name).Any(Codes.Contains);

    /// <summary>Whether a key is named as a place.</summary>
    public static bool IsPlace(string name) => KeyName.Words(name).Any(Places.Contains);

    /// <summary>Whether a key is named as a picture.</summary>
    public static bool IsPicture(string name) => KeyName.Words(name).Any(Pictures.Contains);

    /// <summary>Whether a key is named as a place where people chat.</summary>
    public static bool IsChat(string name) => KeyName.Words(name).Any(Chats.Contains);

    /// <summary>Whether a question says that several boxes may be ticked.</summary>
    public static bool AsksForSeveral(string key)
        => SeveralPhrases.Any(phrase => key.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a key names things for programs.</summary>
    public static bool IsName(string name)
        => KeyName.Words(name) is { Length: > 0 } words
            && (ForPrograms.Contains(words[^1]) || ProgramPhrases.Contains(string.Join(' ', words)));

    /// <summary>What to put before a name to make an address, for keys such as <c>twitter</c>; or <see langword="null"/>.</summary>
    public static string? AccountPrefix(string name) => Accounts.GetValueOrDefault(Wording.Own(name));

    /// <summary>The key whose addresses this one may label: <c>link name</c> labels <c>link</c>; or <see langword="null"/>.</summary>
    public static string? Labelled(string name)
    {
        var space = name.LastIndexOf(' ');
        return space > 0 && Labels.Contains(name[(space + 1)..]) ? name[..space] : null;
    }

    /// <summary>Whether one of the words is of a role, and all others say nothing against it.</summary>
    private static bool IsOf(IReadOnlyList<string> words, FrozenSet<string> role, params FrozenSet<string>[] fillers)
        => words.Any(role.Contains) && words.All(word => role.Contains(word) || fillers.Any(set => set.Contains(word)));

    private static FrozenSet<string> Phrases(params string[] phrases) => phrases.ToFrozenSet(StringComparer.Ordinal);
}
