namespace ProposalSearch.Analysis.Recognition;

/// <summary>
/// The most frequent function words of languages, by which a text tells its own: some twenty to thirty of each, in small letters. Not
/// stop words: they are only counted. Words of one plain letter are left out, for they are also tags and list marks.
/// </summary>
internal static class LanguageWords
{
    /// <summary>Languages by code and English name; of two that count alike the first is told.</summary>
    public static readonly (string Code, string Name, string Words)[] All =
    [
        ("en", "English",
            "the of and to in is that for it with as was on are be this by from or an they which have not we our will their "
            + "at has you"),
        ("es", "Spanish",
            "el la los las de del que en un una por para con no se su al como más es son está pero sus nuestro nuestra y "
            + "también este esta"),
        ("fr", "French",
            "le la les des du de et en un une que qui est dans pour pas sur au aux par avec ce cette sont nous leur leurs "
            + "mais été ou d'un d'une qu'il n'est c'est"),
        ("de", "German",
            "der die das und den von zu mit ist im für auf nicht ein eine einen dem des sich auch wir werden als bei sind "
            + "oder wird aus nach zum zur"),
        ("pt", "Portuguese",
            "os as de do da dos das que em um uma para com não por no na nos nas ao mais são foi como mas pelo pela seu sua "
            + "é também nós"),
        ("it", "Italian",
            "il lo la gli le di del della dei delle che è un una per con non si nel nella sono da come più anche al alla "
            + "questo questa ma dell"),
        ("nl", "Dutch",
            "de het een en van ik te dat die in is niet op zijn voor met aan er om hebben we ook maar naar bij of uit door "
            + "deze worden"),
        ("ca", "Catalan",
            "el la els les de del dels que en un una per amb no és al als més són aquest aquesta com i també però seva seu "
            + "nostra hem"),
        ("gl", "Galician",
            "os as de do da dos das que en un unha para con non por no na ao máis son é coma pero seu súa tamén nosa polo "
            + "pola"),
        ("da", "Danish",
            "og at det er en til af på for ikke med de der den har vi som et kan var men om også fra blev efter hvor deres "
            + "være"),
        ("no", "Norwegian",
            "og å det er en til av på for ikke med de som den har vi et kan var men om også fra ble etter hvor deres være "
            + "mellom"),
        ("sv", "Swedish",
            "och att det är en till av på för inte med de som den har vi ett kan var men om också från blev efter där deras "
            + "vara"),
        ("fi", "Finnish",
            "ja on ei että se hän oli ovat joka mutta kun niin myös sen tai olla kuin ole me mitä ne jos vain tämä tätä "
            + "jotka sekä"),
        ("hu", "Hungarian",
            "az és hogy nem egy is ez van meg volt azt mint csak már de ha vagy ezt lehet azok után között amely nagyon ki "
            + "kell"),
        ("cs", "Czech",
            "je se na že to do pro jsou za ale by jako při nebo jsem byl jeho které který od po také které ve ze aby této "
            + "jsme"),
        ("pl", "Polish",
            "nie się na jest to że do jak dla od są oraz za ale tym przez po czy który która które był jego ze tego także "
            + "przy"),
        ("ro", "Romanian",
            "și în de la cu pe nu este care din un pentru sunt că sau mai fi au se prin ale lor dar această acest după iar "
            + "fost"),
        ("tr", "Turkish",
            "ve bir bu için ile de da olarak çok daha gibi olan ne ya sonra kadar en ama her olduğu biz veya değil var ise "
            + "göre"),
        ("id", "Indonesian",
            "yang dan di dengan untuk dari ini dalam tidak itu pada adalah akan juga oleh ke sebagai atau kami dapat mereka "
            + "telah bahwa"),
        ("lv", "Latvian",
            "un ir ar uz no kas par ka tas bet pie arī nav ko tika lai tiek vai kā ļoti viņa mēs šī tā līdz bija mūsu"),
        ("eu", "Basque",
            "eta da ez du dira bat dute izan egin zen gure hau hori baina duen duten ere edo beste oso dela den bere zuen"),
        ("ga", "Irish",
            "agus an na ar is go tá sé ní bhí le do atá sin seo nach ag mar leis ach bhfuil gur sa acu ina againn"),
        ("ru", "Russian",
            "и в не на что с по как это для из мы от но к же за о так его они все или был при также у есть наш"),
        ("bg", "Bulgarian",
            "и в не на че с по като това за от да се са ние но към е си до ще или със при бе също сме със тези"),
        ("uk", "Ukrainian",
            "і в не на що з по як це для із ми від але та до за про так його вони всі або був при також є ще"),
        ("el", "Greek",
            "και το η ο να του της την των με για από στο στη στην τα που είναι θα δεν σε τον τις οι ένα μια ως μας"),
        ("hy", "Armenian",
            "և է որ են ու մի այս իր եմ ենք համար չի հետ էր նրա նաև կամ որը մենք բայց այն"),
        ("ar", "Arabic",
            "في من على إلى أن هذا هذه التي الذي عن مع ما لا كان هو هي أو ذلك بين كما قد بعد ثم كل"),
        ("fa", "Persian",
            "در به از که این را با است برای آن یک خود تا کرد بر هم شد می‌شود ما نیز یا اما بود"),
        ("ckb", "Sorani", "لە بە کە ئەو ئەم بۆ لەگەڵ هەر وەک بوو دەکات ئێمە هەموو نییە"),
        ("hi", "Hindi",
            "के में है की को से का और पर यह ने एक हैं कि इस लिए नहीं भी तो हम था कर अपने"),
    ];
}
