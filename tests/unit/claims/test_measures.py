"""What a figure measures where a word may mean several things: the noun counted or its place decides."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def measures(body: str) -> dict[str, str]:
    """The measure of each figure of a text, by its own words."""
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c.measure for c in claims}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The fire took 147 homes and three lives.", {"147 homes": "home destroyed", "three lives": "killed"}),
        ("Burglaries rose to 340.", {"340": "burglary"}),
        ("By Friday cancelled flights had risen to 340.", {"340": "flight cancelled"}),
        ("Homes destroyed rose to 31.", {"31": "home destroyed"}),
        ("Temperatures reached 34.", {"34": ""}),
        ("The Lions reached 12.", {"12": ""}),
        ("Two deaths raise the homicide total to 104.", {"Two deaths": "killed", "104": "homicides"}),
        ("The heaters caused 34 fires.", {"34 fires": "fire"}),
        ("Fires: 34", {"34": "fire"}),
        ("Some 73 students took the test.", {"Some 73 students": "student"}),
        ("Some 4.6 per cent of patients have died.", {"Some 4.6 per cent": "fatality rate"}),
        ("Ten holdings are infected.", {"Ten holdings": "farm infected"}),
        ("Bird flu was found on 9 farms.", {"9 farms": "farm infected"}),
        ("Patients waited 11 hours.", {"11 hours": "waiting time"}),
        ("The storm put off 40 appointments.", {"40 appointments": "appointment cancelled"}),
        ("Some 740 nurses called in sick.", {"Some 740 nurses": "off sick"}),
        ("He faces up to 20 years in prison.", {"up to 20 years": "maximum term"}),
        ("The drone was hovering at 300 metres.", {"300 metres": "altitude"}),
        ("The ship came within 300 metres of the reef.", {"300 metres": "closest approach"}),
        ("The state debt will mount to 3 trillion euros.", {"3 trillion euros": "public debt"}),
        ("The treasury announced cuts of 18 billion euros.", {"18 billion euros": "savings"}),
        ("The shortfall will come to 28 billion euros.", {"28 billion euros": "deficit"}),
        ("It cut its reading of first-quarter growth to 0.2 percent.", {"0.2 percent": "economic growth"}),
        ("The network owes $1.4 trillion.", {"$1.4 trillion": "debt"}),
        ("Of the 40 homes 12 burned down.", {"40 homes": "home", "12": "home destroyed"}),
        ("Of the 40 homes, 12 are destroyed.", {"40 homes": "home", "12": "home destroyed"}),
        ("Twelve of the 40 homes burned down.", {"Twelve": "home destroyed", "40 homes": "home"}),
        ("12 of the 40 homes destroyed were rebuilt.", {"12": "home rebuilt", "40 homes": "home destroyed"}),
        ("The storm destroyed 3 of 9 wells.", {"3": "well destroyed", "9 wells": "well"}),
        ("The flood destroyed 40 of the village's 90 homes.", {"40": "home destroyed", "90 homes": "home"}),
        ("Gunners knocked all 24 drones out of the sky.", {"24 drones": "drone intercepted"}),
        ("Some 90 artillery rounds landed.", {"Some 90 artillery rounds": "shell fired"}),
        ("It sent 12 unmanned vehicles.", {"12 unmanned vehicles": "drone fired"}),
        ("In all 36 projectiles were expended.", {"36 projectiles": "projectile fired"}),
        ("Of the 40 who died, 12 were hit.", {"40": "killed", "12": "shot"}),
        ("Nearly 120 men battled the flames for four hours.", {"Nearly 120 men": "deployed", "four hours": "duration"}),
        (
            "In all 24 homes burned, 42 are damaged; the other 14 of the 80 are intact.",
            {"24 homes": "home destroyed", "42": "home damaged", "14": "home intact", "80": ""},
        ),
        ("Three divers suffered mild hypothermia.", {"Three divers": "injured"}),
        ("Injured officers: 38.", {"38": "injured"}),
        ("Police: 38.", {"38": ""}),
        ("31 of the accused were acquitted.", {"31": "acquitted"}),
        ("Two men killed the guard.", {"Two men": "man"}),
        ("40 homes burned the night before.", {"40 homes": "home destroyed"}),
        ("700 tractors blocked the motorway.", {"700 tractors": "tractor"}),
        ("There were 94 burned vehicles.", {"94 burned vehicles": "vehicle destroyed"}),
        ("Three missiles struck the town.", {"Three missiles": "missile fired"}),
        ("4,120 ballots were declared void.", {"4,120 ballots": "spoiled ballots"}),
        ("Returns from 1,204 polling stations are in.", {"1,204 polling stations": "stations counted"}),
        ("The Rural Union dropped 27 seats.", {"27 seats": "seats lost"}),
        ("A revolt by 41 backbenchers shook it.", {"41 backbenchers": "rebelled"}),
        ("Refugee status was granted to 2,200 people.", {"2,200 people": "granted"}),
        ("Guards prevented 950 people from entering.", {"950 people": "turned back"}),
        ("31 detainees remain behind bars.", {"31 detainees": "still in custody"}),
        ("Medics treated 12 workers at the scene.", {"12 workers": "treated"}),
        ("The inn put up 60 villagers in its rooms.", {"60 villagers": "villager"}),
        ("Some 60 villagers were put up in hotels.", {"Some 60 villagers": "sheltered"}),
        ("The water supply to 300 homes was cut off.", {"300 homes": "without water"}),
        ("The plant brings water to 300 homes.", {"300 homes": "home"}),
        ("It took crews nine minutes to reach the scene.", {"nine minutes": "response time"}),
        ("A patrol stopped 60 people trying to cross.", {"60 people": "intercepted"}),
        ("The raft drifted 14 nautical miles out.", {"14 nautical miles": "distance"}),
        ("Crews have bored through 35 metres of rock.", {"35 metres": "drilled"}),
        ("Four guards got away with cuts and bruises.", {"Four guards": "injured"}),
        ("Two miners sustained a concussion.", {"Two miners": "injured"}),
        ("Six volunteers collapsed from heat exhaustion.", {"Six volunteers": "injured"}),
        ("Two firms suffered cuts to their budgets.", {"Two firms": "company"}),
        ("The gym took in 230 people overnight.", {"230 people": "sheltered"}),
        ("The jail held 230 people in cells.", {"230 people": ""}),
        ("At the fairgrounds 160 slept last night.", {"160": "sheltered"}),
        ("The flood sent 900 people fleeing.", {"900 people": "evacuated"}),
        ("The blaze has driven 700 villagers from their beds.", {"700 villagers": "evacuated"}),
        ("The board sent 900 people a letter.", {"900 people": ""}),
        ("Of seven sailors there is still no trace.", {"seven sailors": "missing"}),
        ("Four persons were still missed.", {"Four persons": "missing"}),
        ("Some 300 emergency forces came.", {"Some 300 emergency forces": "deployed"}),
        ("The blaze consumed 300 hectares of woodland.", {"300 hectares": "burned area"}),
        ("The country lost 300 hectares of woodland.", {"300 hectares": "forest lost"}),
        ("The fire burned 57 square km.", {"57 square km": "burned area"}),
        (
            "They list 83 homes lost and 151 buildings in all.",
            {"83 homes": "home destroyed", "151 buildings": "building destroyed"},
        ),
        (
            "83 homes were lost and 151 buildings searched.",
            {"83 homes": "home destroyed", "151 buildings": "premises searched"},
        ),
        ("Structures destroyed: 118, of which residences: 71", {"118": "building destroyed", "71": "home destroyed"}),
        (
            "Some 300 vehicles were burned, including 12 buses.",
            {"Some 300 vehicles": "vehicle destroyed", "12 buses": "bus destroyed"},
        ),
        (
            "118 structures burned, of which 71 were homes.",
            {"118 structures": "building destroyed", "71": "home destroyed"},
        ),
        ("Of the 118 sheds lost, 71 were barns.", {"118 sheds": "shed destroyed", "71": "barn destroyed"}),
        ("Forty homes were, police said, destroyed.", {"Forty homes": "home destroyed"}),
        ("Twelve people have so far been arrested.", {"Twelve people": "arrested"}),
        ("Forty homes were according to the forestry authority destroyed.", {"Forty homes": "home destroyed"}),
        ("Another 2,750 people are under evacuation warnings.", {"Another 2,750 people": "on notice"}),
        ("Evacuation orders cover 5,100 people.", {"5,100 people": "evacuated"}),
        ("The plant put 12 suppliers on notice.", {"12 suppliers": "supplier"}),
        (
            "The burned area was revised to 15,300 acres from 15,900.",
            {"15,300 acres": "burned area", "15,900": "burned area"},
        ),
        ("Sixty huts no longer exist.", {"Sixty huts": "hut destroyed"}),
        ("The fire was extinguished after four hours.", {"four hours": "duration"}),
        ("The town will give 900 euros to every family whose home is lost.", {"900 euros": "compensation"}),
        ("The power supply remains interrupted for 1,300 consumers.", {"1,300 consumers": "without power"}),
        ("140 residents were moved to a sports hall.", {"140 residents": "evacuated"}),
        ("Two were hurt and eleven could not be accounted for.", {"Two": "injured", "eleven": "missing"}),
        ("Twelve people required medical care.", {"Twelve people": "treated"}),
        (
            "Some 212 people (88 families) were evacuated, of whom 64 are housed in a school.",
            {"Some 212 people": "evacuated", "88 families": "evacuated", "64": "sheltered"},
        ),
        (
            "The dead are nine, not 11: two patients recovered.",
            {"nine": "killed", "11": "killed", "two patients": "patient"},
        ),
        ("Two patients had been entered as deceased.", {"Two patients": "wrongly counted"}),
        ("Two people have been confirmed dead.", {"Two people": "killed"}),
        ("The airline placed an order for 20 jets.", {"20 jets": "aircraft ordered"}),
        ("It signed up for 12 million doses at $9 a dose.", {"12 million doses": "dose ordered", "$9 a dose": "cost"}),
        ("The film grossed $120 million.", {"$120 million": "box office"}),
        ("The film took $45 million on its opening weekend.", {"$45 million": "opening takings"}),
        ("The start-up closed a $45 million funding round.", {"$45 million": "funding raised"}),
        ("The journey takes 95 minutes.", {"95 minutes": "travel time"}),
        ("45,000 people signed the petition.", {"45,000 people": "signatures"}),
        ("The petition gathered 45,000 signatures.", {"45,000 signatures": "signatures"}),
        ("640 children attend the school.", {"640 children": "enrolment"}),
        ("Some 640 children attended the rally.", {"Some 640 children": "attendance"}),
        ("Last year 1,450 firms collapsed.", {"1,450 firms": "bankrupt"}),
        ("In the quake 12 shops collapsed.", {"12 shops": "shop destroyed"}),
        ("The rocket launched 36 satellites.", {"36 satellites": "satellite placed in orbit"}),
        ("The army launched 36 missiles.", {"36 missiles": "missile fired"}),
        ("The maker is recalling 56,000 cars.", {"56,000 cars": "car recalled"}),
        ("Joblessness stood at 5.1 percent.", {"5.1 percent": "unemployment"}),
        ("Schools lack 3,400 teachers.", {"3,400 teachers": "lacking"}),
        ("Hotels recorded 3.3 million overnight stays.", {"3.3 million overnight stays": "overnight stays"}),
        ("The bidding went on until it fetched $31 million.", {"$31 million": "cost"}),
        ("All say that 14 people were in the aircraft.", {"14 people": "aboard"}),
        ("Eleven patients have lost their sight.", {"Eleven patients": "blinded"}),
        ("The hunters lost sight of 12 deer.", {"12 deer": "deer"}),
        ("Seventy-two are still under treatment.", {"Seventy-two": "hospitalised"}),
        ("Police picked up 12 people in Osk.", {"12 people": "arrested"}),
        ("The ferry picked up 12 people in Osk.", {"12 people": ""}),
        ("The guns destroyed 19 saboteurs.", {"19 saboteurs": "killed"}),
        ("Turnout was 71 percent. She won by 1.9 points.", {"71 percent": "turnout rate", "1.9 points": "lead"}),
        ("The arena has a capacity of 5,000 kilowatts.", {"5,000 kilowatts": "power capacity"}),
        ("The party took 147 seats.", {"147 seats": "seats won"}),
        ("Gunners destroyed 30 drones over the port.", {"30 drones": "drone intercepted"}),
        ("The flood destroyed 30 barns.", {"30 barns": "barn destroyed"}),
        ("Airbags saved 44 lives that year.", {"44 lives": "rescued"}),
        ("Judges on the panel: 9.", {"9": "judge"}),
        ("Food parcels handed out: 3,200.", {"3,200": "package delivered"}),
        ("Number of outlets: 340.", {"340": "shop"}),
        ("The number of candidates stood at 14.", {"14": "candidate"}),
        ("The wounded number 31.", {"31": "injured"}),
        ("The number of deaths in the train accident stood at 27.", {"27": "killed"}),
        ("The number of people in the train stood at 27.", {"27": "aboard"}),
        ("Twelve men in the crowd were hurt.", {"Twelve men": "injured"}),
        ("The thermometer showed 46.3 degrees.", {"46.3 degrees": "temperature"}),
        ("The list of the missing has 52 names.", {"52 names": "missing"}),
        ("Officers being held by the prisoners: nine.", {"nine": "captive"}),
        ("Traffic was stopped on 22 roads.", {"22 roads": "road closed"}),
        ("The chain will shut 22 shops for good.", {"22 shops": "shop closed for good"}),
        ("Nine of its libraries closed for the day.", {"Nine": "library closed"}),
        ("Lake Torrow sank to 31.5 per cent in a week.", {"31.5 per cent": "fill level"}),
        ("Support for the dam stood at 31 per cent.", {"31 per cent": "poll support"}),
        ("For: 214. Against: 87.", {"214": "votes for", "87": "votes against"}),
        ("The law was adopted with 214 votes.", {"214 votes": "votes for"}),
        ("Seats won: 64.", {"64": "seats won"}),
        ("Voting centres: 8,400.", {"8,400": "polling stations"}),
        ("The gap between the candidates is 6.4 points.", {"6.4 points": "lead"}),
        ("The waiting list stood at 54,000.", {"54,000": "waiting"}),
        ("The deficit of physicians amounts to 430.", {"430": "lacking"}),
        ("The sum of the claim is 9 million euros.", {"9 million euros": "damages sought"}),
        ("The contract foresees the delivery of 54 tanks.", {"54 tanks": "tank ordered"}),
        ("Spending on the army came to 7.8 billion euros.", {"7.8 billion euros": "defence spending"}),
        ("The sown area amounted to 310,000 hectares.", {"310,000 hectares": "crop area"}),
        ("Dogs rescued: 93.", {"93": "dog"}),
        ("The number of dogs freed rose to 93.", {"93": "dog"}),
        ("Confirmed fatalities: 93.", {"93": "killed"}),
        ("The number of the missing rises to 93.", {"93": "missing"}),
        ("ISLE HORRORS: 17 drown.", {"17": "killed"}),
        ("Nine thrill-seekers are dead.", {"Nine thrill-seekers": "killed"}),
        ("The slide killed 12 classmates.", {"12 classmates": "killed"}),
        ("Police nicked 37 thugs.", {"37 thugs": "arrested"}),
        ("The shells killed three field commanders.", {"three field commanders": "killed"}),
        ("Forty thugs tunnelled out of the jail.", {"Forty thugs": "escaped"}),
        ("The hotline received 3,400 calls.", {"3,400 calls": "call"}),
        ("The army received 40 tanks.", {"40 tanks": "tank delivered"}),
        ("The fire killed three blacksmiths.", {"three blacksmiths": "killed"}),
        ("The attacker stabbed eight people.", {"eight people": "injured"}),
        ("Eight people were stabbed to death.", {"Eight people": "killed"}),
        ("The rebels handed over 12 hostages.", {"12 hostages": "freed"}),
        ("The remaining 14 will be handed over in May.", {"14": ""}),
        ("There are 12 dead elms in the park.", {"12 dead elms": "elm"}),
        ("Some 700,000 cattle have perished.", {"Some 700,000 cattle": "cow killed"}),
        ("Some 700 people have perished.", {"Some 700 people": "killed"}),
        ("The fish kill is put at 7,400.", {"7,400": "fish killed"}),
        ("The gas killed two people, left about 80 gasping for air.", {"two people": "killed", "about 80": "injured"}),
        ("Three miners had come to death in the shaft.", {"Three miners": "killed"}),
        ("Persons seeking care: 208.", {"208": "treated"}),
        ("Divers are seeking 12 anglers.", {"12 anglers": "missing"}),
    ],
)
def test_the_noun_counted_decides_what_an_ambiguous_verb_means(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "figure", "expected"),
    [
        ("The gas ignited 820ft down, on a new face.", "820ft", "depth"),
        ("He walked 820ft with his head down.", "820ft", "foot"),
        ("Crews fought a 12,000-acre blaze.", "12,000-acre", "burned area"),
        ("The blaze passed a 12,000-acre farm.", "12,000-acre", "acre"),
        ("The 210-megawatt plant at Orlec is late.", "210-megawatt", "power capacity"),
        ("Press note: Orlec Hydropower Project (210 MW).", "210 MW", "megawatt"),
        ("The plant buys a 210 MW turbine.", "210 MW", "megawatt"),
    ],
)
def test_some_words_tell_a_measure_only_right_behind_the_figure(body: str, figure: str, expected: str) -> None:
    assert measures(body)[figure] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The tramway has swallowed 310 million euros.", {"310 million euros": "cost"}),
        ("The tramway will devour 310 million euros.", {"310 million euros": "cost"}),
        ("The opening was pushed back by three years.", {"three years": "delay"}),
        ("The hall opens with three years of delay.", {"three years": "delay"}),
        ("The flight was put off by the crew after three years.", {"three years": "year"}),
        ("The weir has a crest length of 120 m.", {"120 m": "length"}),
        ("The river had a crest of 12 metres.", {"12 metres": "water level"}),
        ("A supply tunnel of 4.2 km and an underground hall were dug.", {"4.2 km": "length"}),
        ("The bank lowered the key interest by 0.5 percentage points.", {"0.5 percentage points": "rate move"}),
        ("The bank left the key interest at 3.5 percent.", {"3.5 percent": "interest rate"}),
        ("Interest in the party rose by 3 percentage points.", {"3 percentage points": "percentage point"}),
        ("A family with a mortgage of 200,000 euros pays more.", {"200,000 euros": "debt"}),
    ],
)
def test_works_and_loans_are_told_of_in_the_words_of_many_desks(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("They packed 340 guests into a six-storey hotel.", {"340 guests": "on site", "six-storey": "storeys"}),
        ("Some 340 clerks work in the six-storey block.", {"Some 340 clerks": "clerk", "six-storey": "storeys"}),
        ("The 12- and 14-storey blocks.", {"12": "storeys", "14-storey": "storeys"}),
        ("It began as a four-point lead and shrank to 0.7 points.", {"four-point": "lead", "0.7 points": "lead"}),
        ("Of 45 captives, 31 were freed.", {"45 captives": "hostage", "31": "freed"}),
        ("Four captives, 31 guards were freed.", {"Four captives": "freed", "31 guards": "freed"}),
        ("They shot a guard and took at least 38 clerks hostage.", {"at least 38 clerks": "abducted"}),
        ("It ended after a 30-hour siege.", {"30-hour": "duration"}),
        ("The siege began 30 hours later.", {"30 hours": "hour"}),
        ("Five guardsmen fell on the field of honour.", {"Five guardsmen": "killed"}),
        ("Prices fell in 12 towns.", {"12 towns": "town"}),
    ],
)
def test_what_belongs_to_one_figure_tells_of_no_other(body: str, expected: dict[str, str]) -> None:
    assert expected.items() <= measures(body).items()


def test_people_named_by_their_work_are_counted_as_sent_only_where_nothing_else_is_told_of_them() -> None:
    assert measures("Two villages and 650 firefighters from the north.")["650 firefighters"] == "deployed"
    told = measures("Fifty-two people are dead: 46 miners and six firefighters, who had gone in on Thursday.")
    assert told["six firefighters"] == "killed"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Four of the 12 people on board were killed.", {"Four": "killed", "12 people": "aboard"}),
        ("Four of 12 passengers died.", {"Four": "killed", "12 passengers": "passenger"}),
        ("Nine out of 14 patients died.", {"Nine": "killed", "14 patients": "patient"}),
        (
            "Police said eight of the 30 people detained had been charged.",
            {"eight": "charged", "30 people": "detained"},
        ),
        ("Two of the three men injured in the blast are in hospital.", {"Two": "hospitalised", "three men": "injured"}),
        ("The list closes at 77 dead, out of 1,084 residents.", {"77 dead": "killed", "1,084 residents": "resident"}),
        ("Of the 12 people on board, four were killed.", {"12 people": "aboard", "four": "killed"}),
    ],
)
def test_a_predicate_tells_of_the_part_and_not_of_its_whole(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("More than 200 people gave blood for those who were injured.", {"More than 200 people": ""}),
        ("The mayor thanked 40 doctors who helped people who were injured.", {"40 doctors": "doctor"}),
        ("Twelve of the passengers who were in the last coach died.", {"Twelve": "killed"}),
        ("SHIP OF DEATH: 19 DEAD as 80,000 watch", {"19 DEAD": "killed", "80,000": ""}),
        (
            "The train, with thirteen dead, ran at 138 km/h in a stretch limited to 80.",
            {"thirteen dead": "killed", "138 km/h": "kilometre per hour", "80": "speed limit"},
        ),
        ("About 30 people were killed or injured.", {"About 30 people": "casualties"}),
        ("The storm left 120 people dead or missing.", {"120 people": "killed or missing"}),
        ("Twelve people were killed and 40 injured.", {"Twelve people": "killed", "40 injured": "injured"}),
    ],
)
def test_a_word_about_others_tells_nothing_of_a_figure(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The centre took in 212 birds. Thirty-seven of them have died.",
            {"212 birds": "bird", "Thirty-seven": "bird killed"},
        ),
        ("Fire destroyed 120 houses, 40 of them in Orla.", {"120 houses": "home destroyed", "40": "home destroyed"}),
        ("The bus had 40 passengers. Twelve of them died.", {"40 passengers": "aboard", "Twelve": "killed"}),
        ("They bought three boats. Twelve of them drowned.", {"three boats": "boat", "Twelve": "killed"}),
        ("The farm has 212 birds. It rained. Two of them died.", {"212 birds": "bird", "Two": "killed"}),
    ],
)
def test_of_them_points_back_to_what_was_counted_last(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("Turnout was 71 percent. She won by 1.9 points.", "percentage point"),
        ("The home team won by 12 points.", "point"),
        ("Turnout was 71 percent. The index lost 64 points.", "point"),
    ],
)
def test_points_beside_shares_are_percentage_points(body: str, unit: str) -> None:
    *_, last = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert last.quantity.unit == unit


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Two rockets hit the port.", {"Two rockets": "missile fired"}),
        ("The shell hit two cars.", {"two cars": "car damaged"}),
        ("Divers are looking for five fishermen.", {"five fishermen": "missing"}),
        ("Police are looking for five gunmen.", {"five gunmen": "at large"}),
        ("We lost six people.", {"six people": "killed"}),
        ("The town lost 300 people to the cities.", {"300 people": ""}),
        ("The village of 1,100 people lies in ruins.", {"1,100 people": "population"}),
        ("The toll in the town of Orla stands at 41.", {"41": "killed"}),
        ("The party holds 61 seats.", {"61 seats": "seat"}),
        ("The ferry was licensed for 240.", {"240": "capacity"}),
        ("There were 284 people below.", {"284 people": "underground"}),
        ("Some 235 of the miners walked out on their own feet.", {"Some 235": "rescued"}),
        ("Some 235 of the miners walked out.", {"Some 235": "on strike"}),
    ],
)
def test_what_is_done_to_whom_decides(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("measure", "bodies"),
    [
        ("sanctioned", ("The bloc blacklisted 48 people.", "Sanctions hit 48 people.", "48 people were sanctioned.")),
        ("asylum sought", ("5,400 people applied for asylum.", "Asylum applications: 5,400.")),
        ("hungry", ("640,000 people face hunger.", "640,000 people are on the brink of famine.")),
        ("aided", ("The agency fed 240,000 people.", "240,000 people received food parcels.")),
        ("expelled", ("Kestria expelled ten diplomats.", "Ten diplomats were declared persona non grata.")),
        ("withdrawn", ("The country recalled 1,200 soldiers.", "1,200 troops were pulled out.")),
        ("tank destroyed", ("The enemy lost 19 tanks.", "19 tanks were knocked out.", "Tanks destroyed: 19.")),
        ("tank delivered", ("The ally supplied 31 tanks.", "31 tanks were handed over.")),
        ("drone intercepted", ("Crews knocked 64 drones out of the sky.", "Drones downed: 64.")),
        ("returned", ("11,000 refugees were repatriated.", "11,000 refugees went back.")),
        ("malnourished", ("85,000 children are acutely malnourished.", "85,000 people suffer from malnutrition.")),
        ("out of school", ("2.5 million children are out of school.", "2.5 million pupils do not go to school.")),
        ("recruited", ("The militia recruited 400 boys.", "400 boys were forced to fight.")),
        ("evacuated", ("Authorities moved 4,000 people to safety.", "4,000 residents were told to leave.")),
        ("country signed", ("The treaty was signed by 66 countries.", "66 nations acceded to the treaty.")),
        ("unhurt", ("54 passengers emerged unscathed.", "54 people escaped unharmed.")),
        ("home damaged", ("Forty homes were hit by the storm.", "Windows were blown out in 40 houses.")),
        ("air strikes", ("The city was hit by 30 air strikes.", "Warplanes conducted 30 air strikes.")),
    ],
)
def test_desks_that_word_one_count_in_their_own_ways_tell_one_measure(measure: str, bodies: tuple[str, ...]) -> None:
    assert [measures(body).popitem()[1] for body in bodies] == [measure] * len(bodies)


@pytest.mark.parametrize(
    ("wordings", "measure"),
    [
        (
            ["The jury cleared four men.", "Four were found not guilty.", "The court acquitted four people."],
            "acquitted",
        ),
        (["Charges were brought against 17 people.", "17 people have been indicted."], "charged"),
        (
            ["Prosecutors called for 12 years behind bars.", "The prosecution demanded 12 years in jail."],
            "sentence sought",
        ),
        (["The recall covers 320,000 cars.", "The maker called back 320,000 cars."], "car recalled"),
        (["12 inmates were caught.", "12 fugitives were tracked down.", "Police recaptured 12 inmates."], "recaptured"),
        (["Police are looking for eight robbers.", "Eight suspects are on the run."], "at large"),
        (["Two bombs went off.", "Two blasts ripped through the market."], "explosions"),
        (["The gang conned pensioners out of $64 million.", "The fraud netted $64 million."], "stolen"),
        (["The breach hit 1.2 million customers.", "The data of 1.2 million customers were stolen."], "data exposed"),
        (["The number of burglaries rose to 5,300.", "Police recorded 5,300 burglaries."], "burglary"),
    ],
)
def test_one_question_in_the_words_of_many_desks(wordings: list[str], measure: str) -> None:
    """Verbs, nouns and labels that different papers put for one thing give one measure."""
    assert [list(measures(w).values()) for w in wordings] == [[measure]] * len(wordings)


@pytest.mark.parametrize(
    ("body", "not_this"),
    [
        ("Police cleared 400 people from the square.", "acquitted"),
        ("Rescuers are looking for eight climbers.", "at large"),
        ("The blast killed two men.", "explosions"),
        ("She recalled 12 meetings with the mayor.", "meeting recalled"),
    ],
)
def test_what_only_sounds_like_a_crime(body: str, not_this: str) -> None:
    assert not_this not in measures(body).values()


@pytest.mark.parametrize(
    ("body", "figure", "expected"),
    [
        ("The storm felled 700 trees.", "700 trees", "tree felled"),
        ("The wind brought down 700 trees.", "700 trees", "tree felled"),
        ("The town planted 700 trees.", "700 trees", "tree planted"),
        ("The climber fell 60 metres down a slope.", "60 metres", "fall"),
        ("A 60-metre plunge killed the climber.", "60-metre", "fall"),
        ("The river fell 2 metres overnight.", "2 metres", "metre"),
        ("The ship lost 900 tonnes of oil.", "900 tonnes", "spilled"),
        ("The refinery bought 900 tonnes of oil.", "900 tonnes", "tonne"),
        ("Workers removed 300 tonnes of oil from the beach.", "300 tonnes", "spill recovered"),
        ("Hailstones measured 7 centimetres.", "7 centimetres", "hail size"),
        ("Residents were told to stay 6 kilometres away from the crater.", "6 kilometres", "radius"),
        ("The town is 6 kilometres away.", "6 kilometres", "distance"),
        ("The 320-metre bridge gave way.", "320-metre", "length"),
        ("A dog bit five people.", "five people", "bitten"),
        ("Nurses gave the shot to 960 children.", "960 children", "vaccinated"),
        ("Lightning struck 12 people.", "12 people", "injured"),
        ("Vets put down 850 birds.", "850 birds", "bird killed"),
        ("Six carriages overturned.", "Six carriages", "carriage overturned"),
    ],
)
def test_disasters_are_told_of_in_the_words_of_many_desks(body: str, figure: str, expected: str) -> None:
    assert measures(body)[figure] == expected


@pytest.mark.parametrize(
    ("body", "figure", "expected"),
    [
        ("The union put the crop at 1.8 million tonnes.", "1.8 million tonnes", "harvest"),
        ("In 2024 growers gathered 40,000 tonnes of olives.", "40,000 tonnes", "harvest"),
        ("The silos held 290,000 tonnes of rye.", "290,000 tonnes", "stocks"),
        ("Shipments came to 1.4 million tonnes.", "1.4 million tonnes", "exports"),
        ("The smelter turned out 90,000 tonnes of zinc.", "90,000 tonnes", "output"),
        ("The fleet landed 12,000 tonnes of herring.", "12,000 tonnes", "catch"),
        ("A barge carried 12,000 tonnes of herring.", "12,000 tonnes", "cargo"),
        ("On 47,000 hectares the wheat was ploughed under.", "47,000 hectares", "crop area lost"),
        ("The reserves suffice for hardly four weeks.", "four weeks", "supply lasts"),
        ("The clinic has oxygen for six days.", "six days", "supply lasts"),
        ("The thieves were inside for four minutes.", "four minutes", "minute"),
        ("He spent four years inside.", "four years", "prison term"),
        ("Three masked men broke into the vault.", "Three masked men", "robber"),
        ("Four raiders dropped through the roof.", "Four raiders", "robber"),
        ("Six men were robbed in the street.", "Six men", "man"),
    ],
)
def test_goods_supplies_and_break_ins(body: str, figure: str, expected: str) -> None:
    assert measures(body)[figure] == expected


def test_a_number_that_is_all_a_paper_says_goes_on_about_the_question_before_it() -> None:
    body = "It came seven minutes after the alarm. The union of the two guards on duty has a log that says eleven."
    assert measures(body)["eleven"] == measures(body)["seven minutes"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Six of the wounded died.", "killed"),
        ("Nine of the survivors are missing.", "missing"),
        ("Nine of the survivors were in critical condition.", "hospitalised"),
        ("Six of the dead were children.", "killed"),
        ("Six of the injured came from Osk.", "injured"),
        ("The director counts 14 dead, and not the nine of Lorn.", "killed"),
        ("Six children were among the corpses.", "killed"),
        ("The ministry regrets the decease of nine patients.", "killed"),
        ("The flood took the life of 21 villagers.", "killed"),
    ],
)
def test_what_is_said_of_some_tells_more_than_who_they_are(body: str, expected: str) -> None:
    assert set(measures(body).values()) == {expected}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Have been killed 12 persons.", {"12 persons": "killed"}),
        ("In the accident died 12 people.", {"12 people": "killed"}),
        ("Yesterday were arrested 12 people.", {"12 people": "arrested"}),
        ("Were evacuated from the hotel 70 guests.", {"70 guests": "evacuated"}),
        ("Have been cancelled 312 flights.", {"312 flights": "flight cancelled"}),
        ("The guards were killed on 12 hills.", {"12 hills": "hill"}),
    ],
)
def test_a_verb_that_opens_its_clause_has_its_subject_behind_it(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Flames devoured 20,000 books.", "book destroyed"),
        ("20,000 volumes went up in smoke.", "book destroyed"),
        ("Some 1,200 megawatts dropped off the grid.", "power lost"),
        ("The glacier has shrunk by 31 metres.", "retreat"),
        ("Only 230 lynx are left in the wild.", "population"),
        ("Volunteers planted 21,000 saplings.", "tree planted"),
        ("It was expected to fetch 8 million dollars.", "expected price"),
        ("Fans bought 41,000 tickets.", "ticket sold"),
        ("Wardens handed out 57,000 fines.", "fines issued"),
        ("The camera flashed 1,730 motorists.", "caught speeding"),
        ("The council has collected 3.4 million euros in fines.", "fine"),
        ("Residents sat without power for 11 hours.", "outage"),
        ("The tunnel has 13 kilometres.", "length"),
        ("The tower rises 212 metres.", "height"),
        ("13 paintings are gone.", "painting stolen"),
        ("The dam displaced 3,200 people.", "displaced"),
        ("3,200 people had to make way for the reservoir.", "resettled"),
        ("The council felled 300 trees.", "tree felled"),
        ("The army bought 400 vehicles.", "vehicle ordered"),
    ],
)
def test_what_towns_nature_and_sport_count(body: str, expected: str) -> None:
    assert set(measures(body).values()) == {expected}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Some 231,000 people filed for unemployment benefits last week.", "jobless claims"),
        ("The fund holds 24 percent of the brewery.", "stake"),
        ("The party holds 24 percent of the seats.", "percent"),
        ("Rates were left at 5.25 percent.", "interest rate"),
        ("The tariffs cover goods worth $34 billion.", "goods under tariffs"),
        ("The tariffs brought in $34 billion.", "USD"),
        ("The firm owes 13 billion euros in back taxes.", "tax owed"),
        ("The state spent 42 billion euros more than it took in.", "deficit"),
        ("Builders broke ground on 1.4 million homes.", "housing starts"),
        ("The order is for 70 aircraft.", "aircraft ordered"),
        ("Some 970,000 users quit the service.", "subscribers lost"),
        ("The service lost 970,000 subscribers.", "subscribers lost"),
        ("The streamer added 5.1 million subscribers.", "subscribers gained"),
        ("Its subscriber base stood at 260 million.", "subscribers"),
        ("About 1,300 subscribers are without electricity.", "without power"),
        ("The airport handled 27 million passengers.", "passengers carried"),
        ("The lira weakened to 34.2 dollars.", "exchange rate"),
        ("The peso lost 8 percent against the dollar.", "currency move"),
        ("The board approved a repurchase of its own shares of $5 billion.", "share buyback"),
    ],
)
def test_business_is_told_of_in_the_words_of_many_desks(body: str, expected: str) -> None:
    assert set(measures(body).values()) == {expected}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The bank announced 78 branch closures.", "branch closed"),
        ("Store closures: 120.", "shop closed"),
        ("The number of flight cancellations rose to 430.", "flight cancelled"),
        ("Home sales: 410,000.", "home sold"),
        ("The council spoke of 12 long closures.", "closure"),
        ("The number of new closures rose to 31.", "closure"),
        ("Industrial production: down 2.7 percent.", "industrial output"),
        ("Share price: up 9 percent.", "share move"),
    ],
)
def test_a_noun_for_what_is_done_names_the_thing_before_it(body: str, expected: str) -> None:
    assert set(measures(body).values()) == {expected}


@pytest.mark.parametrize(
    ("body", "figure", "expected"),
    [
        ("Have been arrested 28 persons.", "28 persons", "arrested"),
        ("In the blast were killed 12 people.", "12 people", "killed"),
        ("In the night were destroyed 26 houses.", "26 houses", "home destroyed"),
        ("He was killed by 12 men.", "12 men", "man"),
        ("Desertions numbered 4,000.", "4,000", "deserted"),
        ("Petitions from the villages numbered 57.", "57", "petition"),
        ("The village was shelled 36 times.", "36 times", "shelling"),
        ("Artillery strikes on the region numbered 36.", "36", "shelling"),
        ("The bishop was mentioned 36 times.", "36 times", "time"),
        ("Jets flew 22 bombing raids.", "22 bombing raids", "air strikes"),
        ("The port was attacked with 38 drones.", "38 drones", "drone fired"),
        ("Nine rockets landed in open fields.", "Nine rockets", "missile in the open"),
        ("Shells struck eight schools.", "eight schools", "school damaged"),
        ("The army massed 60,000 soldiers at the border.", "60,000 soldiers", "massed"),
        ("The kingdom handed over 40 coffins.", "40 coffins", "bodies returned"),
        ("She was held for 58 days.", "58 days", "time held"),
    ],
)
def test_war_and_crime_are_told_of_in_the_words_of_many_desks(body: str, figure: str, expected: str) -> None:
    assert measures(body)[figure] == expected
