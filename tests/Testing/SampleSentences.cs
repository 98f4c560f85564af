namespace ProposalSearch.Testing;

/// <summary>A few sentences of a proposal in each language, by its code.</summary>
public static class SampleSentences
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] =
            "We will open a garden for the children of the quarter, and teach them how vegetables are grown. The "
            + "schools have asked us for it.",
        ["es"] =
            "Vamos a abrir un jardín para los niños del barrio y enseñarles cómo se cultivan las verduras. Las "
            + "escuelas nos lo han pedido.",
        ["fr"] =
            "Nous allons ouvrir un jardin pour les enfants du quartier, afin qu'ils apprennent l'éducation à "
            + "l'environnement. C'est une demande des écoles.",
        ["de"] =
            "Wir werden einen Garten für die Kinder des Viertels öffnen und ihnen zeigen, wie Gemüse angebaut wird. "
            + "Die Schulen haben sich das gewünscht.",
        ["pt"] =
            "Vamos abrir uma horta para as crianças do bairro e ensinar como se cultivam os legumes. As organizações e "
            + "as escolas também pediram isso.",
        ["it"] =
            "Apriremo un giardino per i bambini del quartiere e insegneremo loro come si coltivano le verdure. È una "
            + "richiesta delle scuole dell'infanzia.",
        ["nl"] =
            "Wij openen een tuin voor de kinderen van de wijk en leren hun hoe groenten worden geteeld. De scholen "
            + "hebben ons daar om gevraagd.",
        ["ca"] =
            "Obrirem un jardí per als infants del barri i els ensenyarem com es conreen les verdures. Les escoles ens "
            + "ho han demanat amb l'ajuntament.",
        ["gl"] =
            "Abriremos unha horta para os nenos do barrio e ensinarémoslles como se cultivan as verduras. As escolas "
            + "tamén o pediron e non é a única.",
        ["da"] =
            "Vi vil åbne en have for kvarterets børn og lære dem, hvordan grøntsager bliver dyrket. Det er skolerne, "
            + "der har bedt os om det.",
        ["no"] =
            "Vi vil åpne en hage for barna i nabolaget og lære dem hvordan grønnsaker blir dyrket. Det er skolene som "
            + "har bedt oss om det etter møtet.",
        ["sv"] =
            "Vi vill öppna en trädgård för barnen i kvarteret och lära dem hur grönsaker odlas. Det är skolorna som "
            + "har bett oss om det.",
        ["fi"] =
            "Me avaamme puutarhan korttelin lapsille ja opetamme heille, kuinka vihanneksia kasvatetaan. Koulut ovat "
            + "pyytäneet sitä, ja se on tärkeää.",
        ["hu"] =
            "Kertet nyitunk a környék gyermekeinek, és megtanítjuk nekik, hogy hogyan kell zöldséget termeszteni. Ez "
            + "az iskolák kérése volt.",
        ["cs"] =
            "Otevřeme zahradu pro děti ze sousedství a naučíme je, jak se pěstuje zelenina. Školy nás o to požádaly, "
            + "protože je to důležité.",
        ["pl"] =
            "Otworzymy ogród dla dzieci z sąsiedztwa i nauczymy je, jak się uprawia warzywa. Szkoły poprosiły nas o "
            + "to, bo nie ma takiego miejsca.",
        ["ro"] =
            "Vom deschide o grădină pentru copiii din cartier și îi vom învăța cum se cultivă legumele. Școlile ne-au "
            + "cerut acest lucru, care este important.",
        ["tr"] =
            "Mahallenin çocukları için bir bahçe açacağız ve onlara sebzelerin nasıl yetiştirildiğini öğreteceğiz. Bu, "
            + "okulların da isteği.",
        ["id"] =
            "Kami akan membuka kebun untuk anak-anak di lingkungan ini dan mengajarkan mereka cara menanam sayuran. "
            + "Sekolah-sekolah telah memintanya.",
        ["lv"] =
            "Mēs atvērsim dārzu apkaimes bērniem un mācīsim viņiem, kā tiek audzēti dārzeņi. Skolas to ir lūgušas, un "
            + "tas ir ļoti svarīgi.",
        ["eu"] =
            "Auzoko haurrentzat baratze bat irekiko dugu eta barazkiak nola hazten diren erakutsiko diegu. Eskolek "
            + "eskatu dute, eta hori oso ona da.",
        ["ga"] =
            "Osclóimid gairdín do pháistí an cheantair agus múinfimid dóibh conas glasraí a fhás. Is iad na scoileanna "
            + "a d'iarr é seo ar an gcomhairle.",
        ["ru"] =
            "Мы откроем сад для детей нашего района и научим их, как выращивать овощи. Школы просили нас об этом, и "
            + "это очень важно для всех.",
        ["bg"] =
            "Ще отворим градина за децата от квартала и ще ги научим как се отглеждат зеленчуци. Училищата са ни "
            + "помолили за това и то е важно.",
        ["uk"] =
            "Ми відкриємо сад для дітей нашого району і навчимо їх, як вирощувати овочі. Школи просили нас про це, і "
            + "це є важливо для всіх.",
        ["el"] =
            "Θα ανοίξουμε έναν κήπο για τα παιδιά της γειτονιάς και θα τους μάθουμε πώς καλλιεργούνται τα λαχανικά. Το "
            + "ζήτησαν τα σχολεία από την πόλη.",
        ["hy"] =
            "Մենք այգի կբացենք թաղամասի երեխաների համար և կսովորեցնենք նրանց, թե ինչպես են աճեցնում բանջարեղեն։ Դա "
            + "դպրոցների խնդրանքն է, որ մենք ունենք։",
        ["ar"] =
            "سنفتح حديقة للأطفال في الحي ونعلمهم كيف تزرع الخضروات. هذا ما طلبته المدارس من البلدية في هذه السنة.",
        ["fa"] =
            "ما یک باغ برای کودکان محله باز می‌کنیم و به آنها یاد می‌دهیم که سبزی را چگونه می‌کارند. این را مدرسه‌ها "
            + "از ما خواستند.",
        ["ckb"] =
            "ئێمە باخچەیەک بۆ منداڵانی گەڕەک دەکەینەوە و فێریان دەکەین کە سەوزە چۆن دەچێنرێت. ئەم داوایە لە "
            + "قوتابخانەکانەوە بوو بۆ هەموو لایەک.",
        ["hi"] =
            "हम मोहल्ले के बच्चों के लिए एक बगीचा खोलेंगे और उन्हें सिखाएँगे कि सब्जियाँ कैसे उगाई जाती हैं। यह "
            + "स्कूलों की माँग है।",
        ["zh"] = "我们将为社区的孩子们开放一个花园，并教他们如何种植蔬菜。学校希望我们这样做。",
        ["ja"] = "地域の子どもたちのために庭を開き、野菜の育て方を教えます。学校からのお願いです。",
        ["ko"] = "우리는 동네 아이들을 위해 정원을 열고 채소를 어떻게 기르는지 가르칠 것입니다. 학교들이 요청했습니다.",
        ["th"] = "เราจะเปิดสวนสำหรับเด็กในชุมชน และสอนวิธีปลูกผัก โรงเรียนขอให้เราทำ เราจะเริ่มในปีหน้า",
    };
}
