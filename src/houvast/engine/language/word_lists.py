# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words steer the reading of names: little words, titles, tussenvoegsels, organisations? Our own lists."""

from __future__ import annotations

# What stands between a first and a family name, in the languages of the people here.
PARTICLES = frozenset(
    """van de der den het 't ten ter te op aan uit in bij onder over la le les l' du des del della dello da das do dos
    di d' von vom zu zum zur el al ul ben bin ibn bint abu abou ait aït ould oulad bel y e st saint san santa mc mac
    s' vd v.d. v/d und""".split()  # noqa: SIM905
)

# Who comes next is a person: forms of address, offices, kin, and words of naming.
TITLES = frozenset(
    """
    mevrouw mevr mw mej mejuffrouw meneer mijnheer menheer dhr heer juffrouw juf meester mr ir ing drs dr prof
    professor dokter imam dominee ds pastoor pater rabbijn zuster broeder wethouder burgemeester minister
    staatssecretaris raadslid gedeputeerde agent wijkagent boa rechter officier kapitein directeur directrice rector
    leraar lerares docent docente trainer trainster coach voorzitter conciërge huismeester huisarts tandarts
    buurman buurvrouw buurjongen buurmeisje oom tante opa oma neef nicht broer zus zusje broertje zoon dochter
    vriend vriendin vader moeder papa mama collega
    mister mrs ms miss sir madam lord lady doctor reverend father uncle aunt neighbour neighbor brother sister son
    daughter mayor alderman councillor
    """.split()  # noqa: SIM905
)
# In lower case only these make the word after them a name: "mevrouw jansen", "ze heet noor".
STRONG_TITLES = frozenset("mevrouw mevr mw meneer dhr juffrouw mejuffrouw heet heette genaamd mrs ms named".split())  # noqa: SIM905
NAMING = frozenset("heet heette heten genaamd geheten naam naamgenoot named called vraag ken kent".split())  # noqa: SIM905

# The first word of a sentence that says nothing about the next one being a name.
LITTLE_WORDS = frozenset(
    """
    de het een en of maar want dus als dan dat die deze dit der den des ik jij je u hij zij ze wij we jullie hun hen
    haar zijn mijn jouw uw ons onze er hier daar waar wat wie welke hoe waarom wanneer toen nu nog ook al alle alles
    allemaal iedereen iemand niemand niets iets veel weinig meer minder meeste sommige elke elk ieder iedere geen niet
    wel door voor na naar met zonder tegen tot bij uit in op aan om over onder tussen sinds tijdens volgens via van
    vanaf binnen buiten zodra omdat terwijl hoewel zo te heel erg vooral alleen samen eerst daarna is was waren heeft
    hebben had moet moeten mag mogen kan kunnen zal zullen wil willen wordt worden laat graag gesproken spreek ga gaat
    stop geef maak zet kom komt vind vindt denk denkt weet beste hallo hoi dag dank sorry ja nee
    the a an and or but if then that this these those i you he she it we they my your his her its our their there here
    where what who which how why when not no yes also all every everyone nobody nothing many much more less most some
    any by for after to with without against until at from in on about of over under between since during as is was are
    were has have had must may can could shall should will would let please thanks dear hello make stop give put
    """.split()  # noqa: SIM905
)

# Organisations, brands, media, parties, feasts, days, months and offices that people write with a capital.
KNOWN_CAPITALS = frozenset(
    """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
    september oktober november december kerst kerstmis pasen pinksteren hemelvaart ramadan suikerfeest offerfeest
    divali diwali holi chanoeka sinterklaas carnaval koningsdag bevrijdingsdag keti-koti halloween oudejaarsavond
    iftar eid
    monday tuesday wednesday thursday friday saturday sunday january february march may june july august
    october christmas easter
    god allah jezus koran bijbel thora islam christendom jodendom hindoeïsme boeddhisme
    gemeente gemeenteraad raad college provincie rijk staat kamer kabinet politie brandweer justitie ministerie
    rijkswaterstaat waterschap belastingdienst rekenkamer ombudsman parlement senaat regering wethouder burgemeester
    minister koning koningin president europese unie rijksoverheid omgevingswet grondwet woo wob wmo participatiewet
    heijn jumbo lidl aldi plus coop spar vomar hema blokker action ikea kruidvat etos gamma praxis zara primark
    mediamarkt bol amazon shell esso mcdonald's kfc starbucks thuisbezorgd ubereats uber deliveroo marktplaats
    nextdoor facebook instagram twitter tiktok whatsapp youtube snapchat telegram signal linkedin google microsoft apple
    zoom teams netflix wikipedia chatgpt windows android iphone
    telegraaf volkskrant trouw parool nrc nos rtl npo omroep geenstijl nieuwsuur pointer joop tubantia gelderlander
    ajax feyenoord psv sparta vitesse heracles cambuur excelsior
    vvd pvda cda d66 pvv sp cu sgp fvd bbb nsc volt denk ja21 bij1 groenlinks vnl piratenpartij christenunie
    cbs cpb scp rivm ggd ggz coa ind uwv svb vng ser knmi ns prorail ret gvb htm arriva connexxion qbuzz syntus ovbus
    amnesty greenpeace unicef natuurmonumenten staatsbosbeheer woonbron vestia portaal mitros ymere eigenhaard
    rochdale halt humanitas vluchtelingenwerk buurtzorg fietsersbond anwb veilig
    brexit britain corona covid internet polis houvast wifi euro kliko vmbo havo vwo mbo hbo
    zuid noord oost west midden zuidoost zuidwest noordoost noordwest binnenstad
    nederlands engels frans duits spaans arabisch turks berbers pools oekraïens papiaments koerdisch
    dutch english french german spanish arabic turkish berber polish ukrainian
    street council city town mayor government parliament union police
    """.split()  # noqa: SIM905
)
KNOWN_PHRASES = frozenset(
    " ".join(phrase.split())
    for phrase in """
    albert heijn; van der valk; tweede kamer; eerste kamer; europese unie; europees parlement; raad van state; hoge
    raad; rode kruis; leger des heils; artsen zonder grenzen; veilig thuis; partij van de arbeid; partij voor de
    dieren; partij voor de vrijheid; forum voor democratie; boer burger beweging; mc donalds; ghetto boys; black
    lives matter; extinction rebellion; openbaar ministerie; centraal planbureau; eerste hulp; tweede wereldoorlog;
    eerste wereldoorlog; koude oorlog; gouden eeuw; oude markt; nieuwe markt; grote markt; oud en nieuw; keti koti;
    pride walk; roze zaterdag; dag van de arbeid; big brother; red cross; wij west; de telegraaf; de volkskrant; het
    parool; de correspondent; de gelderlander; town hall; city council
    """.split(";")  # noqa: SIM905
)

# What follows such a word is the name of an organisation or a building.
ORGANISATION_WORDS = frozenset(
    """
    stichting vereniging buurthuis wijkcentrum buurtcentrum jongerencentrum dorpshuis school basisschool college
    lyceum kinderdagverblijf kinderopvang moskee kerk synagoge tempel restaurant café cafe snackbar supermarkt winkel
    bakkerij slagerij kapsalon hotel flat flatgebouw station halte museum theater bibliotheek zwembad sporthal
    sportpark voetbalclub club fanfare zorginstelling verzorgingshuis verpleeghuis ziekenhuis woningcorporatie
    corporatie partij fractie krant omroep bedrijf firma project campagne actiegroep werkgroep wijk buurt stadsdeel
    huis dag week nacht maand raad bond fonds plan wet platform netwerk comité pact tafel poort ronde kamer hal
    dorp straat laan plein park gebied lijn festival
    foundation association school restaurant hotel church company party club
    """.split()  # noqa: SIM905
)
# An adjective before a known word makes a name of a place or body ("Oude Haven", "Hoge Raad"), not of a person.
PLACE_ADJECTIVES = frozenset(
    """oude oud nieuwe nieuw grote groot kleine klein rode groene witte zwarte blauwe gouden roze hoge lage lange korte
    brede eerste tweede derde vierde koninklijke openbare centrale sociale lokale nationale noordelijke zuidelijke
    oostelijke westelijke old new great green red white black first second third royal public central social local
    national north south east west upper lower""".split()  # noqa: SIM905
)
