# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words name a group of people: a nationality, a faith, a conviction, an age, an office? Our own list.

Capitalised ones are not names of persons; and a sentence that says what such a group *is* judges people, not matters.
"""

from __future__ import annotations

# Dutch adjectives of nationality and faith; "-e" is added.
_ADJECTIVES = """
    afghaans afrikaans albanees algerijns amerikaans angolees antilliaans arabisch armeens arubaans aziatisch
    australisch azerbeidzjaans bangladeshi belgisch berbers boliviaans bosnisch brabants braziliaans brits bulgaars
    canadees chileens chinees colombiaans congolees cubaans curaçaos deens drents duits ecuadoraans egyptisch engels
    eritrees estisch ethiopisch europees filipijns fins frans fries gambiaans georgisch ghanees grieks gronings guinees
    hindoestaans hollands hongaars iers ijslands indiaas indisch indonesisch iraaks iraans israëlisch italiaans
    ivoriaans jamaicaans japans jemenitisch joods jordaans kaapverdisch kameroens kazachs keniaans koerdisch koreaans
    kosovaars kroatisch lets libanees libisch limburgs litouws macedonisch maleisisch maltees marokkaans maghrebijns
    mexicaans moldavisch moluks mongools nederlands nepalees nigeriaans noord-afrikaans noors oegandees oekraïens
    oezbeeks oostenrijks oost-europees pakistaans palestijns papiaments peruaans perzisch pools portugees roemeens
    russisch rwandees saoedisch schots senegalees servisch sierra-leoons sloveens slowaaks soedanees somalisch spaans
    surinaams syrisch tadzjieks tamil thais tibetaans toegolees tsjechisch tsjetsjeens tunesisch turks utrechts
    venezolaans vietnamees vlaams westers zeeuws zuid-afrikaans zweeds zwitsers amsterdams rotterdams haags
    boeddhistisch christelijk evangelisch hindoeïstisch islamitisch katholiek moslim protestants gereformeerd
    hervormd soennitisch sjiitisch alevitisch
    """.split()  # noqa: SIM905 -- a list of words reads better as text
# People: Dutch, one and many; then English.
_PEOPLE = """
    afghaan afghanen afrikaan afrikanen albanees albanezen algerijn algerijnen amerikaan amerikanen antilliaan
    antillianen arabier arabieren armeniër armeniërs aziaat aziaten belg belgen berber bosniër bosniërs brabander
    brabanders braziliaan brazilianen brit britten bulgaar bulgaren canadezen chinees chinezen colombiaan colombianen
    congolees congolezen deen denen drent drenten duitser duitsers egyptenaar egyptenaren engelsman engelsen eritreeër
    eritreeërs ethiopiër ethiopiërs europeaan europeanen filipijnen fin finnen fransman fransen friezen gambianen
    ghanees ghanezen griek grieken groninger groningers hindoestaan hindoestanen hollander hollanders hongaar hongaren
    ieren indiër indiërs indo's indonesiër indonesiërs irakees irakezen iraniër iraniërs israëli israëli's israëliër
    israëliërs italiaan italianen japanner japanners jezidi's jood joden joodse jordaniër jordaniërs kaapverdianen koerd
    koerden koreaan koreanen kosovaar kosovaren kroaat kroaten letten libanees libanezen libiër libiërs limburger
    limburgers litouwer litouwers maleisiër marokkaan marokkanen mexicaan mexicanen molukker molukkers nederlander
    nederlanders nederlandse nederlandsen nigeriaan nigerianen noor noren oekraïner oekraïners oostenrijker
    oostenrijkers oost-europeanen pakistaan pakistanen palestijn palestijnen pool polen portugees portugezen roemeen
    roemenen roma sinti rus russen saoedi's schot schotten serviër serviërs slowaak slowaken soedanees soedanezen
    somaliër somaliërs spanjaard spanjaarden surinamer surinamers syriër syriërs tamils thai thailander tsjech tsjechen
    tsjetsjenen tunesiër tunesiërs turk turken twentenaar tukkers vietnamees vietnamezen vlaming vlamingen zeeuw zeeuwen
    zweden zwitser zwitsers utrechter utrechters amsterdammer amsterdammers rotterdammer rotterdammers hagenaars
    hagenezen westerling westerlingen
    boeddhist boeddhisten christenen hindoe hindoes moslima moslima's moslims moslimmannen moslimvrouwen katholieken
    protestant protestanten gereformeerden sikhs soefi's soennieten sjiieten alevieten jehova's salafist salafisten
    islamist islamisten zionist zionisten calvinisten
    afghan afghans african africans albanian albanians algerian algerians american americans antillean arab arabs
    armenian armenians asian asians belgian belgians bosnian british brazilian bulgarian bulgarians canadian chinese
    colombian congolese cuban czech danish dutch egyptian egyptians english eritrean eritreans ethiopian ethiopians
    european europeans filipino finnish french german germans ghanaian greek greeks hungarian indian indians
    indonesian iranian iranians iraqi iraqis irish israeli israelis italian italians japanese jew jews jewish korean
    kurd kurds kurdish lebanese libyan lithuanian moroccan moroccans mexican nigerian nigerians norwegian pakistani
    pakistanis palestinian palestinians pole poles polish portuguese romanian romanians russian russians scottish
    serb serbs serbian somali somalis spanish sudanese surinamese swedish swiss syrian syrians tamil thai tunisian
    turks turkish londoners zealanders ukrainian ukrainians vietnamese
    buddhist buddhists catholic catholics christians hindu hindus islamic muslim muslims protestants sikh
    """.split()  # noqa: SIM905
CAPITAL_GROUPS = frozenset(_PEOPLE) | {word + ending for word in _ADJECTIVES for ending in ("", "e", "en")}
CAPITAL_GROUPS |= {word.replace("ees", "ese") for word in _ADJECTIVES if word.endswith("ees")}

# Groups in lower case: who people are, rather than what somebody did.
GROUPS = frozenset(
    """
    allochtonen allochtoon ambtenaren arabieren armen artsen asielzoekers atheïsten autochtonen autisten babyboomers
    bejaarden bewoners bijstandsgerechtigden bijstandstrekkers bijstandsmoeders blanken boeren boomers buitenlanders
    burgers christenen complotdenkers complotgekkies daklozen dames expats fascisten feministen fietsers criminelen
    fundamentalisten gehandicapten gelovigen gelukszoekers gepensioneerden heren hetero's hindoes homo's
    homoseksuelen huiseigenaren huurders immigranten intellectuelen jeugd jongeren jongens joden journalisten
    katholieken kinderen klimaatactivisten klimaatgekkies kunstenaars laagopgeleiden leraren lesbiennes linksen
    linksmensen mannen meiden meisjes migranten millennials minima moeders moslims nazi's nieuwkomers ondernemers
    ongelovigen ongevaccineerden ouderen ouders politici politiekers populisten protestanten pubers queers raadsleden
    racisten rechtsen rijken rolstoelgebruikers scholieren senioren statushouders studenten tieners transgenders
    transvrouwen transmannen uitkeringstrekkers vaders veganisten vegetariërs vluchtelingen vrouwen wappies
    wetenschappers witten yuppen zigeuners zwarten zzp'ers elite gevaccineerden stedelingen provincialen dorpelingen
    hoogopgeleiden automobilisten scooterrijders alleenstaanden lhbti'ers lhbtiq'ers lhbt'ers communisten socialisten
    liberalen nationalisten conservatieven activisten actievoerders boa's agenten politieagenten werklozen media
    import rijkelui arbeidsmigranten arbeiders hangjongeren kakkers tokkies gutmenschen deugmensen deugers regenten
    asylum-seekers refugees migrants immigrants foreigners muslims jews christians women men boys girls youngsters
    teenagers students politicians journalists farmers civil-servants blacks whites gays lesbians elites
    conservatives liberals leftists rightists vegans believers atheists elderly
    """.split()  # noqa: SIM905
)
# A crowd named as one ("that people", "the left"): singular, with "die", "dat" or nothing before it.
CROWDS = frozenset("elite volk volkje links rechts jeugd tuig zootje stelletje gajes soort kamp media politiek".split())  # noqa: SIM905


def names_capital_group(word: str) -> bool:
    """Whether a word is a nationality, people or faith, such as "Marokkaanse" or "Moslims"."""
    return word.lower() in CAPITAL_GROUPS


def names_group(word: str) -> bool:
    """Whether a word, capitalised or not, names a group of people."""
    return word.lower() in GROUPS or word.lower() in CAPITAL_GROUPS
