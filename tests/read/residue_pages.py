"""Invented pages whose text was copied out: what must stay of each, and what must go."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PageCase:
    """A copied page, the beginnings of its article's paragraphs, and scraps of its furniture."""

    name: str
    text: str
    kept: tuple[str, ...]
    cut: tuple[str, ...]


PAGES = (
    PageCase(
        "wordpress blog",
        """Skip to content

Strait Notes

Menu

Home
About
Contact

Two Coast Guards Agree On Hotline

Posted on March 4, 2019 by admin

Singapore and Indonesia have agreed to open a hotline between their coast guards, officials in Jakarta said on Monday.

The line will be staffed day and night. It is the first of its kind in the strait.

Officers shaking hands after the signing

“We want fewer surprises at sea,” said the head of the Indonesian agency.

It was not clear when the line would open

Share this:

Click to share on Twitter (Opens in new window)
Click to share on Facebook (Opens in new window)

Like this:

Like Loading...

Related

Ferry service to Batam resumes
March 1, 2019
In "Transport"

Tagged coast guard, Indonesia, Singapore

Published by admin

View all posts by admin

Post navigation

← Older posts
Newer posts →

3 thoughts on “Two Coast Guards Agree On Hotline”

Budi says:
March 5, 2019 at 9:14 am
This is good news for every fisherman in the islands, and late.

Leave a Reply Cancel reply

Your email address will not be published. Required fields are marked *
""",
        (
            "Two Coast Guards Agree On Hotline",
            "Singapore and Indonesia have agreed",
            "The line will be staffed",
            "“We want fewer",
            "It was not clear when the line would open",
        ),
        (
            "Skip to",
            "Strait Notes",
            "Menu",
            "Home",
            "About",
            "Posted on",
            "Officers shaking",
            "Share this",
            "Click to",
            "Like",
            "Related",
            "Ferry",
            "Transport",
            "Tagged",
            "View all",
            "Older",
            "Newer",
            "thoughts",
            "Budi",
            "fisherman",
            "Reply",
            "email",
        ),
    ),
    PageCase(
        "south asian daily",
        """Home » World » Asia

e-Paper | Thursday, 12 April, 2018

Dhaka, Thimphu sign transit protocol

Our Correspondent

Published: 12 April 2018, 11:20 PM

DHAKA: Bangladesh and Bhutan signed a protocol on Wednesday that lets Bhutanese cargo use the river route, the foreign ministry said.

[Photo: Ministry handout]

ALSO READ: Thimphu looks to new ports

Under the protocol, vessels may call at six river ports. Customs officers of both countries will check seals together.

READ MORE | What the river route means

The foreign secretary said the talks were held “in a spirit of friendship.”

(With inputs from agencies)

Follow us on Google News

Copyright © 2018 The Delta Courier. All rights reserved.

Trending Now

Cricket board names new coach
Rain likely in north, says met office
Comments
Name *
""",
        (
            "Dhaka, Thimphu sign transit protocol",
            "DHAKA: Bangladesh and Bhutan",
            "Under the protocol",
            "The foreign secretary",
        ),
        (
            "Home »",
            "e-Paper",
            "Our Corr",
            "Published",
            "Photo",
            "ALSO READ",
            "ports\n",
            "READ MORE",
            "inputs",
            "Follow",
            "Copyright",
            "Trending",
            "Cricket",
            "Rain likely",
            "Comments",
            "Name",
        ),
    ),
    PageCase(
        "gulf agency",
        """Loading...

NATIONAL
BUSINESS
WORLD
SPORTS

Muscat hosts third round of border talks

Tue 09-10-2018 18:42 PM

MUSCAT, 9th October, 2018 (GNW) -- Delegations of Oman and Yemen met in Muscat on Tuesday for a third round of talks on the shared border.

The two sides agreed to set up joint patrols.

GNW/Staff

http://gnw.example/en/details/1395302788
""",
        ("Muscat hosts third", "MUSCAT, 9th", "The two sides"),
        ("Loading", "NATIONAL", "SPORTS", "18:42", "http"),
    ),
    PageCase(
        "african site",
        """Advertisement

Politics

Accra and Lomé reopen crossing

By Our Foreign Desk

2 days ago

Share on Facebook Share on Twitter WhatsApp

Ghana and Togo reopened the crossing at Aflao on Friday after eleven months.

Story continues below advertisement

Traders on both sides welcomed the step. “We lost a year,” said one of them.

President of Ghana with President of Togo

A committee of officers will meet every month, a joint statement said.

Do you have a story? WhatsApp: +000 00 000 000

DISCLAIMER: The Views, Comments, Opinions, Contributions and Statements made by Readers do not represent those of this platform.

Join our WhatsApp channel for breaking news

You may also like

Parliament passes budget
Cedi steadies against dollar
""",
        ("Accra and Lomé reopen crossing", "Ghana and Togo reopened", "Traders on both", "A committee of officers"),
        (
            "Advertisement",
            "Our Foreign Desk",
            "2 days",
            "Share on",
            "Story continues",
            "President of Ghana with",
            "DISCLAIMER",
            "Join our",
            "You may",
            "Parliament passes",
            "Cedi",
        ),
    ),
    PageCase(
        "latin american english edition",
        """Inicio
Política
Economía

Compartir

Montevideo and Asunción to train pilots together

Redacción | 3 de mayo de 2017

MONTEVIDEO (NC) – Uruguay and Paraguay will train air force pilots together from August, their defence ministers announced.

Lea también: Nueva ruta aérea entre capitales

The courses will be given at the base in Durazno and last six months.

Te puede interesar

Fútbol: la selección viaja a Lima

Deja un comentario

Tu dirección de correo electrónico no será publicada.
""",
        ("Montevideo and Asunción", "MONTEVIDEO (NC)", "The courses"),
        ("Inicio", "Compartir", "Lea también", "Te puede", "Fútbol", "Deja", "Tu direc"),
    ),
    PageCase(
        "broadcaster",
        """Accessibility links
Skip to content
Accessibility Help
Sign in
News
Sport
Weather
Search

Baltic states test joint air alert

Published
14 June 2016

Image source, Getty Images
Image caption,
Jets taking off from the base near Tallinn

Estonia, Latvia and Lithuania have tested a joint air alert for the first time.

Jets of all three countries took part, the Estonian defence ministry said.

Related topics
Estonia
Latvia

More on this story

Lithuania raises defence budget
20 May 2016

Top stories
""",
        ("Baltic states test", "Estonia, Latvia", "Jets of all three"),
        (
            "Accessibility",
            "Sign in",
            "News\n",
            "Search",
            "Published",
            "Image source",
            "Image caption",
            "Jets taking",
            "Related topics",
            "More on",
            "raises defence",
            "Top stories",
        ),
    ),
    PageCase(
        "blogger",
        """Tuesday, 3 July 2012

A bridge and two flags

Zambia and Botswana have started to build the bridge at Kazungula, the works minister said on Monday.

Soldiers of both armies guard the site.

Posted by Editor at 10:30 PM
Email This BlogThis! Share to Twitter Share to Facebook
Labels: bridges, Zambia
No comments:
Post a Comment
Newer Post
Older Post
Home
Subscribe to: Post Comments (Atom)
""",
        ("A bridge and two flags", "Zambia and Botswana", "Soldiers of both"),
        ("Tuesday", "Posted by", "BlogThis", "Labels", "No comments", "Post a", "Newer", "Home", "Subscribe"),
    ),
    PageCase(
        "wire plain",
        """Ministers sign gas accord
By Staff Writer

BAKU, Feb. 2 (Agency) -- Azerbaijan and Georgia signed
an accord on gas transit on Tuesday, the two energy
ministries said in a statement.

The accord runs for ten years. It replaces
one that ended in December, and both parliaments
have to approve it.

Neither side gave a price.
""",
        (
            "Ministers sign",
            "BAKU, Feb. 2 (Agency) -- Azerbaijan and Georgia signed an accord on gas transit on Tuesday, the two energy ministries",
            "The accord runs for ten years. It replaces one",
            "Neither side gave",
        ),
        ("By Staff",),
    ),
)
