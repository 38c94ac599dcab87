# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words tell of danger, violence, crime or need? Our own patterns, Dutch, for short hasty texts.

DIRECT is enough beside somebody in particular. ALONE is enough by itself: it tells who did it, where it lies hidden,
or what was done to the writer. ACUTE: beside somebody in particular nobody may overrule it.
"""

from __future__ import annotations

import re

from houvast.domain.right_door import WorryKind


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")", re.IGNORECASE)


_WEAPON = r"(?:mes|steekmes|pistool|vuurwapen|wapen|bijl|machete|geweer|hamer)"
ACUTE: tuple[tuple[WorryKind, re.Pattern[str]], ...] = (
    (WorryKind.SELF_HARM, _words(
        r"(?:wil|wilt) (?:echt )?niet meer (?:leven|verder leven)", r"wil dood\b", r"dood wil(?:len)?\b",
        r"zelfmoord (?:wil|gaat|plegen|pleegt)",
        r"(?:er )?een (?:einde?|eind) aan (?:te )?(?:maken|maakt|gaat maken)",
        r"van (?:de|het) (?:flat|brug|dak) (?:af )?spring\w*", r"voor de trein",
    )),
    (WorryKind.DANGER_NOW, _words(
        rf"(?:loopt|zwaait|rent|staat|dreigt|rond|rondloopt|zit|kwam|komt) (?:[\w']+ ){{0,3}}met (?:een |zn "
        rf"|zijn |groot )*{_WEAPON}\b",
        rf"met (?:een )?{_WEAPON} (?:over|op|door|voor|in|naar)\b", r"bom (?:kan|gaat|wil|gaan|maakt|heeft|maken)\b",
        r"(?:maak|maakt|maken|steekt?|schiet|schiete?n?|knal) (?:\w+ ){0,2}(?:allemaal )?(?:dood|neer|kapot)\b",
        r"(?:wil|gaat|zal|ga) (?:\w+ ){0,3}(?:doodmaken|vermoorden|neerschieten|neersteken|doodschieten"
        r"|doodsteken|ontvoeren|opblazen)",
        r"aanslag (?:wil|gaat|plegen|pleegt|voorbereid\w*)", r"schieten op (?:een |de )?school",
        r"dreigt (?:[\w']+ ){0,5}(?:in de fik|in brand|op te blazen|dood)", r"lijst met namen",
        r"(?:wat|iets) aan (?:gaat |te |wil |zal )?doen\b", r"wat aandoen\b", r"iets aandoen\b",
    )),
    (WorryKind.VIOLENCE_AT_HOME, _words(
        r"slaat (?!alarm|om\b|over|aan\b|op hol|nergens|dicht|de vlam|de schrik|de paniek|de sfeer|de stemming"
        r"|terug|af\b)",
        r"mishandelt", r"schopt (?!herrie|lol|rel|stennis)", r"wurgt", r"verkracht\w*", r"misbruikt",
        r"wordt (?:\w+ ){0,6}(?:mishandeld|geslagen|verkracht|misbruikt|opgesloten)",
    )),
)  # fmt: skip
DIRECT: tuple[tuple[WorryKind, re.Pattern[str]], ...] = (
    (WorryKind.SELF_HARM, _words(
        r"zelfmoord\w*", r"su[iï]cid\w*", r"zelfdoding",
        r"(?:zich|zichzelf|haarzelf|hemzelf) (?:snij\w*|sneed|beschadigt|verwondt|iets aan|ophang\w*|verhang\w*)",
        r"snijdt (?:zich\w*|haarzelf)", r"automutil\w*", r"krassen op", r"littekens op", r"overdosis",
        r"pillen (?:heeft |klaar|ingenomen|geslikt)\w*", r"(?:er|ermee) klaar mee (?:is|bent)",
        r"(?:geen zin meer in|klaar met) (?:het )?leven", r"(?:hoeft|hoef) (?:van \w+ )?niet meer\b",
        r"afscheidsbrief", r"levensmoe", r"wil (?:er )?(?:niet meer zijn|niet meer wakker|slapen en niet)",
        r"dood wil", r"wil dood", r"beter af zonder (?:mij|hem|haar)",
    )),
    (WorryKind.VIOLENCE_AT_HOME, _words(
        r"slaan\b", r"sloeg\b", r"geslagen", r"klappen\b", r"(?:een )?klap\b", r"mept", r"ramt", r"mishandel\w*",
        r"gewurgd", r"geschopt", r"blauwe (?:plek\w*|oog|ogen)", r"brandwond\w*", r"uitgehuwelijk\w*",
        r"uithuwelij\w*", r"moet (?:\w+ ){0,4}trouwen", r"gedwongen huwelijk", r"eerwraak", r"achterlating",
        r"achtergelaten in", r"sluit (?:\w+ ){1,3}op\b", r"opsluit",
        r"mag (?:\w+ ){0,3}(?:niet|nooit) (?:\w+ ){0,2}(?:eten|naar buiten|het huis uit|de deur uit|naar school)",
        r"huiselijk geweld", r"misbruik\w*", r"incest", r"(?:meisjes)?besn[ie]\w*", r"durft niet naar huis",
        r"bang (?:voor|van) (?:haar|zijn|mijn|hun|der) (?:stief|schoon)?(?:man|vader|broer|ex|moeder|vriend"
        r"|partner)\w*",
        r"(?:schreeuwt|gilt|roept) om hulp", r"kapotgeslagen", r"van de trap geduwd",
        r"gebroken (?:arm|been|neus|rib\w*|kaak|pols)",
        r"(?:zegt|zeggen|zogenaamd) (?:dat \w+ )?(?:is |was )?(?:van de trap )?gevallen", r"op de kamer van",
        r"(?:telefoon|mobiel|paspoort) (?:\w+ ){0,2}(?:kapot|afgepakt|ingenomen|gemaakt)\w*",
        r"mag (?:\w+ ){0,3}van (?:haar |zijn |hun |der |de )?(?:man|vader|broer|werkgever|baas|familie|ex|vriend)",
        r"(?:mee|gestuurd|terug) naar (?:het buitenland|marokko|turkije|somali\w*|irak|pakistan|syri\w*)",
        r"papa dat doet", r"(?:duwt|knijpt|bijt) (?:haar|hem|me|mij|\w+ moeder)", r"geboeid", r"vastgebonden",
        r"gesp\b", r"riem\b", r"gewelddadig", r"agressief tegen (?:haar|zijn)", r"gijzelt", r"aan de haren",
    )),
    (WorryKind.THREAT, _words(
        r"dreig(?:t|de|en|ement\w*|brief|brieven|app\w*)\b", r"bedreigt\w*",
        r"(?:wordt|is|werd|word) (?:\w+ ){0,4}bedreigd", r"(?:ge)?stalk\w*", r"lastig ?gevallen",
        r"valt (?:\w+ ){1,2}lastig",
        r"(?:voor|bij) (?:mijn|haar|zijn|onze|hun|m'n|mn|zn) (?:deur|werk|huis|school)\b",
        r"(?:volgt|achtervolgt|belaagt|bespiedt|begluurt) (?:mij|me|haar|hem|ons|meisjes|vrouwen|kinderen)",
        r"intimideer\w*", r"afgeperst", r"perst \w+ af", r"chante(?:er|ur|ge)\w*",
        r"(?:haar|zijn|mijn|hun|je) (?:keel|nek|strot)", r"doorsnij\w*", r"vermoord\w*", r"doodsbedreig\w*",
        r"wraak", r"te grazen", r"iets overkomt", r"pak(?:t|ken) (?:haar|hem|mij|me|ons) nog",
    )),
    (WorryKind.EXTREMISM, _words(
        r"\w*radicalis\w*", r"geradicaliseer\w*", r"\w*extremis\w*", r"jihad\w*", r"aanslag\w*", r"onthoofd\w*",
        r"nazi\w*", r"hitler\w*", r"kalifaat", r"martela\w*", r"kafir\w*", r"kuffar",
        r"(?-i:IS)[ -](?:filmpjes|vlag|video\w*)",
        r"naar (?:syri[eë]|het front|het kalifaat|afghanistan|oekra[iï]ne) (?:is |was |wil|gaat "
        r"|om )?(?:vertrokken|gegaan|gaan|afgereisd|vechten|wil)?",
        r"isis\b", r"rekrute\w*", r"terroris\w*", r"ongelovige\w*", r"moeten (?:allemaal )?dood", r"dood moeten",
        r"accelerationis\w*", r"(?:praat|praat de hele dag|begint steeds) over de (?:oorlog|heilige)", r"manifest\b",
        r"white power", r"rassenoorlog", r"omvolking", r"incel\w*", r"soeverein\w* (?:wapen|met wapen)\w*",
        r"heilige oorlog", r"mag doden", r"doden voor", r"voor (?:god|allah) (?:te )?(?:sterven|doden|vechten)",
        r"tijd (?:\w+ )?voor actie", r"tot morgen\b", r"ss-?tekens?", r"complot\w* en wapens", r"onderduik\w*",
        r"verheerlijk\w*", r"wil (?:\w+ )?(?:sterven|vechten) voor", r"haatprediker",
    )),
    (WorryKind.EXPLOITATION, _words(
        r"lokt\b", r"meelok\w*", r"(?:blote|bloot|naakt) ?foto\w*", r"wraakporno", r"bordeel", r"seksfilm\w*",
        r"webcam", r"verhuurt (?:\w+ )?(?:bedden|matrassen)", r"zonder papieren", r"laat (?:\w+ ){1,4}stelen",
        r"loverboy\w*", r"ronsel\w*", r"geronseld", r"uitgebuit\w*", r"uitbuit\w*", r"mensenhandel\w*",
        r"prostitu\w*", r"hoer(?:eren)?\b", r"(?:pakt|neemt|houdt) (?:\w+ ){0,2}(?:paspoort\w*|id-?kaart\w*|loon)",
        r"paspoort(?:en)? (?:af|afgepakt|ingenomen)", r"houdt (?:\w+ )?loon in", r"spreekt (?:\w+ )?kinderen aan",
        r"(?:ge)?groom\w*", r"naaktfoto\w*", r"sext\w*", r"wil seks", r"seks (?:in plaats|voor|in ruil)",
        r"betast\w*", r"zit aan (?:meisjes|kinderen|haar)", r"pedo\w*",
        r"(?:dure|mooie) (?:spullen|cadeaus|kleren|tas\w*|telefoon)",
        r"(?:geld|cadeaus?|kleren) van (?:een |die )?(?:oudere |oude )?(?:man|mannen|vriend|jongen)",
        r"(?:pakketje|pakje|tas|tasje|spul)\w* (?:\w+ ){0,3}(?:halen|brengen|bezorgen|rond|wegbrengen"
        r"|weg te brengen|lopen)",
        r"onder druk (?:wordt |is |werd )?gezet", r"(?:wordt |is |werd )?gedwongen\b", r"dwingt",
        r"(?:rekening|pinpas|bankpas) (?:uit ?te lenen|uitlenen|af|afgeven|afgestaan|gebruikt)", r"geldezel",
        r"katvanger", r"in (?:haar|een|der) drankje", r"drankjes van", r"drogeert",
    )),
    (WorryKind.CRIME, _words(
        r"kweekt\b", r"tapt (?:\w+ )?(?:stroom|water)", r"stroom af", r"bolletjes", r"perst? (?:\w+ ){1,3}af\b",
        r"persen (?:\w+ ){1,3}af\b", r"vergok\w*", r"gegokt met", r"bekrast\w*", r"babbeltruc\w*", r"deed alsof",
        r"nam (?:\w+ ){1,3}mee\b", r"reed door na", r"doorgereden", r"aanrijding",
        r"met een (?:steen|knuppel|fles|stok|honkbalknuppel)", r"betaalt zwart", r"zwart (?:werk|geld)\w*",
        r"illega\w*", r"ghb\b", r"crack\b", r"heroïne", r"xtc\b", r"lachgas", r"deal(?:t|en|de|er)\b", r"gedeald",
        r"\w*verko(?:opt|pen|cht) (?:\w+ ){0,3}(?:drugs|coke|wiet|pillen|lachgas|wapens?|vuurwerk|sigaretten"
        r"|spul|xtc|ketamine|hasj|snus|vapes)\b",
        r"\w*dealer\w*", r"drugs(?:pand|koerier|runner|lab)\w*", r"(?:vuur)?wapens?\b", r"pistool", r"gun\b",
        r"machete", r"heeft (?:een )?mes\b", r"overval\w*", r"ingebroken", r"inbra\w*", r"inbreker\w*",
        r"breekt in\b", r"gestolen", r"ge?jat\w*", r"jatten?", r"pikt\b", r"gepikt", r"steelt", r"steel\b",
        r"stelen", r"(?:be)?rov\w*", r"beroof\w*", r"afgepakt", r"afhandig", r"opgelicht", r"oplicht\w*",
        r"licht \w+ op\b", r"fraud\w*", r"vervals\w*", r"verduister\w*",
        r"(?:steekt|stopt) (?:\w+ )?(?:geld|subsidie) (?:[\w']+ ){0,4}(?:zak|zakken)\b", r"hennep\w*",
        r"wiet(?:plant|kweker|zold|lucht)\w*", r"plantage", r"witwas\w*", r"geld wit", r"wast wit",
        r"int (?:\w+ )?geld", r"beschermingsgeld", r"gokhal", r"illega(?:al|le)\b",
        r"brand(?:gesticht| (?:ge)?sticht\w*|stich\w*)",
        r"(?:in brand|in de fik|fikkie) (?:ge)?(?:stak|stoken|steekt|stook\w*)", r"aangestoken",
        r"hel(?:en|er|ing)\b", r"rijdt (?:altijd |weer )?dronken", r"dronken (?:rijdt|kinderen|achter)",
        r"met drank op", r"zonder rijbewijs", r"(?:in|kapot)(?:gooi|gesla|sloeg|gegooi)\w*", r"gooide", r"gegooid",
        r"bekog\w*", r"sloopt\b", r"vernield\w*", r"vernielt", r"bekladt", r"steekpartij", r"steekt (?:\w+ )?neer",
        r"neergestoken", r"neergeschoten", r"geschoten", r"schiet(?:t|en)?\b", r"coke\b", r"aangerand",
        r"aanrand\w*", r"verkracht\w*", r"explosie\w*", r"explosief", r"explosieven", r"cobra\w*",
        r"(?:van de fiets|in elkaar) (?:ge)?(?:trok|trek|slaan|sloeg|slagen|geslagen|trapt|getrapt)\w*",
        r"trekt (?:\w+ ){1,3}van de fiets", r"nep(?:politie|vergunning|agent)\w*", r"smokkel\w*",
        r"vuurwerk (?:uit|vanuit|onder)", r"dader\w*",
    )),
    (WorryKind.CARE, _words(
        r"zoekt eten", r"(?:zet|draait|liet) (?:het |de )?gas",
        r"(?:een |twee )?fles(?:sen)? (?:per|drank|wodka|jenever)", r"aan de (?:drugs|drank|coke|ghb|crack)",
        r"snuift", r"spuit\b", r"slikt (?:pillen|xtc|van alles)", r"vieze kleren", r"martelt", r"dierenmishandel\w*",
        r"verward\w*", r"(?:hoort|hoor) stemmen", r"praat (?:in|met|tegen) zichzelf", r"vervuil\w*",
        r"ver(?:slonst|loederd)\w*", r"eet niet(?: meer)?",
        r"(?:ligt|zit) (?:al |hele |de hele )?(?:\w+ )?(?:dagen?|weken)\b", r"niet (?:meer )?gezien\b",
        r"post stapelt", r"niet open\b", r"bed (?:\w+ )?niet (?:meer )?uit\b",
        r"komt (?:\w+ )?(?:bed|huis|deur) (?:\w+ )?niet (?:meer )?uit",
        r"(?:hele dagen|hele dag|nachten|avonden|vaak|altijd|nog) alleen (?:thuis|op straat|buiten)",
        r"alleen (?:thuis gelaten|op straat)", r"laat (?:\w+ ){1,4}alleen\b", r"huis (?:vol|zit vol|ligt vol)",
        r"verwaarloos\w*", r"verwaarlozing", r"gilt\b", r"psycho(?:se|tisch)\w*", r"manisch\w*",
        r"trekt (?:zich|haar|hem) (?:\w+ )?terug", r"niemand (?:meer )?gesproken",
        r"slaapt (?:al \w+ )?(?:buiten|in (?:zijn |haar |de |een )?(?:auto|portiek|tent|bus|kelderbox|park|box))",
        r"zonder eten", r"mag niet eten", r"honger", r"drinkt (?:de hele dag|zich|elke|te veel)", r"\bdoolt",
        r"dwaalt", r"dolen", r"dwalen", r"in pyjama", r"weet niet (?:meer )?waar (?:hij|zij|ze) (?:woont|is)",
        r"kwijt (?:wie|waar)", r"ruikt (?:vreselijk|vies|erg|naar)", r"stinkt", r"stank", r"weggelopen",
        r"loopt weg", r"van huis weg", r"thuisloos", r"sterk vermagerd", r"vermager\w*", r"broodmager",
        r"verzamel\w*", r"ratten", r"medicijnen niet", r"zorgmijd\w*", r"overspannen", r"paniekaanval\w*",
        r"schulden", r"gokt\b", r"gokverslav\w*", r"verslaafd", r"kan het niet meer aan", r"stort in\b",
    )),
)  # fmt: skip
_PLACE = (
    r"(?:garage\w*|kelderbox\w*|kelder|pand|huis|woning|schuur|loods|belwinkel|kapper\w*|kapsalon|shishalounge"
    r"|café|cafe|snackbar|winkel"
    r"|box|berging|kroeg|sportclub|clubhuis|loods|caravan|school|auto|bus|busje|flat|portiek|appartement"
    r"|nummer zoveel|coffeeshop|sportschool)"
)
_HIDDEN = (
    r"(?:gedeald|dealen|dealt|drugs|wapens?|hennep\w*|wiet\w*|prostitutie|gestolen|heling|witgewassen"
    r"|illegaal gegokt|xtc|coke"
    r"|explosieven|vuurwerk|gokhal|gejatte|plantage|lab|sekswerk)"
)
ALONE: tuple[tuple[WorryKind, re.Pattern[str]], ...] = (
    (WorryKind.CRIME, _words(
        r"(?:ik|wij|we|die) (?:weten?|weet|herkennen?|herken|kan|kunnen|ken"
        r"|kennen) (?:[\w']+ ){0,3}(?:wie (?:het|de|dit|dat|daar)|waar ze wonen|ze woont|hun namen|de namen"
        r"|zijn naam|de daders?|degene die|de gozer|de jongens die)\b",
        r"(?:ik|wij|we) (?:zag|zagen|heb gezien|hebben gezien) (?:[\w']+ ){0,2}(?:wie|dat hij|dat zij|degene"
        r"|hem|hoe hij)\b",
        r"(?:auto'?s|mensen|gasten|jongens|aanloop|volk) (?:[^.!?]{0,40})(?:5|vijf"
        r"|paar) min\w* (?:en )?(?:weer )?weg",
        r"zakjes",
        r"(?:ik|wij|we) (?:weten?|weet) waar (?:[\w']+ ){0,5}(?:liggen|ligt|staan|staat|zit|zitten|verstopt"
        r"|woont|wonen)",
        r"(?:heb|hebben|staat|staan) (?:het |hem |hen |ze )?op (?:camera|beeld|film|video)\b",
        r"(?:heb|hebben) (?:\w+ )?(?:beelden|bewijs|filmpjes?|foto's) (?:van|dat)",
        r"gebruikt als (?:bordeel|drugslab|opslag)",
        r"(?:pillen|drugs|xtc|coke|speed) (?:\w+ )?(?:gemaakt|geproduceerd|versneden|opgeslagen)", r"haalt gestolen",
        r"gestolen (?:onderdelen|goederen|spul|fietsen|scooters)",
        r"ligt vol (?:met )?(?:illegaal |zwaar )?(?:vuurwerk|wapens|drugs|wiet)",
        r"(?:heeft|hebben) (?:mijn|m'n|onze) (?:\w+ )?(?:beroofd|mishandeld|geslagen|bedreigd)",
        r"dag en nacht (?:aanloop|auto's|bezoek|mensen)",
        r"(?:mijn|m'n|mn|onze|haar|zijn) (?:telefoon|fiets|tas|scooter|auto|portemonnee|geld"
        r"|jas) (?:[\w']+ ){0,2}(?:afgepakt|gestolen|gejat|gepikt|geroofd)",
        r"ligt (?:er )?(?:een )?(?:wapen|pistool|mes|lijk|handgranaat)\b",
        r"(?:er )?ligt (?:een )?(?:wapen|pistool|handgranaat)\b",
        r"de (?:jongens|gasten|mannen|gozers) die (?:[\w']+ ){0,6}(?:bekog|goo|sto|sla|sloe|inge|besto|bero"
        r"|vernie|sloop|stak|brand)\w*",
        r"(?:filmpje|foto|beelden) van (?:degene|diegene|de dader|wie)",
        r"de daders? (?:van|woont|wonen|is|zijn|heet)",
        rf"(?:vanuit|in|bij|uit|achter|onder) (?:die|dat|deze|dit|de|het"
        rf"|een) {_PLACE}\b(?: van \w+ \w+)? (?:[\w']+ ){{0,6}}{_HIDDEN}",
        rf"{_HIDDEN} (?:\w+ ){{0,2}}(?:vanuit|uit|in) (?:die|dat|deze|dit) {_PLACE}",
        rf"{_PLACE} naast [^.!?]{{0,60}}{_HIDDEN}",
        r"ik ben (?:[\w']+ ){0,4}(?:in elkaar geslagen|beroofd|bestolen|aangerand|verkracht|mishandeld|bedreigd"
        r"|neergestoken)",
        r"(?:bedreigt|slaat|sloeg|beroofde|mishandelde) (?:mij|me|ons)\b", r"gedwongen prostitutie",
        r"baas pakt paspoorten",
    )),
)  # fmt: skip
# Beside somebody near to the writer, or told apart by age or class, already a worry.
NEED = _words(
    r"kapot\w*", r"huilt?\b", r"huilen", r"dood\b", r"dode\b", r"doden", r"sterven", r"bloed\w*", r"vies\b",
    r"vieze", r"drugs", r"dronken", r"drinkt", r"drank", r"gewond\w*", r"wond\w*", r"doodsbang",
    r"niet (?:meer )?te pakken", r"geen contact (?:meer|met)", r"mag (?:\w+ )?niet\b", r"verboden\b", r"gedwongen",
    r"tegen (?:haar|zijn|hun) wil", r"haat\b", r"wapen\w*", r"kwijt\b", r"verdwenen", r"vermist", r"spoorloos",
    r"depress\w*", r"somber\w*", r"angst\w*", r"spijbel\w*", r"gaat (?:al )?niet (?:meer )?naar school", r"mijdt",
    r"in de war", r"verander(?:t|d)\b", r"afglijd\w*", r"glijdt af", r"verkeerde (?:vrienden|mensen|pad)",
    r"crimin\w*", r"politie (?:zoekt|kwam|aan de deur)", r"vastgez\w*", r"opgepakt", r"zwanger", r"hongerig",
    r"alleen thuis", r"maak(?:t|en)? (?:\w+ ){0,2}zorgen", r"zorgen (?:om|over)",
)  # fmt: skip
# The sentence is about how often, or about talk and help, not about one person's deed.
ABOUT_MANY = _words(
    r"vaker", r"steeds (?:meer|vaker)", r"toename", r"neemt (?:toe|af)", r"minder", r"geruchten?", r"voorlichting",
    r"verhalen over", r"film over", r"inleveractie", r"lotgenoten\w*",
    r"veel (?:jongens|jongeren|mensen|meisjes|bewoners|ouders|verhalen)", r"bekende (?:zanger|acteur|artiest)",
    r"grap(?:pen|jes)? over", r"les(?:sen)? over", r"gesprek over", r"demonstr\w*", r"veel sombere",
    r"in het algemeen",
)  # fmt: skip
FEARS = _words(
    r"bang (?:voor|dat)", r"last van", r"klaagt over", r"vertelde? (?:over|dat)", r"zei dat", r"vindt dat",
    r"hoorde (?:over|dat)", r"las over", r"waarschuwt", r"leest over", r"praat er",
)  # fmt: skip
