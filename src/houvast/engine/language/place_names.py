# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which capitalised words are places, so that they are not taken for people? Our own list, in lower case."""

from __future__ import annotations

# Words that are places on their own. A word that is often a family name too ("Bergen", "Houten") stays in: it is
# taken for a person all the same when a first name, an initial or a title stands before it.
PLACES = frozenset(
    """
    nederland holland noord-holland zuid-holland gelderland utrecht brabant noord-brabant limburg zeeland friesland
    fryslân groningen drenthe overijssel flevoland twente achterhoek veluwe betuwe salland randstad waddenzee
    noordzee ijsselmeer markermeer ijssel maas rijn waal lek amstel schelde oosterschelde westerschelde dommel
    amsterdam rotterdam eindhoven tilburg almere breda nijmegen apeldoorn haarlem arnhem enschede amersfoort
    zaanstad zaandam haarlemmermeer hoofddorp zwolle leiden zoetermeer maastricht dordrecht ede alkmaar
    leeuwarden emmen westland delft venlo deventer sittard geleen helmond oss hilversum heerlen amstelveen hengelo
    nissewaard spijkenisse purmerend roosendaal schiedam lelystad vlaardingen gouda hoorn katwijk veenendaal
    zeist nieuwegein assen almelo hardenberg barneveld roermond doetinchem smallingerland drachten krimpenerwaard
    velsen ijmuiden terneuzen heerhugowaard kampen houten woerden weert rijswijk middelburg heerenveen ridderkerk
    zutphen bergeijk veldhoven waalwijk kerkrade vlissingen harderwijk rheden culemborg tiel meierijstad veghel
    medemblik zevenaar uden hoogeveen steenwijkerland steenwijk meppel raalte wageningen maassluis beverwijk
    heemskerk ijsselstein heiloo castricum bussum naarden weesp huizen laren blaricum soest baarn bunschoten
    spakenburg nijkerk putten ermelo nunspeet elburg epe heerde hattem voorst brummen lochem borculo winterswijk
    aalten montferland duiven westervoort renkum oosterbeek druten beuningen wijchen heumen gennep cuijk boxmeer
    boxtel vught best nuenen geldrop mierlo valkenswaard cranendonck budel asten someren deurne gemert bladel
    eersel oirschot goirle dongen oosterhout geertruidenberg etten-leur zundert rucphen woensdrecht steenbergen
    tholen goes kapelle reimerswaal borsele hulst sluis veere domburg zierikzee schouwen-duiveland goeree-overflakkee
    hellevoetsluis brielle rozenburg barendrecht zwijndrecht papendrecht sliedrecht gorinchem leerdam vianen
    molenlanden alblasserdam capelle krimpen lansingerland bleiswijk pijnacker nootdorp wassenaar voorschoten
    leidschendam voorburg oegstgeest leiderdorp noordwijk hillegom lisse teylingen sassenheim bodegraven waddinxveen
    zuidplas alphen nieuwkoop uithoorn aalsmeer ouder-amstel diemen landsmeer oostzaan wormerland edam volendam
    zandvoort bloemendaal heemstede texel vlieland terschelling ameland schiermonnikoog schagen hollands-kroon
    enkhuizen drechterland opmeer koggenland harlingen franeker sneek bolsward joure lemmer dokkum kollum
    buitenpost surhuisterveen veendam stadskanaal winschoten delfzijl appingedam hoogezand haren leek roden
    aa-hunze borger odoorn coevorden beilen westerbork dalfsen ommen vroomshoop wierden rijssen holten hellendoorn
    nijverdal borne oldenzaal losser haaksbergen hof urk dronten zeewolde noordoostpolder emmeloord eemnes
    leusden woudenberg scherpenzeel renswoude rhenen bilthoven maarssen breukelen stichtse lopik oudewater
    montfoort vleuten hoogvliet pernis ijsselmonde feijenoord charlois delfshaven kralingen overschie
    bijlmer bijlmermeer jordaan osdorp slotervaart geuzenveld ijburg kanaleneiland overvecht lombok zuilen
    scheveningen loosduinen schilderswijk transvaal laakkwartier ypenburg holendrecht vogelbuurt woensel
    horst venray peel beesel echt susteren stein beek meerssen eijsden gulpen vaals simpelveld landgraaf brunssum
    noorderhaaks antwerpen gent brussel brugge leuven mechelen vlaanderen wallonië limburgse
    amerika afrika azië europa oceanië antarctica afghanistan albanië algerije andorra angola argentinië armenië aruba
    australië azerbeidzjan bahrein bangladesh barbados belarus belize benin bhutan bolivia bonaire bosnië botswana
    brazilië brunei bulgarije burkina burundi cambodja canada chili china colombia congo cuba curaçao cyprus
    denemarken djibouti dominica duitsland ecuador egypte engeland eritrea estland eswatini ethiopië fiji filipijnen
    finland frankrijk gabon gambia gaza georgië ghana griekenland groenland guatemala guinee guyana haïti herzegovina
    honduras hongarije hongkong ierland ijsland india indonesië irak iran israël italië ivoorkust jamaica japan jemen
    jordanië kaapverdië kameroen kazachstan kenia kirgizië koerdistan koeweit kosovo kroatië laos lesotho letland
    libanon liberia libië liechtenstein litouwen luxemburg macedonië madagaskar malawi maldiven maleisië mali malta
    marokko mauritanië mauritius mexico moldavië monaco mongolië montenegro mozambique myanmar namibië nepal
    nicaragua niger nigeria noorwegen oeganda oekraïne oezbekistan oman oostenrijk pakistan palestina panama paraguay
    peru polen portugal qatar roemenië rusland rwanda saba saoedi-arabië schotland senegal servië singapore
    sint-eustatius sint-maarten slovenië slowakije soedan somalië spanje suriname syrië tadzjikistan taiwan tanzania
    thailand togo trinidad tsjaad tsjechië tunesië turkije turkmenistan uruguay venezuela vietnam wales zambia
    zimbabwe zuid-afrika zuid-korea noord-korea nieuw-zeeland zweden zwitserland
    parijs londen berlijn rome madrid moskou kiev kyiv istanbul ankara rabat casablanca warschau boekarest sofia
    damascus aleppo bagdad kabul teheran jeruzalem beiroet caïro paramaribo willemstad washington york keulen duisburg
    """.split()  # noqa: SIM905 -- a list of words reads better as text
    + """
    netherlands dutch flanders belgium germany france spain italy england britain scotland ireland poland turkey morocco
    syria ukraine russia europe africa asia america somalia eritrea ethiopia egypt algeria tunisia libya iraq
    lebanon israel palestine yemen saudi arabia greece bulgaria romania hungary czechia slovakia austria
    switzerland sweden norway denmark iceland estonia latvia lithuania croatia serbia bosnia kosovo albania moldova
    armenia azerbaijan kazakhstan uzbekistan mongolia korea philippines indonesia malaysia cambodia brazil
    argentina mexico bolivia haiti ghana kenya uganda zealand luxembourg brussels antwerp hague london paris berlin
    """.split()  # noqa: SIM905
)

PHRASES = frozenset(
    " ".join(phrase.split())
    for phrase in """
    den haag; den bosch; den helder; den burg; den dolder; de bilt; de meern; de pijp; de baarsjes; de peel; de
    kuip; bergen op zoom; alphen aan den rijn; capelle aan den ijssel; krimpen aan den ijssel; hoek van holland;
    's-hertogenbosch; 's-gravenhage; 's-gravenzande; 's-heerenberg; nieuwerkerk aan den ijssel; wijk bij duurstede;
    wijk aan zee; bergen aan zee; egmond aan zee; oude pekela; nieuwe pekela; ter apel; ten boer; de ronde venen; de
    fryske marren; west betuwe; oude ijsselstreek; oost gelre; altena; het gooi; het loo; de veluwe; sri lanka;
    costa rica; burkina faso; el salvador; sierra leone; san marino; puerto rico; saoedi arabië; verenigde staten;
    verenigd koninkrijk; verenigde naties; verenigde arabische emiraten; nieuw zeeland; zuid afrika; noord korea;
    zuid korea; new york; united states; united kingdom; united nations; south africa; north korea; south korea; new
    zealand; saudi arabia; the hague; kaap verdië; papoea nieuw guinea
    """.split(";")  # noqa: SIM905
)

# A run of words that ends like this is a place or a building, also where it was called after somebody. None of these
# is a usual end of a family name in any of the languages that the tests draw names from.
SURE_PLACE_ENDINGS = (
    "straat", "straatje", "laan", "plein", "pleintje", "gracht", "kade", "singel", "steeg", "weg", "plantsoen", "flat",
    "museum", "school", "college", "lyceum", "ziekenhuis", "kliniek", "station", "kwartier", "centrum", "tunnel",
    "boulevard", "stadion", "theater", "bibliotheek", "moskee", "synagoge", "sportpark", "vereniging", "stichting",
    "fonds", "festival", "krant", "prijs", "commissie", "ministerie", "terrein", "buurt", "park", "pad",
)  # fmt: skip
# A single word that ends like this; after a first name it would be a family name ("Steenwijk", "Nieuwstad").
LIKELY_PLACE_ENDINGS = (
    "wijk", "kerk", "markt", "toren", "haven", "brug", "polder", "dorp", "stad", "raad", "loket", "team", "app",
    "avond", "akkoord", "project", "beweging", "partij", "kamer", "werf", "weide", "complex", "bedrijf", "huis", "veld",
)  # fmt: skip
ENGLISH_PLACE_WORDS = frozenset(
    """street road avenue lane square park school college university hospital station centre center museum church
    mosque library council hall bridge market district quarter river lake mosque association foundation party union
    committee court police services office team project plan festival day strategy forum fund act bill law programme
    program report agency department ministry board society network week month group island coast county
    region""".split()  # noqa: SIM905
)
