"""FMTR, the Foreign Military Training Report in the Security Force Monitor's edition (fmtrpt_data): a row for each training.

That report is of training by the United States alone and has no column for who trains; ours, the last, names the state. As there, the
words of the report stand beside the clean value, and each row says that nobody has checked it.
"""

from __future__ import annotations

from sanudo.details import Training
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.tables import Cell, LeftOut, Rows, table
from sanudo.exchange.told import (
    detail_of,
    doubtful,
    first_last,
    is_state,
    label,
    labels,
    lasted,
    not_done,
    number,
    place_name,
    vague,
    when_words,
)
from sanudo.records import Entry

COLUMNS = (
    "training:id:admin training:country qa:training_country_iso_3166_1 training:program training:course_title training:delivery_unit "
    "training:recipient_unit training_start_date qa:training_start_date_clean training_end_date qa:training_end_date_clean "
    "training:location training:quantity training:total_cost training:page_number training:date_first_seen:admin "
    "training:date_scraped:admin training:status:admin training:source_at_publication_level:admin "
    "training:source_at_volume_section_level:admin qa:training_group qa:training_source_url training:citation_id:admin "
    "training:source_title_with_volume_section:admin sanudo:trainer"
).split()
UNCHECKED = "Not checked against source; verify accuracy before use"


def _rows(entry: Entry, losses: Losses) -> Rows:
    training = detail_of(entry, Training)
    if training is None:
        return LeftOut("no training")
    if why := not_done(entry):
        return LeftOut(why)
    trainers, trained = entry.mention.actors, entry.mention.recipients
    if not trainers or not trained:
        return LeftOut("a training without a trainer and a trained party told apart")
    start, end = first_last(entry.mention)
    evidence = next(iter(entry.mention.evidence), None)
    shared: dict[str, Cell] = {
        "training:id:admin": entry.event_id,
        "training:program": training.programme.text if training.programme else None,
        "training:delivery_unit": "; ".join(institute.text for institute in training.institutes),
        "training:recipient_unit": training.trainees.text if training.trainees else None,
        "training_start_date": when_words(entry.mention) or entry.mention.when,
        "qa:training_start_date_clean": start.iso,
        "qa:training_end_date_clean": end.iso if lasted(entry.mention) else None,
        "training:location": place_name(entry.mention.where),
        "training:status:admin": UNCHECKED,
        "training:source_at_publication_level:admin": entry.mention.article_id,
        "qa:training_source_url": entry.url,
        "training:citation_id:admin": f"{evidence.article_id}#{evidence.start}-{evidence.end}" if evidence else None,
        "training:source_title_with_volume_section:admin": ", ".join(filter(None, (entry.publisher, entry.published))),
        "sanudo:trainer": "; ".join(labels(trainers)),
    }
    countries = {label(party): party.state for party in trained}
    if len(countries) == 1:  # of several states nobody knows who sends how many
        shared["training:quantity"] = number(training.number)
    losses.lose(
        stage=training.stage,
        first_time=training.first_time,
        that_the_number_is_not_exact=vague(training.number),
        number_of_several_states_together=training.number if len(countries) > 1 else None,
        doubt_about_the_date=doubtful(entry),
    )
    return [
        shared | {"training:country": name, "qa:training_country_iso_3166_1": code if is_state(code) else None}
        for name, code in countries.items()
    ]


FORMAT = Format("fmtr", "training as rows of the Foreign Military Training Report", "csv", table(COLUMNS, _rows))
