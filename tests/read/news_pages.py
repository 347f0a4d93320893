"""Invented pages in the shapes of news sites: what must be read of each, and what must not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NewsPage:
    """A page as it is saved: its file's name and bytes, and what it says of itself."""

    name: str
    file: str
    source: str
    title: str
    publisher: str | None
    published: tuple[str, str] | None
    kept: tuple[str, ...]
    cut: tuple[str, ...]
    encoding: str = "utf-8"


SOUTH_ASIAN_DAILY = NewsPage(
    "south asian daily",
    "daily.html",
    """<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8">
<title>Dhaka, Kathmandu sign power trade pact | The Padma Standard</title>
<meta property="og:title" content="Dhaka, Kathmandu sign power trade pact">
<meta property="og:site_name" content="The Padma Standard">
<meta property="og:description" content="Nepal will sell 40 megawatts to Bangladesh through Indian lines">
<meta property="article:published_time" content="2024-10-03T21:10:00+06:00">
<meta property="article:modified_time" content="2024-10-05T08:00:00+06:00">
</head><body>
<header><div class="ticker">BREAKING <a href="/b">Onion prices fall</a></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/bd">Bangladesh</a></li><li><a href="/w">World</a></li></ul></nav></header>
<div class="story-wrap"><h1 class="story-headline">Dhaka, Kathmandu sign power trade pact</h1>
<h2 class="sub">Nepal will sell 40 megawatts to Bangladesh through Indian lines</h2>
<div class="meta"><span class="author">Diplomatic Correspondent</span> <span>03 October, 2024, 09:10 pm</span>
<span>Last modified: 05 October, 2024, 08:00 am</span></div>
<div class="share"><a href="#">Facebook</a><a href="#">Twitter</a><a href="#">WhatsApp</a></div>
<figure><img src="x.jpg"><figcaption>Officials exchange documents in Kathmandu. Photo: Courtesy</figcaption></figure>
<div class="story-content"><p>Bangladesh and Nepal signed an agreement on electricity trade in Kathmandu on Thursday, the first of its kind between the two countries.</p>
<p>Under the deal Nepal will export 40 megawatts of hydropower every summer through the Indian grid.</p>
<div class="also-read"><strong>ALSO READ:</strong> <a href="/o">Onion imports resume through Hili</a></div>
<p>The power secretaries of the two states and an Indian official put their names to the paper.</p>
<p><b>Also Read:</b> <a href="/t">Tea growers ask for lower tariffs</a></p>
<p>“We waited five years for this line,” said the Nepali secretary. India had agreed to the transit in June.</p>
<div class="google-news"><a href="#">Keep updated, follow The Padma Standard's Google news channel</a></div></div>
<div class="tags"><a href="/t1">Nepal</a> / <a href="/t2">electricity</a></div>
<h3>Comments</h3><p>While most comments will be posted if they are on-topic and not abusive, moderation decisions are subjective.</p>
<section class="related"><h3>MORE FROM THE SECTION</h3><a href="/1">Rain likely in the north for three days</a></section></div>
<footer><p>Copyright © 2024 THE PADMA STANDARD All rights reserved.</p></footer></body></html>""",
    "Dhaka, Kathmandu sign power trade pact",
    "The Padma Standard",
    ("2024-10-03", "metadata"),
    ("Bangladesh and Nepal signed", "40 megawatts of hydropower", "put their names", "“We waited five years"),
    (
        "ALSO READ",
        "Also Read",
        "Onion",
        "Tea growers",
        "Google news",
        "moderation",
        "Facebook",
        "Copyright",
        "Courtesy",
    ),
)

GULF_AGENCY = NewsPage(
    "gulf agency",
    "agency.html",
    """<html dir="ltr"><head><title>Kuwait, Jordan defence ministers discuss cooperation</title>
<meta name="description" content="Pearl Coast News Agency"></head><body>
<div id="top"><a href="ar">العربية</a> | <a href="/">Main Page</a> | <a href="/about">About PCNA</a></div>
<div id="nav"><a href="/pol">Politics</a><a href="/eco">Economics</a><a href="/mil">Military and Security</a></div>
<div class="news-body"><h2>Kuwait, Jordan defence ministers discuss cooperation</h2>
<div class="date">LOC17:42 &nbsp; 14:42 GMT &nbsp; 12/03/2023</div>
<div class="text"><p>AMMAN, MARCH 12 (PCNA) -- KUWAITI DEFENCE MINISTER SHEIKH ABDULLAH HELD TALKS IN AMMAN ON SUNDAY WITH HIS JORDANIAN COUNTERPART, THE MINISTRY SAID IN A STATEMENT.</p>
<p>The two sides reviewed joint training and agreed to form a technical committee, the statement added.</p>
<p>The Kuwaiti minister also conveyed the greetings of his country's leadership to the Jordanian side. (end) ma.hs</p></div>
<div class="tools"><a href="#">Print</a><a href="#">Send to a friend</a></div></div>
<div id="footer">PCNA © 2023. All rights reserved</div></body></html>""",
    "Kuwait, Jordan defence ministers discuss cooperation",
    "PCNA",
    ("2023-03-12", "dateline"),
    ("KUWAITI DEFENCE MINISTER", "technical committee", "conveyed the greetings"),
    ("العربية", "Main Page", "Print", "All rights reserved", "LOC17:42"),
)

AFRICAN_PORTAL = NewsPage(
    "african portal",
    "portal.html",
    """<!DOCTYPE html><html><head><title>Ghana recalls envoy from Lomé over fishing boats - Volta Pulse Online</title>
<meta property="og:site_name" content="Volta Pulse Online">
<link rel="canonical" href="https://www.voltapulse.example/politics/2022/06/ghana-recalls-envoy"></head><body>
<div class="menu"><ul><li>News</li><li>Politics</li><li>Sports</li><li>Showbiz</li></ul></div>
<div class="post"><div class="breadcrumbs"><a href="/">Home</a> » <a href="/p">Politics</a> » Ghana recalls envoy</div>
<h1 class="entry-title">Ghana recalls envoy from Lomé over fishing boats</h1>
<div class="entry-meta">By <a href="/a">Pulse Desk</a> - <span class="date">June 9, 2022</span> <span class="views">1,204</span> <span>0</span></div>
<div class="share-top"><span>SHARES</span> <span>312</span> <a>Share on Facebook</a> <a>Tweet</a> <span>45</span> <a>Pin</a></div>
<div class="entry-content"><p><img src="b.jpg" alt="boats"></p>
<p>Ghana on Wednesday recalled its ambassador to Togo after the seizure of eleven Ghanaian canoes by the Togolese navy.</p>
<p>The foreign ministry in Accra described the seizure as unfriendly and asked for the release of the crews.</p>
<div class="ad"><span>- Advertisement -</span></div>
<p>Togo has not replied. In May its navy had warned that foreign boats would be stopped.</p>
<p>SEE ALSO: <a href="/x">Fuel prices to go up from Monday</a></p>
<p>The two states signed a maritime accord in 2019 that neither parliament has ratified.</p></div>
<div class="share-bottom">Share <a>Facebook</a> <a>Twitter</a> <a>WhatsApp</a> <a>Telegram</a></div>
<div class="prev-next"><a>Previous article Hearts beat Lions</a> <a>Next article Rain floods market</a></div>
<div id="respond"><h3>LEAVE A REPLY</h3><form><textarea></textarea><p>Save my name, email, and website in this browser for the next time I comment.</p></form></div></div>
</body></html>""",
    "Ghana recalls envoy from Lomé over fishing boats",
    "Volta Pulse Online",
    ("2022-06-09", "byline"),
    ("recalled its ambassador", "described the seizure", "Togo has not replied", "maritime accord in 2019"),
    ("SHARES", "Advertisement", "SEE ALSO", "Fuel prices", "LEAVE A REPLY", "Save my name", "Hearts beat", "1,204"),
)

AMP_PAGE = NewsPage(
    "amp page",
    "amp.html",
    """<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>Peru expels two Bolivian officials</title>
<link rel="canonical" href="https://andina.example/2023/01/30/peru-expels-officials">
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Peru expels two Bolivian officials",
"datePublished":"2023-01-30T19:45:00-05:00","dateModified":"2023-01-31T02:00:00Z","publisher":{"@type":"Organization","name":"Andean Mirror"},
"author":[{"@type":"Person","name":"Ana Example"}]}</script>
<style amp-boilerplate>body{visibility:hidden}</style><style amp-custom>.x{color:red}</style></head><body>
<amp-sidebar id="s"><ul><li><a href="/">Front page</a></li><li><a href="/e">Economy</a></li></ul></amp-sidebar>
<header><amp-img src="logo.png" alt="Andean Mirror"></amp-img></header>
<article><h1>Peru expels two Bolivian officials</h1><p class="by">Ana Example</p><time datetime="2023-01-30T19:45:00-05:00">Jan 30, 2023</time>
<amp-img src="p.jpg"></amp-img><p class="caption">The border bridge at Desaguadero</p>
<p>Peru ordered two officials of the Bolivian consulate in Puno to leave within 48 hours, the foreign ministry in Lima said on Monday.</p>
<amp-ad width=300 height=250 type="x"><div placeholder>Advertisement</div></amp-ad>
<p>It accused them of addressing a rally of protesters. Bolivia called the charge baseless and said that it would answer in kind.</p>
<amp-social-share type="twitter"></amp-social-share>
<p>Trade over the bridge went on as usual, truckers said.</p></article>
<amp-analytics><script type="application/json">{"vars":{"a":"b"}}</script></amp-analytics>
<footer>Andean Mirror, all rights reserved</footer></body></html>""",
    "Peru expels two Bolivian officials",
    "Andean Mirror",
    ("2023-01-30", "metadata"),
    ("Peru ordered two officials", "accused them", "answer in kind", "truckers said"),
    ("Advertisement", "Front page", "visibility", "rights reserved", '"vars"'),
)

BLOGGER_PAGE = NewsPage(
    "blogger page",
    "blogger.html",
    """<!DOCTYPE html><html><head><meta content='blogger' name='generator'/><title>The Quiet Frontier: Two presidents and a bridge</title></head><body>
<div class='header'><h1 class='title'><a href='/'>The Quiet Frontier</a></h1><p class='description'><span>Notes on small borders</span></p></div>
<div class='main section'><div class='date-outer'><h2 class='date-header'><span>Thursday, 11 May 2017</span></h2>
<div class='post hentry'><h3 class='post-title entry-title'><a href='/p'>Two presidents and a bridge</a></h3>
<div class='post-body entry-content'><div style="text-align: justify;">
<span style="font-family: georgia;">The presidents of Moldova and Romania opened a new bridge over the Prut yesterday, and each of them cut a ribbon of his own.</span><br /><br />
<span>Romania paid for most of it. Moldova has promised to repair the road on its side before winter, as it promised in 2015.</span><br />
<br />I asked a customs officer what would change. "The queue will be on the other bank," he said.</div>
<div style='clear: both;'></div></div>
<div class='post-footer'><span class='post-author vcard'>Posted by <span>Frontier Man</span></span> at <a class='timestamp-link' href='/p'><abbr class='published' title='2017-05-11T18:04:00+02:00'>18:04</abbr></a>
<a href='#'>Email This</a><a href='#'>BlogThis!</a><a href='#'>Share to Twitter</a> <span>Labels: <a href='/l'>bridges</a>, <a href='/m'>Moldova</a></span></div></div>
<div class='comments' id='comments'><h4>2 comments:</h4><dl><dt>Anonymous said...</dt><dd><p>Great post as always, I crossed this bridge last week and the queue was long.</p></dd></dl></div></div></div>
<div class='sidebar'><h2>Blog Archive</h2><ul><li>2017 (14)</li><li>2016 (31)</li></ul><h2>About Me</h2><p>I live near a border.</p></div>
</body></html>""",
    "Two presidents and a bridge",
    "The Quiet Frontier",
    ("2017-05-11", "byline"),
    ("opened a new bridge", "Romania paid for most", "The queue will be on the other bank"),
    ("Great post", "Blog Archive", "Email This", "Labels", "I live near", "Notes on small"),
)

DIVS_ONLY = NewsPage(
    "divs and no paragraphs",
    "divs.html",
    """<!DOCTYPE html><html><head><title>Baltic ministers meet in Riga | Amber News</title><meta property="og:site_name" content="Amber News">
<meta name="pubdate" content="2021-09-14"></head><body>
<div class="a1"><div class="b1"><a href="/">Amber News</a></div><div class="b2"><a href="/1">Home</a><a href="/2">Region</a></div></div>
<div class="c1"><div class="c2"><div class="headline"><h1>Baltic ministers meet in Riga</h1></div>
<div class="c3"><div class="t">The defence ministers of Estonia, Latvia and Lithuania met in Riga on Tuesday to plan a common purchase of rocket artillery.</div>
<div class="t">Latvia offered to host the training of the crews, the Lithuanian minister told reporters after the meeting.</div>
<div class="t">Estonia has already ordered its launchers from the United States and expects them in 2024.</div></div></div>
<div class="side"><div class="s">Most read</div><div class="s"><a href="/x">Ferry fares rise before the holidays</a></div></div></div>
<div class="f">Amber News 2021</div></body></html>""",
    "Baltic ministers meet in Riga",
    "Amber News",
    ("2021-09-14", "metadata"),
    ("common purchase of rocket artillery", "offered to host", "ordered its launchers"),
    ("Most read", "Ferry fares", "Region"),
)

OLD_BREAKS = NewsPage(
    "old school breaks",
    "old.htm",
    """<HTML><HEAD><TITLE>Straits Monitor - Archive</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="100%"><TR><TD><A HREF="index.html">Index</A> | <A HREF="search.html">Search</A></TD></TR></TABLE>
<CENTER><FONT SIZE="+2"><B>Thailand and Malaysia to patrol strait together</B></FONT></CENTER>
<FONT SIZE="-1"><I>Published: 21 July 2004</I></FONT><BR><BR>
BANGKOK, July 20 (Straits Monitor) - Thailand and Malaysia will patrol the northern end of the Malacca Strait together from next month, the Thai navy said on Tuesday.<BR><BR>
The two navies had until now kept to their own waters. Singapore and Indonesia, which also border the strait, welcomed the plan.<BR><BR>
&quot;Pirates do not stop at lines on a chart,&quot; the Thai admiral said.<BR><BR>
<A HREF="0720.html">Previous story</A> <A HREF="0722.html">Next story</A>
</BODY></HTML>""",
    "Thailand and Malaysia to patrol strait together",
    "Straits Monitor",
    ("2004-07-20", "dateline"),
    ("will patrol the northern end", "welcomed the plan", '"Pirates do not stop'),
    ("Index", "Previous story", "Published:"),
)

EMBEDDED_TWEET = NewsPage(
    "embedded tweet and captions",
    "tweet.html",
    """<!DOCTYPE html><html lang="en"><head><title>Greece summons Turkish envoy after flights</title>
<meta property="og:site_name" content="Cyclades Today"><meta property="article:published_time" content="2020-06-26T11:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><main><article><header><h1>Greece summons Turkish envoy after flights</h1>
<p class="dek">Athens protests to Ankara</p></header>
<figure><img src="f16.jpg"><figcaption><span>A Greek F-16 takes off from Souda.</span> <span class="credit">Image: Cyclades Today/File</span></figcaption></figure>
<p>Greece summoned the Turkish ambassador in Athens on Friday after two fighter jets flew over the island of Farmakonisi.</p>
<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The violation of our national airspace is unacceptable. <a href="#">#Aegean</a> <a href="#">pic.twitter.com/abc123</a></p>&mdash; Hellenic Desk (@hellenicdesk) <a href="#">June 26, 2020</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>
<p>Turkey rejected the protest and said that its aircraft had flown in international airspace.</p>
<figure class="video"><iframe src="https://video.example/1"></iframe><figcaption>Watch: how a scramble works</figcaption></figure>
<p>Both countries are members of NATO, whose secretary general called on them to talk.</p></article></main>
<footer>Cyclades Today</footer></body></html>""",
    "Greece summons Turkish envoy after flights",
    "Cyclades Today",
    ("2020-06-26", "metadata"),
    ("summoned the Turkish ambassador", "Turkey rejected the protest", "members of NATO"),
    ("A Greek F-16", "Image:", "Watch:", "@hellenicdesk", "widgets"),
)

LIVE_BLOG = NewsPage(
    "live blog",
    "live.html",
    """<!DOCTYPE html><html lang="en"><head><title>Live: Serbia and Kosovo leaders meet in Brussels</title>
<meta property="og:site_name" content="Danube Live">
<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live: Serbia and Kosovo leaders meet in Brussels","datePublished":"2023-02-27T08:00:00Z","coverageStartTime":"2023-02-27T08:00:00Z"}</script></head><body>
<header><a href="/">Danube Live</a></header><main><h1>Live: Serbia and Kosovo leaders meet in Brussels</h1>
<div class="summary"><h2>Key points</h2><ul><li>The leaders met under EU mediation</li><li>No paper was signed</li></ul></div>
<div class="posts"><section class="post"><time datetime="2023-02-27T20:15:00Z">20:15</time><h3>Talks end without signature</h3><p>The leaders of Serbia and Kosovo left the building after four hours without signing the proposed agreement, an EU official said.</p></section>
<section class="post"><time datetime="2023-02-27T17:02:00Z">17:02</time><h3>Borrell speaks</h3><p>The EU's foreign policy chief said that both sides had agreed that no further discussion of the text was needed.</p><div class="share"><a>Share</a><a>Copy link</a></div></section>
<section class="post"><time datetime="2023-02-27T15:30:00Z">15:30</time><h3>Doors close</h3><p>Serbia's president arrived last and did not shake hands with the prime minister of Kosovo before the cameras.</p></section></div></main>
<aside><h2>Other live coverage</h2><a href="/l">Budget debate as it happened</a></aside></body></html>""",
    "Live: Serbia and Kosovo leaders meet in Brussels",
    "Danube Live",
    ("2023-02-27", "metadata"),
    ("without signing the proposed agreement", "no further discussion", "did not shake hands"),
    ("Copy link", "Budget debate", "Other live coverage"),
)

WRAPPED_WIRE = NewsPage(
    "wire text wrapped at 72 columns",
    "wire.txt",
    """a0412
ZCZC
INT-MOZAMBIQUE-TANZANIA
Mozambique, Tanzania to guard border river together

     DAR ES SALAAM, Nov. 23 (Ruvuma Press) -- Mozambique and Tanzania signed a
memorandum here on Monday under which their police forces will guard the
Ruvuma river together and hand over suspects to each other.
     The police chiefs of both countries put their names to the text after a
day of talks. Tanzania will give the Mozambican police access to two posts
on its bank, a spokesman said.
     Fighters crossed the river in October and burned a village. Mozambique
has asked its neighbours for help since then; South Africa has offered
patrol boats.
     Neither side said when the patrols would begin.
NNNN
""",
    "Mozambique, Tanzania to guard border river together",
    "Ruvuma Press",
    None,
    (
        "Mozambique and Tanzania signed a memorandum here on Monday under which",
        "text after a day of talks. Tanzania will give",
        "South Africa has offered patrol boats.",
        "Neither side said",
    ),
    ("ZCZC", "NNNN", "a0412", "INT-MOZAMBIQUE"),
)

WINDOWS_QUOTES = NewsPage(
    "windows-1252 quotes",
    "quotes.html",
    """<html><head><title>Iceland and Greenland share cod quota</title><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body>
<div id="story"><h1>Iceland and Greenland share cod quota</h1><p class="date">5 February 2016</p>
<p>Iceland and Greenland agreed on Friday to share the cod quota of the Denmark Strait – a matter on which they had quarrelled for a decade.</p>
<p>“It’s a fair deal,” the Icelandic minister, Sigurður Ingi, said. He’ll take it to the Althing next week…</p>
<p>Greenland’s government gets 60 per cent of the catch, and Denmark signed as a witness.</p></div></body></html>""",
    "Iceland and Greenland share cod quota",
    None,
    ("2016-02-05", "byline"),
    ("Strait – a matter", "“It’s a fair deal,” the Icelandic minister, Sigurður", "Greenland’s government"),
    ("\ufffd", "5 February"),
    "cp1252",
)

UTF16_TEXT = NewsPage(
    "utf-16 from a word processor",
    "notes.txt",
    """Cuba and Jamaica renew doctors' programme\r
\r
The Blue Mountain Herald, 2 March 2019\r
\r
KINGSTON – Cuba and Jamaica on Friday renewed the programme under which some 400 Cuban doctors and nurses work in Jamaican hospitals, the health ministry said.\r
\r
The United States has criticised the programme. “We pay them as we pay our own,” the Jamaican minister said.\r
""",
    "Cuba and Jamaica renew doctors' programme",
    "The Blue Mountain Herald",
    ("2019-03-02", "byline"),
    ("renewed the programme", "“We pay them"),
    ("\r", "\ufeff"),
    "utf-16",
)

NEWS_PAGES = (
    SOUTH_ASIAN_DAILY, GULF_AGENCY, AFRICAN_PORTAL, AMP_PAGE, BLOGGER_PAGE, DIVS_ONLY, OLD_BREAKS, EMBEDDED_TWEET,
    LIVE_BLOG, WRAPPED_WIRE, WINDOWS_QUOTES, UTF16_TEXT,
)  # fmt: skip
