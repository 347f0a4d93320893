"""DCAD's treaty file and its file of dyads and years, read again with the csv module."""

from made import amount, entry_of, given, lead, rows_of, stated

from sanudo.details import Agreement
from sanudo.exchange import FORMATS, dcad
from sanudo.records import Kind, Status


def pact(detail: Agreement, **fields):
    values = {"when": "2021-05-03", "contexts": ("military",), **fields}
    text = "Norway and Iceland signed a pact on 3 May 2021."
    return entry_of(text, "SUPPORT", Kind.AGREEMENT, "NOR:Norway ISL:Iceland", detail=detail, **values)


SIGNED = Agreement(
    instrument=stated("pact"),
    subjects=(stated("training"),),
    stage=stated("signed"),
    signatories=(lead("Kari Moen", "NOR"),),
    duration=amount(5, "years"),
)


def test_columns_are_those_of_the_data_set_then_ours():
    assert dcad.COLUMNS[:4] == ["ccode1", "cowName1", "ccode2", "cowName2"]
    assert dcad.COLUMNS[29] == "DCAid"
    assert [name for name in dcad.COLUMNS if name.endswith("Label")] == dcad.COLUMNS[30:]


def test_a_signed_agreement_is_a_row():
    (row,), losses = rows_of("dcad", pact(SIGNED))
    assert given(row) == {
        "ccode1": "385",
        "cowName1": "Norway",
        "ccode2": "395",
        "cowName2": "Iceland",
        "signDay": "3",
        "signMonth": "5",
        "signYear": "2021",
        "span": "5",
        "source": "https://news.example/1",
        "DCAid": "e1:1",
        "typeLabel": "sector",
        "category1Label": "training",
        "sourceTypeLabel": "news report",
    }
    assert losses.told("dcad") == "dcad: instrument and signatories of 1 event are not kept"


def test_a_date_is_kept_as_far_as_it_is_known():
    (row,), _ = rows_of("dcad", pact(SIGNED, when="2021-05"))
    assert (row["signDay"], row["signMonth"], row["signYear"]) == ("", "5", "2021")


def test_entry_into_force_is_not_signing():
    (row,), _ = rows_of("dcad", pact(Agreement(subjects=(stated("defence"),), stage=stated("in_force"))))
    assert (row["EIFYear"], row["signYear"], row["typeLabel"]) == ("2021", "", "general")


def test_what_is_left_out_is_counted_by_reason():
    entries = [
        pact(Agreement(stage=stated("negotiated"))),
        pact(Agreement(stage=stated("signed")), contexts=("economic",)),
        pact(SIGNED, status=Status.PLANNED),
        entry_of(
            "Norway, Iceland and Sweden signed it.",
            "SUPPORT",
            Kind.AGREEMENT,
            "NOR:Norway ISL:Iceland SWE:Sweden",
            detail=SIGNED,
        ),
        entry_of("Norway hit Iceland.", "ASSAULT", Kind.ATTACK, "NOR:Norway", "ISL:Iceland"),
    ]
    rows, losses = rows_of("dcad", *entries)
    assert rows == []
    assert losses.left_out == {
        "an agreement not told to be signed or in force": 1,
        "an agreement that is not on defence": 1,
        "told as planned, not as having taken place": 1,
        "an agreement that is not of two states of the Correlates of War": 1,
        "no agreement": 1,
    }


def test_a_dyad_has_a_row_for_each_year_that_the_agreement_is_said_to_last():
    rows, _ = rows_of("dcad-dyads", pact(SIGNED))
    assert [row["year"] for row in rows] == ["2021", "2022", "2023", "2024", "2025"]
    assert list(rows[0].values()) == ["385", "NOR", "395", "ICE", "2021", "0", "0", "1", "1", "1", "1"]


def test_agreements_of_one_year_make_one_row_and_the_context_alone_counts_only_broadly():
    broad = Agreement(stage=stated("signed"))
    (row,), _ = rows_of("dcad-dyads", pact(broad))
    assert (row["dcaAnyV1"], row["dcaAnyV2"], row["dcaGeneralV2"], row["dcaSectorV2"]) == ("0", "1", "0", "0")
    general = Agreement(subjects=(stated("defence"),), stage=stated("signed"))
    rows, losses = rows_of("dcad-dyads", pact(general), pact(broad, event="e1:2"), pact(broad, when=None))
    assert [(row["dcaGeneralV1"], row["dcaSectorV1"], row["dcaAnyV1"]) for row in rows] == [("1", "0", "1")]
    assert losses.left_out == {"an agreement without the year in which it began": 1}


def test_a_dyad_file_is_a_format_of_its_own():
    assert FORMATS["dcad-dyads"].suffix == "csv"
