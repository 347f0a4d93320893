import sys
from dataclasses import replace

import pytest
from build import article_of, mention_of
from ledger_help import judge

import sanudo
from sanudo.errors import MissingExtraError, UsageError
from sanudo.records import Attribution, Evidence, Kind, Place, Status

WIRE = article_of(
    "Lima and Quito signed a pact. Lima accused Bogota. Ürümqi is far.",
    published="2018-08-07",
    publisher="The Wire",
    url="https://example.org/1",
)
PACT = mention_of(
    WIRE, "SUPPORT", "PER:Lima ECU:Quito", evidence="Lima and Quito signed a pact.", kind=Kind.AGREEMENT, when="2018-08"
)
BLAME = mention_of(WIRE, "ACCUSE", "PER:Lima", "COL:Bogota", evidence="Lima accused Bogota.", kind=Kind.STATEMENT)
POST = article_of("Quito will host\nLima in spring.", published="2017-12-30", publisher="The Post")
HOST = mention_of(POST, "AGREE", "ECU:Quito", "PER:Lima", status=Status.PLANNED, when="2018-21", kind=Kind.VISIT)
UNDATED = article_of("Bogota praised Quito.")
PRAISE = mention_of(UNDATED, "SUPPORT", "COL:Bogota", "ECU:Quito", kind=Kind.STATEMENT)
ALL = [HOST, PACT, BLAME, PRAISE]


@pytest.fixture
def full(ledger, add):
    add((WIRE, PACT, BLAME), (POST, HOST), (UNDATED, PRAISE))
    return ledger


CASES = [
    ({}, ALL),
    ({"state": None, "limit": None}, ALL),
    ({"state": "PER"}, [HOST, PACT, BLAME]),
    ({"state": "USA"}, []),
    ({"between": ("ECU", "PER")}, [HOST, PACT]),
    ({"between": ("PER", "ECU")}, [HOST, PACT]),
    ({"between": ("PER", "COL"), "state": "ECU"}, []),
    ({"type": "SUPPORT"}, [PACT, PRAISE]),
    ({"kind": "statement"}, [BLAME, PRAISE]),
    ({"kind": Kind.VISIT}, [HOST]),
    ({"status": "planned"}, [HOST]),
    ({"since": "2018"}, [HOST, PACT, BLAME]),
    ({"since": "2018-06"}, [PACT, BLAME]),
    ({"until": "2018-03-01"}, [HOST]),
    ({"until": "2018-02"}, []),
    ({"since": "2018-08-31"}, [PACT]),
    ({"since": "2018-08-07", "until": "2018-08-07"}, [PACT, BLAME]),
    ({"since": "2018-05/2018-07", "until": "2018-05/.."}, [HOST, PACT, BLAME]),
    ({"text": "SIGNED a"}, [PACT]),
    ({"text": "host lima"}, [HOST]),
    ({"text": "ürümqi"}, []),
    ({"text": "%"}, []),
    ({"limit": 2}, [HOST, PACT]),
    ({"state": "PER", "type": "ACCUSE", "since": "2018-08", "text": "accused"}, [BLAME]),
]


@pytest.mark.parametrize(("filters", "wanted"), CASES)
def test_mentions_and_events_answer_to_the_same_filters(full, filters, wanted):
    ids = [mention.id for mention in wanted]
    assert [mention.id for mention in full.mentions(**filters)] == ids
    assert [event.mention_ids for event in full.events(**filters)] == [(name,) for name in ids]


def test_what_has_one_date_comes_by_its_report_and_as_it_tells_it(ledger, add):
    told = [f"Oslo met Riga, round {number}." for number in range(4)]
    articles = [article_of(f"{day}: " + " ".join(told), published=day) for day in ("2018-08-08", "2018-08-07")]
    mentions = [mention_of(a, "CONSULT", "NOR:Oslo", "LVA:Riga", evidence=words) for a in articles for words in told]
    add(*((a, *[m for m in mentions if m.article_id == a.id]) for a in articles))
    wanted = [m.id for m in (*mentions[4:], *mentions[:4])]
    assert [mention.id for mention in ledger.mentions()] == wanted
    assert [event.mention_ids[0] for event in ledger.events()] == wanted
    assert [entry.mention.id for entry in ledger.known()] == wanted
    assert [article.id for article in ledger.articles()] == [articles[1].id, articles[0].id]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({}, [POST, WIRE, UNDATED]),
        ({"since": "2018"}, [WIRE]),
        ({"until": "2017-12"}, [POST]),
        ({"text": "ürümqi IS"}, [WIRE]),
        ({"state": "COL"}, [WIRE, UNDATED]),
        ({"state": "COL", "type": "SUPPORT"}, [UNDATED]),
        ({"between": ("PER", "ECU"), "limit": 1}, [POST]),
    ],
)
def test_articles_answer_by_their_own_date_and_words_and_by_their_mentions(full, filters, wanted):
    assert list(full.articles(**filters)) == wanted


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"state": "pak"}, "'pak' is no state; give three capitals"),
        ({"between": ("PER",)}, "two different states"),
        ({"between": ("PER", "PER")}, "two different states"),
        ({"between": ("PER", "peru")}, "'peru' is no state"),
        ({"type": "HUG"}, "there is no type 'HUG'; there are AGREE, CONSULT, SUPPORT, "),
        ({"kind": "party"}, "there is no kind 'party'; there are agreement, exercise, "),
        ({"status": "perhaps"}, "there are happened, ongoing, planned, possible, denied, demanded"),
        ({"since": "last May"}, "since is 'last May', which is no date"),
        ({"until": "2018-13"}, "until is '2018-13', which is no date"),
        ({"limit": 0}, "limit is 0; it must be 1 or more"),
        ({"colour": "red"}, "there is no filter 'colour'; there are state, between, "),
    ],
)
def test_what_does_not_exist_cannot_be_asked_for(full, filters, message):
    for ask in (full.events, full.mentions, full.articles):
        with pytest.raises(UsageError) as caught:
            ask(**filters)
        assert message in str(caught.value)


def test_an_event_answers_to_the_words_of_any_of_its_mentions(full):
    judge(full, "same", PACT.id, PRAISE.id)
    (event,) = full.events(text="praised")
    assert event.mention_ids == tuple(sorted((PACT.id, PRAISE.id)))
    assert event.article_ids == tuple(sorted((WIRE.id, UNDATED.id)))


def test_records_are_found_by_the_beginning_of_their_id(full):
    event = full.events(type="ACCUSE")[0]
    assert full.get(event.id) == event
    assert full.get(event.id[:14]) == event
    assert full.get(event.id.removeprefix("e1:")) == event
    assert full.get(BLAME.id[3:15]) == BLAME
    assert full.get(WIRE.id) == WIRE == full.article(WIRE.id)


def test_an_ambiguous_beginning_lists_what_it_may_mean(ledger, add):
    articles = [article_of("Oslo.", id=f"a1:aa{number}") for number in range(7)]
    add(*((article,) for article in articles))
    with pytest.raises(UsageError, match="several ids: a1:aa0, a1:aa1, a1:aa2, a1:aa3, a1:aa4 and more"):
        ledger.get("aa")
    assert ledger.get("aa1") == articles[1]


@pytest.mark.parametrize("name", ["", "zz", "e1:zz", "%", "e1:1' OR '1"])
def test_an_unknown_id_says_which_there_are(full, name):
    first = min(event.id for event in full.events())
    with pytest.raises(UsageError, match=first):
        full.get(name)


def test_an_id_is_asked_of_what_has_it(full):
    for ask in (full.article, full.event_mentions):
        with pytest.raises(UsageError, match="m1:none"):
            ask("m1:none")


def test_an_id_that_begins_another_is_found(ledger, add):
    short, long = article_of("Oslo.", id="a1:ab"), article_of("Riga.", id="a1:abc")
    add((short,), (long,))
    assert ledger.get("a1:ab") == ledger.get("ab") == short


def test_evidence_is_shown_in_its_context(full):
    (evidence,) = BLAME.evidence
    assert full.evidence_context(evidence, 6) == ("pact. ", evidence.text, " Ürümq")
    assert full.evidence_context(evidence)[0] == "Lima and Quito signed a pact. "
    with pytest.raises(UsageError, match="no such article says"):
        full.evidence_context(Evidence(WIRE.id, 0, 4, "Oslo"))


def test_rows_are_a_sequence(full):
    rows = full.mentions()
    assert len(rows) == 4
    assert rows[0] == HOST
    assert rows[-1] == PRAISE
    assert list(rows[1:3]) == list(rows)[1:3]
    assert HOST in rows
    assert rows.index(PRAISE) == 3
    assert "4 rows" in repr(rows)
    with pytest.raises(IndexError):
        rows[4]


def test_rows_stay_what_they_were(full, add):
    rows = full.mentions()
    add((article_of("Riga met Oslo."), mention_of(article_of("Riga met Oslo."), "CONSULT", "LVA:Riga NOR:Oslo")))
    assert list(rows) == ALL
    assert len(full.mentions()) == 5


def test_a_snapshot_holds_while_a_writer_works(full, add):
    with full.snapshot():
        before = len(full.mentions())
        add((article_of("Riga met Oslo."), mention_of(article_of("Riga met Oslo."), "CONSULT", "LVA:Riga NOR:Oslo")))
        assert len(full.mentions()) == before
    assert len(full.mentions()) == before + 1


def test_tables_are_flat(ledger, add):
    told = replace(
        HOST,
        where=Place("ECU", "Quito", 3652462, -0.22, -78.51),
        attribution=Attribution("the palace", "said", 0, 5),
        contexts=("diplomatic", "military"),
    )
    add((POST, told))
    (row,) = ledger.events().to_arrow().to_pylist()
    event = ledger.events()[0]
    assert row == {
        "id": event.id,
        "mention_ids": told.id,
        "article_ids": POST.id,
        "origin": None,
        "type": "AGREE",
        "mode": None,
        "contexts": "diplomatic;military",
        "kind": "visit",
        "status": "planned",
        "actors": "ECU",
        "recipients": "PER",
        "symmetric": False,
        "when": "2018-21",
        "when_basis": None,
        "country": "ECU",
        "place": "Quito",
        "lat": -0.22,
        "lon": -78.51,
        "attribution": "the palace",
        "detail": None,
        "confidence": 0.9,
        "evidence": POST.text,
        "publisher": "The Post",
        "published": "2017-12-30",
        "url": None,
        "sources": 1,
        "disputed": "",
        "judged": "",
    }
    (mention,) = ledger.mentions().to_arrow().to_pylist()
    assert {name: mention[name] for name in row if name in mention} == {
        **{name: value for name, value in row.items() if name in mention},
        "id": told.id,
    }
    assert (mention["event_id"], mention["article_id"], mention["model"]) == (event.id, POST.id, "none")


def test_every_list_turns_into_a_table_even_when_it_is_empty(ledger, full):
    lists = (full.events(), full.mentions(), full.articles(), full.runs(), full.problems(), full.judgements())
    for rows in (*lists, full.events(state="USA"), full.articles(state="USA")):
        table = rows.to_arrow()
        assert table.num_rows == len(rows)
        assert rows.to_polars().shape == table.shape == rows.to_pandas().shape
        assert rows.to_polars().columns == table.column_names == list(rows.to_pandas().columns)


@pytest.mark.parametrize("name", ["polars", "pandas"])
def test_a_missing_package_says_how_to_get_it(full, monkeypatch, name):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError) as caught:
        getattr(full.events(), f"to_{name}")()
    assert str(caught.value).endswith("pip install 'sanudo[frames]'")


def test_the_ledger_knows_its_file(path):
    with sanudo.open(str(path), create=True) as ledger:
        assert ledger.path == path
