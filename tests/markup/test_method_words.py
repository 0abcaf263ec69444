"""Which words of the method lead to their meaning, and which are left as they are."""

import pytest

from dashboard.markup import elements as html
from dashboard.markup.html import render
from dashboard.markup.markup import Markup
from dashboard.markup.method_words import explained
from dashboard.markup.parts import aria

WORD = "usual range"
LINK = 'class="method-word"'


def linked(*children: object) -> int:
    return render(explained(html.Div(list(children)), "/about")).count(LINK)


def test_the_first_of_a_word_leads_to_its_meaning() -> None:
    assert linked(html.P(f"The {WORD}; the {WORD}.")) == 1
    assert linked(Markup(f"<b>The {WORD}</b> and the {WORD}")) == 1


@pytest.mark.parametrize(
    "child",
    [
        html.P(f"The {WORD}.", **aria(hidden="true")),
        html.A(f"The {WORD}", href="/"),
        Markup(f'<span aria-hidden="true">The <span>one</span> {WORD}</span>'),
        Markup(f'<a href="/">The {WORD}</a>'),
    ],
)
def test_what_is_hidden_from_listeners_or_leads_elsewhere_is_left_as_it_is(child: object) -> None:
    assert linked(child) == 0
    assert linked(child, html.P(f"The {WORD}.")) == 1
