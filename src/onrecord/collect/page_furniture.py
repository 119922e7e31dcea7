"""Lines that a page puts around a report: share, subscribe, related, cookies, rights."""

from __future__ import annotations

import re

from onrecord.model.report import SetAsideReason

__all__ = ["furniture"]

_LEAD = r"^[ \t]*(?:[-*•#>|]+[ \t]*)?[*_]{0,2}"
_TAIL = r"[*_ \t|.]*$"
_NETWORK = r"(?:facebook|twitter|whatsapp|telegram|linkedin|e-?mail|reddit|pinterest|instagram|bluesky|threads|messenger|x|copy link|print|share|save|more)"
_SHARE = re.compile(
    rf"{_LEAD}(?:share(?:\s+(?:this|on|via|article|page|story|with)\b[^\n]{{0,80}})?|print(?: this)?(?: page| article)?|tweet|e-?mail(?: this)?|"
    rf"copy (?:the )?link|follow us(?: (?:on|at)\b[^\n]{{0,80}})?|{_NETWORK}(?:[ \t]*[|/,·•][ \t]*{_NETWORK}){{0,8}}|"
    rf"[^\n]{{0,60}}\|[ \t]*(?:print|share)\b[^\n]{{0,80}}|(?:no |\d+ )?comments?(?:\s*\(\d+\))?|leave a comment|"
    rf"listen to this (?:article|story)[^\n]{{0,40}}|\d+ min(?:ute)?s? read|supply hyperlink|source link|(?:tags?|topics?|keywords):[^\n]{{0,200}})"
    rf"{_TAIL}",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    rf"{_LEAD}(?:[^\n]{{0,80}}[|.!?:][ \t]*)?(?:please |click here to |you can )?"
    rf"(?:(?:sign up|subscribe|register|join|get|receive)\b[^\n]{{0,80}}\b(?:newsletters?|inbox|free trial|e-?mail alerts?|our (?:channel|app|briefing|updates|press releases)|premium)\b[^\n]{{0,60}}"
    rf"|subscribe(?: (?:now|today|here|to read(?: more)?|for full access|to our [^\n]{{2,40}}))?|already (?:a )?subscribe[rd]\b[^\n]{{0,60}}"
    rf"|(?:log|sign) in(?: to (?:read|continue|your account)[^\n]{{0,60}})?|download (?:our|the) app\b[^\n]{{0,60}}|support our (?:journalism|work)\b[^\n]{{0,60}})"
    rf"{_TAIL}",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    rf"{_LEAD}(?:(?:we|this (?:web)?site|our (?:web)?site|our partners)\b[^\n]{{0,60}}\buses? cookies\b[^\n]{{0,240}}|(?:accept|reject|manage)(?: all)?(?: cookies)?"
    rf"|(?:about |our )?(?:cookies?|privacy)(?: (?:policy|settings|notice|and privacy|and cookies))?|terms (?:of use|and conditions)"
    rf"|(?:copyright )?(?:©|\(c\))[ \t]*\d{{4}}[^\n]{{0,120}}|[^\n]{{0,120}}\ball rights reserved\b[^\n]{{0,80}}|advertisement|advertisement[ \t]*[-–—][^\n]{{0,60}}|skip to (?:main )?content"
    rf"|(?:scroll (?:down|to|for)|continue reading|(?:story|article) continues)(?: below| to continue)?[^\n:]{{0,30}})"
    rf"{_TAIL}",
    re.IGNORECASE,
)
_RELATED = re.compile(
    rf"{_LEAD}(?:\(?(?:read more|see also|read also|also read|read(?: this)?(?: next)?|related(?: (?:articles?|stories|links?|news|coverage|content|topics?))?|"
    rf"more on this(?: story| topic)?|more from [^\n:|]{{2,40}}|recommended(?: for you)?|most read|most popular|up next|what to read next|don['’]t miss|in pictures|watch|listen|"
    rf"further reading|more stories|you may also like)\b[*_]{{0,2}}[ \t]*(?:[:|»›→]|{_TAIL}))",
    re.IGNORECASE,
)
_LONGEST = 300
_RULES = (
    (_SHARE, SetAsideReason.SHARE_LINE), (_SUBSCRIBE, SetAsideReason.SUBSCRIBE_LINE),
    (_COOKIES, SetAsideReason.BOILERPLATE), (_RELATED, SetAsideReason.RELATED_LINKS),
)  # fmt: skip


def furniture(line: str) -> SetAsideReason | None:
    """Why the whole line is no part of the report; None where it may be."""
    if len(line) > _LONGEST:
        return None
    return next((reason for pattern, reason in _RULES if pattern.match(line)), None)
