import pytest

from sanudo.coding.sessions import unless_session
from sanudo.records import Kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (
            "The eleventh session of the Oman-India Joint Military Cooperation Committee opened in Muscat.",
            Kind.COMMITTEE,
        ),
        ("The Joint Commission on Trade met in Lima on Monday.", Kind.COMMITTEE),
        ("A mixed boundary commission will sit in October.", Kind.COMMITTEE),
        (
            "The deal was initialled after the meeting of the intergovernmental commission for military-technical cooperation.",
            Kind.COMMITTEE,
        ),
        ("Chad-Cameroon joint commission (CCJC) holds talks on bandits", Kind.COMMITTEE),
        ("The ministers met in Lima and agreed to found a joint commission.", Kind.MEETING),
        ("The UN Security Council met on Monday over the shelling.", Kind.MEETING),
        ("He met the chairman of the senate's foreign relations committee.", Kind.MEETING),
        ("They held joint talks with the board of the bank.", Kind.MEETING),
    ],
)
def test_a_meeting_of_a_joint_body_is_a_committees(words: str, kind: Kind) -> None:
    assert unless_session(Kind.MEETING, words) is kind


def test_only_meetings_change() -> None:
    words = "A treaty was signed at the session of the joint commission."
    assert unless_session(Kind.AGREEMENT, words) is Kind.AGREEMENT


def test_a_long_line_is_read_at_once() -> None:
    assert unless_session(Kind.MEETING, "the joint session of " * 50_000) is Kind.MEETING
