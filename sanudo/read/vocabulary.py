"""The words of page furniture: what content systems and news sites print around an article.

Patterns meet a line with white space collapsed, case folded, apostrophes straight and bullets taken off
(`residue.plain_form`). Lines longer than `MAX_LABEL_CHARS` are never furniture, which also bounds the matching.
"""

from __future__ import annotations

import re

MAX_LABEL_CHARS = 400

_SITES = (
    "facebook|twitter|x|whats ?app|telegram|linkedin|instagram|youtube|google(?: ?plus|\\+| news)?|reddit|pinterest"
    "|tumblr|messenger|viber|tiktok|threads|mastodon|bluesky|flipboard|snapchat|skype|vk|line|pocket"
)
_AGENCIES = (
    "afp|reuters|ap|epa(?:-efe)?|efe|getty(?: images)?|xinhua|anadolu(?: agency)?|aa|tass|sputnik|ria novosti|pti|ani"
    "|nna|wam|spa|ina|dpa|upi|kyodo|yonhap|bernama|antara|shutterstock|alamy|ap photo|pool|handout|courtesy|file"
)
_WHEN = r"(?:\d{1,4}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|yesterday|just)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


# Words that, when a line holds no others, make it a row of buttons.
BUTTONS = frozenset(
    """
    home menu search login logout register account profile subscribe subscription share shares tweet retweet pin like
    likes liked follow followers print email e-mail sms rss facebook twitter whatsapp telegram linkedin instagram
    youtube google google+ plus reddit pinterest tumblr messenger viber tiktok threads flipboard blogthis loading close
    open opens window share: tweet: copy link url save bookmark comment comments reply cancel submit send name website
    required skip to content main navigation toggle sidebar top back next previous prev newer older post posts
    read more continue reading click here view all see show hide expand collapse load advertisement advertisements
    advert ad ads sponsored listen play pause mute fullscreen font size increase decrease text a+ a- log sign in up out
    change on via with this that it by friends new and or the a of our us your for archive archives sitemap faq
    compartir publicidad publicidade compartilhar partager publicité imprimir imprimer
    """.split()
)

# Furniture even if it ends like a sentence.
ALWAYS = _any(
    r"(?:this|our) (?:web ?)?site uses cookies.*",
    r"we (?:and our (?:\d+ )?partners )?use cookies.*",
    r"by (?:continuing|using|clicking|subscribing|signing)\b.{0,80}\byou (?:agree|accept|consent)\b.*",
    r"(?:subscribe|sign up|enter your e-?mail|join (?:us|our|the \w+ channel)|get (?:the|our|all|breaking|unlimited)"
    r"|receive|download (?:our|the)|follow (?:us|our|the \w+ channel))\b.{0,160}"
    r"(?:newsletters?|e-?mail|alerts?|updates|notifications?|inbox|channel|our app|mobile app|latest news|whats ?app"
    r"|telegram|facebook|twitter|youtube|instagram|google news)\b.{0,80}",
    r"(?:%d|\d+|one) bloggers? likes? this.*",
    r"notify me (?:of|when|by)\b.*",
    r"save my name,? e-?mail.*",
    r"(?:your e-?mail address will not be published.*|required fields are marked.*)",
    r"you are commenting using\b.*",
    r"connecting to %s",
    r"be the first to (?:comment|like|share|know)\b.*",
    r"you must be logged in to\b.*|you need to (?:log|sign) in\b.*|(?:please )?log ?in to (?:comment|post|reply)\b.*",
    r"please enable javascript\b.*|enable javascript to\b.*",
    r"this entry was posted\b.*|bookmark the permalink.*|you can follow any responses to this\b.*",
    r"(?:story|article|report) continues (?:below|after)\b.*|scroll (?:down )?to continue\b.*",
    r"(?:©|\(c\)|copyright ?(?:©|\(c\)|:|\d{4})).*|.{0,160}\ball rights reserved\b.{0,120}",
    r"disclaimer ?[:|—–-].*|\(?disclaimer\)?",
    r"(?:the )?(?:views|opinions|viewpoints)(?: and opinions| and views)? (?:and facts )?(?:expressed|published)\b.*",
    r"(?:this|the above) (?:article|story|report|piece|post|column|item)(?: was| has)?(?: been| not been)?"
    r"(?: first| originally)? (?:appeared|published|posted|edited)\b.*|the post .{1,250} appeared first on .*",
    r"[(\[](?:additional reporting|reporting|writing|editing|edited|compiled|translated) by\b.*",
    r"(?:additional reporting|editing|edited|compiled|translated) by .{2,60}|reporting by .{2,200}[;,] (?:writing|editing) by\b.*",
    r"[(\[](?:with\b.{0,40}\b(?:agencies|inputs|wires|reporting)\b|inputs from|this story|photo|image|file|pic"
    r"|representational|representative|source|video)\b.*[)\]]\.?",
    r"in this (?:[\w.]+,? ){0,8}(?:photo|photograph|handout|frame grab|screengrab|video grab|image|file picture)\b.*",
    r"(?:if you (?:find|spot|notice) (?:an? )?(?:error|mistake|typo)\b.*|report (?:an )?error.*)",
    r"published in (?:the )?[^.]{3,60}, \w+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}\.?",
    r".{0,200}(?:\[[^\]]{0,40}\b(?:"
    + _AGENCIES
    + r")\b[^\]]{0,40}\]|[/|©]\s?(?:"
    + _AGENCIES
    + r"))(?: photo| file)?\.?",
)

# Furniture unless the line ends like a sentence.
LABELS = _any(
    r"skip to\b.*|jump to\b.*|back to (?:top|home|\w+ page)|go to\b.{0,30}|you are here\b.*|you(?:'re| are) reading\b.*",
    r"(?:also|must|read|see|watch|listen|view|recommended|related|further reading|in pictures|in pics|gallery|video|photos?"
    r"|read also|watch video|watch live|don't miss|exclusive video|podcast)"
    r"(?: also| more| next| now| this| too| story| stories| articles?| news| posts?)? ?[:|»>] ?.+",
    r"(?:also|must|read) (?:also|read|see|watch)\b.*",
    r"(?:read|click|tap|see|continue|view)(?: the)?(?: more| here| full| reading)\b.*",
    r"more (?:news|stories|articles|updates|posts) (?:at|on|from|about|by|in)\b.*",
    r"(?:photo|image|picture|file|pic|photograph|illustration|screengrab|credit|courtesy|caption)s?"
    r"(?: (?:photo|image|credit|courtesy|source|by|via|from|caption))* ?[:/|—–-].*",
    r".{0,160}\b(?:photo|image|picture|drawing|cartoon|illustration|graphic|pic)(?: credit)?s? ?: ?.{2,60}",
    r"(?:photo|image|picture|video)s? (?:by|via|courtesy|credit|from)\b.*",
    r"(?:file|representational|representative|representation|illustrative|stock|handout) (?:photo|image|picture|pic)s?\b.*",
    r"(?:(?:by|written by|reported by|report by|story by|text by) ?:?|(?:author|authors|reporter|editor) ?:)"
    r" (?:our |a |the )?(?:[^\s\d]+ ){0,6}[^\s\d]+(?: ?[|,•·—–-]? ?(?:on )?" + _WHEN + r"\b.*)?",
    r"(?:staff|web|news|monitoring|special|our|bureau|agency|wire|online|foreign|national|city) ?"
    r"(?:staff|reporter|correspondent|report|desk|bureau|writer|monitoring)s?(?: reporter| report| correspondent)?|agencies",
    r"(?:first |last |originally )?(?:published|posted|updated|modified|uploaded|dated?|publié|publicado"
    r"|actualizado|mis à jour|atualizado)(?: (?:on|at|date|time|le|el|em))? ?:? ?" + _WHEN + r"\b.*",
    r"(?:posted|published|submitted|filed|tagged|written|uploaded) (?:in|under|with|as|by|on)\b.*",
    r"published|updated|last updated|(?:image|photo|video) (?:source|caption|credit),.*",
    r"(?:tags?|tagged|categor(?:y|ies)|topics?|labels?|keywords|section|filed under|etiquetas|temas|mots-clés)"
    r" ?:.*|sources? ?: ?(?:\S+ ?){1,3}",
    r"\d+ (?:second|minute|min|hour|hr|day|week|month|year)s? ago|(?:\d+|one|two|three) min(?:ute)?s? read"
    r"|(?:estimated )?reading time\b.*|time to read\b.*",
    r"[\d.,]+ ?[km]? (?:views?|shares?|likes?|reads?|followers|votes?|retweets)(?: .{0,30})?",
    r"(?:like|follow|find|join|contact|connect with|visit|reach|tweet|tell|email|e-mail|write to)"
    r" (?:us|me|him|her|the author|the writer|this (?:author|page))\b.*",
    r".{0,80} on (?:" + _SITES + r") ?:",
    r"(?:share|tweet|pin|send|save|click to) (?:this|on|via|with|it|to|share|email|print|tweet)\b.{0,80}"
    r"|(?:like|post) (?:this|us)\b.{0,80}",
    r"(?:e-?mail|tel|phone|fax|mobile|cell|website|web|twitter|facebook|instagram|whatsapp|contact)(?: us)? ?:.*",
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|@\w+|(?:#\w+[\s,]*)+",
    r"contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers"
    r"|terms(?: (?:of|and|&) (?:use|service|conditions)\b.{0,40})?"
    r"|(?:privacy|cookies?)(?: (?:policy|notice|statement|settings|preferences|centre|center)\b.{0,40})?"
    r"|accept(?: all)?(?: cookies)?|reject all|manage (?:consent|preferences|options)|got it|i agree|ok",
    r"(?:older|newer|previous|next|prev) (?:posts?|articles?|stor(?:y|ies)|entr(?:y|ies)|pages?|news|topic)\b.*",
    r"[←‹].+|.+[→›]|« ?(?:previous|prev|older|back)\b.*|.{0,40}\b(?:next|more|newer) ?»",
    r"-* ?advertise?ments? ?-*|ads? by\b.*|powered by\b.{0,25}|proudly powered\b.*|theme ?(?::|by)\b.*|designed by\b.*",
    r"edit this (?:post|entry|page)?.*|\(? ?log ?out ?/ ?change ?\)?|blog at \S+|create a free website.*",
    r"(?:current|new) ?(?:issue|edition)|e-?paper|today's paper|print edition|english edition|select language|translate\b.{0,12}",
    r"(?:fill in your details below|enter your comment|type here|comment text|characters? (?:left|remaining))\b.*",
    r"(?:with|inputs from|sources?:?) (?:agenc(?:y|ies)|agency inputs|inputs from .*|wires|correspondents)",
    r".{3,150}(?:\((?:(?:far|front|back|\w+ from) )?(?:l|c|left|right|centre|center)\)|\((?:\d|2nd|3rd|4th) ?[lrc]\)"
    r"|\bl to r\b|\bl-r\b|\bleft to right\b).{0,80}",
    r"ends?|-ends?-|###|\*\*\*|-30-|zczc\b.*|nnnn",
    r".{2,60} \(@\w{1,15}\)(?: .{0,30})?",
)

# A heading over a list of links; the list goes with it.
OPENERS = _any(
    r"(?:related|similar|recommended|latest|recent|popular|trending|top|other|most (?:read|popular|viewed|shared|commented))"
    r"(?: (?:articles?|posts?|stories|story|news|topics?|content|reading|videos?|links?|reads?|coverage|now|today|searches))+"
    r"(?: (?:from|on|in|by|at|for)\b.{0,40})? ?:?",
    r"(?:related|recommended|trending|see also|also see|read also|also read|read more|further reading|more) ?:?",
    r"(?:more|read more|also) (?:from|on|about)\b.{0,40} ?:?",
    r"(?:more|other) (?:news|stories|articles|posts|headlines|coverage|like this)(?: (?:from|on|in|by|at)\b.{0,40})? ?:?",
    r"you (?:may|might|could) (?:also )?(?:like|enjoy|love|be interested in|have missed)\b.*",
    r"(?:don't miss|must[- ]reads?|editor'?s'? (?:picks?|choice)|in case you missed it|what to read next|up next|next up"
    r"|read next|explore more|more on this (?:story|topic)|elsewhere on .{0,40}|around the web|from (?:our|the) (?:web"
    r"|partners|archives?)|sponsored (?:content|links|stories)|promoted (?:content|stories|links)|partner content"
    r"|paid content|hot topics|recent comments|post navigation|stay connected"
    r"|connect with us|follow us|find us on|our (?:picks|newsletters?)|about the (?:author|writer))\b.{0,40}",
    r"(?:blogroll|quick links|useful links|sections|site map) ?:?",
    r"(?:lea|lee|leer|leia|veja|vea|ver|mira) (?:también|tambien|más|mas|mais|também|tambem)\b.*",
    r"(?:te|le) puede interesar\b.*|(?:noticias|notícias) relacionadas|lo más (?:leído|visto)|mais lidas",
    r"(?:à )?lire (?:aussi|également|la suite)\b.*|sur le même (?:sujet|thème)|(?:à|a) voir aussi\b.*",
)

# Where readers' comments begin. Nothing after it is the article.
COMMENTS = _any(
    r"leave a (?:reply|response)\b.*|cancel reply",
    r"(?:fill in your details below|your e-?mail address will not be published)\b.*",
    r"(?:\d+|one|two|three|four|five|no) (?:responses?|thoughts?|replies|comments?) (?:to|on) [\"“'‘«].+",
    r"please enable javascript to view the comments\b.*|(?:comments? )?powered by disqus\b.*|blog comments powered by\b.*",
    r"(?:\d+\. ?)?(?:pingback|trackback)s?\b ?:.*|trackbacks?(?: and pingbacks?)?(?: \(\d+\))?",
    r"(?:deja|deje|dejar|deixe) (?:un|una|tu|su|um|uma|seu) (?:comentario|respuesta|comentário)\b.*",
    r"laisser (?:un commentaire|une réponse)\b.*",
)

# The same, but also printed under headlines: taken so only after a good part of an article.
COMMENT_COUNTS = _any(
    r"(?:leave|post|add|write|submit|share) (?:a|your)? ?(?:comments?|thoughts|opinion)\b.{0,30}",
    r"(?:\d+|one|two|three|no|view|show|read|see|load|hide|latest|readers?'?|facebook)? ?(?:all )?comments?"
    r"(?: ?\(?\d+\)?| section| policy| so far)? ?:?",
    r"\d+ (?:responses?|thoughts?|replies|comments?) (?:to|on) .+",
    r"comments? (?:are|is) (?:now )?(?:closed|off|disabled)\b.*|join the (?:conversation|discussion)\b.*",
    r"(?:comentarios?|commentaires?|comentários?)(?: ?\(?\d+\)?)? ?:?",
)
