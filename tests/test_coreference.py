"""Measures of coreference give the figures that the literature prints, and the mentions of ECB+ are read as they are annotated."""

import pytest

from models.coreference import b3, ceaf, conll, f1, muc
from models.ecbplus import topic

# The example of Luo (2005), with his F1.
GOLD = ["12345", "67", "89ABC"]
SAID = {
    ("12345", "6789ABC"): (0.947, 0.865, 0.733),
    ("1234589ABC", "67"): (0.947, 0.737, 0.667),
    ("123456789ABC",): (0.900, 0.545, 0.294),
    tuple("123456789ABC"): (0.0, 0.400, 0.178),
}
ARTICLE = """<Document doc_name="1_1ecbplus.xml">
<token t_id="1" sentence="0" number="0">address</token>
<token t_id="2" sentence="1" number="0">Ada</token><token t_id="3" sentence="1" number="1">Byron</token>
<token t_id="4" sentence="1" number="2">took</token><token t_id="5" sentence="1" number="3">over</token>
<token t_id="6" sentence="2" number="0">The</token><token t_id="7" sentence="2" number="1">takeover</token>
<token t_id="8" sentence="2" number="2">surprised</token><token t_id="9" sentence="2" number="3">Turin</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="4"/><token_anchor t_id="5"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="7"/></ACTION_OCCURRENCE>
<ACTION_STATE m_id="3"><token_anchor t_id="8"/></ACTION_STATE>
<HUMAN_PART_PER m_id="4"><token_anchor t_id="2"/><token_anchor t_id="3"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="9" RELATED_TO="" TAG_DESCRIPTOR="takeover" instance_id="ACT1" />
</Markables>
<Relations><CROSS_DOC_COREF r_id="7" note="ACT1"><source m_id="1"/><source m_id="2"/><target m_id="9"/></CROSS_DOC_COREF></Relations>
</Document>"""


@pytest.mark.parametrize(("said", "figures"), SAID.items())
def test_the_measures_give_the_published_figures(said, figures):
    assert tuple(round(f1(measure(said, GOLD)), 3) for measure in (muc, b3, ceaf)) == figures


def test_the_mean_is_over_the_three():
    assert conll(["12345", "6789ABC"], GOLD) == pytest.approx((0.947 + 0.865 + 0.733) / 3, abs=0.001)
    assert conll(GOLD, GOLD) == 1.0


def test_mentions_of_a_topic_have_their_event_their_head_and_the_parties_of_their_sentence(tmp_path):
    folder = tmp_path / "coreference" / "ecbplus" / "1"
    folder.mkdir(parents=True)
    (folder / "1_1ecbplus.xml").write_text(ARTICLE, encoding="utf-8")
    one, other = topic(tmp_path, 1, whole=False)
    assert (one.event, one.head, one.traits.actors) == ("ACT1", "took", ("NSA:byron",))
    assert (other.event, other.head) == ("ACT1", "takeover")
    assert other.traits.actors == ("NSA:turin",)
    (both,) = topic(tmp_path, 1, whole=True)
    assert (both.event, both.traits.actors) == ("ACT1", ("NSA:byron", "NSA:turin"))
    assert {"takeo", "over"} <= set(both.traits.stems)
