"""What the words of agreements say: which instrument, which of the subjects (DCAD's and a few more), how far it has come."""

from __future__ import annotations

from sanudo.detail.passage import closed

INSTRUMENTS = closed(
    memorandum=r"memorand(?:um|a|ums)(?: of (?:understanding|cooperation|intent|agreement))?|MoUs?",
    letter_of_intent=r"letters? of (?:intent|offer|acceptance)",
    treaty=r"treat(?:y|ies)|charters?",
    pact=r"pacts?|compacts?",
    contract=r"contracts?|leases?(?= (?:on|of|for|with|deal|agreement))",
    protocol=r"protocols?",
    convention=r"conventions?",
    accord=r"accords?",
    communique=r"communiqu[eé]s?|joint statement",
    declaration=r"declarations?",
    arrangement=r"arrangements?|exchange of (?:notes|letters)|(?<!of )understandings?(?! of)",
    agreement=r"agreements?",
    deal=r"(?<!to )(?<!good )(?<!great )deals?(?! with the (?:threat|problem|issue|crisis))",
    plan=r"(?:peace |action |work |road ?map |cooperation )plans?|roadmaps?",
)
SUBJECTS = closed(
    joint_exercises=r"joint (?:military )?(?:exercises?|drills?)",
    peacekeeping=r"peace-?keep\w+",
    defence_research=r"defen[cs]e (?:research|technolog\w+|science)|military (?:research|technolog\w+)",
    joint_weapons=r"(?:joint|co-?) ?(?:production|development)|co-?produc\w+",
    procurement=r"procure\w*|(?:arms|weapons?|defen[cs]e) (?:deals?|sales?|purchases?|suppl\w+|imports?|exports?)|purchas\w+|acqui\w+|(?:buy|sell|sale of|deliver\w*|supply|supplies|for|order for) (?:[\w’'-]+ ){0,5}(?:helicopters?|aircraft|jets?|missiles?|fighters?|frigates?|corvettes?|warships?|submarines?|tanks?|howitzers?|batter(?:y|ies)|(?<!chemical )(?<!nuclear )weapons?|drones?|launchers?|armou?red vehicles|air defen[cs]e systems?)",
    officer_exchange=r"exchanges? of (?:officers|cadets)|officer exchanges?|(?:military )?personnel exchanges?",
    working_groups=r"working groups?|joint commission",
    training=r"training|train(?= \w+ (?:officers|troops|soldiers|pilots|forces|police))|military education|cadets",
    classified_information=r"classified|(?:intelligence|military information|information)[- ](?:sharing|exchange)|exchange of (?:information|intelligence)|GSOMIA",
    defence_policy=r"defen[cs]e (?:policy|consultations?|dialogue)",
    defence=r"defen[cs]e|military(?:-technical| cooperation| ties| base| aid| alliance)?|armed forces|troops|warships?|naval|bases?(?! on)|status of forces|missiles?",
    security=r"security|counter-?terroris\w+|terrorism|cease-?fires?|truce|peace(?!-?keep)|hostilities|arms control|disarm\w*|denuclear\w*|non-?proliferation|chemical weapons|landmines?|(?:safe|buffer) zones?|evacuat\w+|(?:strategic|nuclear) (?:arms|weapons|forces|deal|agreement|accord|programme|program|test\w*)|incidents?|de-?escalat\w+|demilitari[sz]\w+|intelligence|cyber\w*",
    trade=r"(?:free[- ])?trade|tariffs?|econom\w+|commerc\w+|invest\w+|customs|exports?|imports?|market|tax\w*|debts?|loans?|credits?|budget\w*|financ\w+|bank\w*|fish\w*|currenc\w+|bailout|aid package|business\w*|goods|grain|wheat|textiles?|quotas?",
    energy=r"energy|gas|oil|crude|nuclear (?:power|plants?|reactors?|fuel|energy)|power (?:plants?|lines?|stations?)|reactors?|pipelines?|electric\w*|petroleum|LNG|uranium|hydropower|dam|refiner(?:y|ies)",
    transport=r"transport\w*|rail\w*|aviation|air services|flights?|(?<!air)ports?|roads?|bridges?|expressway|motorway|highway|trucks?|truck\w+|airlines?|shipping|transit|canal|corridor",
    culture=r"cultur\w+|touris\w+|heritage|sports?|museums?|film|broadcast\w*|language",
    science=r"scien\w+|technolog\w+|space|satellites?|research|academic|educat\w+|universit\w+|scholarships?|telecom\w*|digital",
    health=r"health\w*|vaccin\w+|medical|medicines?|hospitals?",
    migration=r"migra\w+|migrants?|refugees?|visas?|asylum|readmi\w+|deport\w+|labou?r|workers?|take back|returnees?",
    border=r"(?<!cross-)borders?|boundar(?:y|ies)|demarcat\w+|delimit\w+|frontiers?|territor\w+|islands?",
    justice=r"extradit\w+|prisoners?|judicial|legal assistance|crim\w+|(?-i:courts?)|law enforcement|police|policing|smuggling|rustling|drugs?|narcotics?|corruption|traffick\w+",
    environment=r"climate|(?<!political )(?<!security )(?<!business )environment\w*|water(?!s? (?:cannon|way))|river|agricultur\w+|wildlife|emissions?|forest\w*|pollution",
    other=r"friendship|good[- ]neighbou?r\w*|foreign polic\w+",
)  # fmt: skip
STAGES = closed(
    ended=r"withdr[ae]w\w*|pull(?:ed|s|ing)? out of|quit(?:s|ting)?|end(?:ed|s|ing) (?:its|the|their|a)|terminat\w+|scrap(?:ped|s|ping)?|cancel\w*|abrogat\w+|annul\w*|revok\w+|expir(?:ed|es|ing)|tor(?:e|n) up|ditched|abandon(?:ed|s|ing)?|renounc\w+|collapsed|laps(?:ed|es|ing)|walk(?:ed|s|ing)? (?:away from|out of)|denounc(?:ed|es|ing)(?= the)|ripped up|puts? an end to|left(?= the (?:[\w-]+ ){0,3}(?:treaty|pact|accord|deal|agreement|convention))",
    suspended=r"suspend\w*|freez(?:es?|ing)|froze|put on hold|let (?:\w+ )sleep|paus(?:ed|es|ing)|shelv(?:ed|es|ing)|on ice",
    in_force=r"(?:came|come|comes|coming|entered|enters|enter|entering|went|goes|go) into (?:force|effect)|took effect|takes? effect|in force|honou?r(?:ed|s|ing)?|kept|keep(?:s|ing)?|remain\w* in (?:force|place)|implement\w*|abid(?:e|es|ed|ing) by|renew(?:ed|s|ing)?|extend(?:ed|s|ing)?|prolong\w*",
    ratified=r"ratif\w+",
    initialled=r"initial(?:l)?ed|initial(?:l)?ing",
    signed=r"signed|signs|signing|ink(?:ed|s|ing)?|(?:put|puts|putting|affix(?:ed|ing)?) (?:\w+ ){1,3}(?:names?|signatures?|pen) to|exchanged signatures|seal(?:ed|s)|conclud(?:ed|es)|signature|signatory|sign(?=s? (?:a|an|the|its|their|two|three|four|several)\b)",
    submitted=r"submit\w*|tabled|handed over a draft",
    negotiated=r"negotiat\w+|hammer\w* out|finali[sz]\w+|talks on|discuss\w*|reached|reach(?:es|ing)?|clinch(?:ed|es|ing)|struck(?! down)|strik(?:e|es|ing)(?= a)|agree(?:d|s|ing)?(?= (?:to|on|upon|a|an|the|in))|accept(?:ed|s|ing)?|settl(?:ed|es|ing)|hash\w* out|work(?:ed|ing)? out|brokered|thrash\w* out|near(?:ed|ing)? (?:a|an)|talks",
    proposed=r"propos\w+|offer(?:ed|s|ing)?|suggest\w*|draft\w*|seek(?:s|ing)?|sought|want(?:s|ed)?|consider\w*|on the table|to (?:be )?sign(?:ed)?|will (?:be )?sign(?:ed)?|will conclude|call(?:ed|s|ing)? for|plan(?:s|ned|ning)? to|hop(?:es?|ed|ing) (?:to|for)|ready to|push(?:ed|es|ing)? for|urg(?:ed|es|ing)",
)  # fmt: skip
