"""The words that a search reads: what calls a question, a path or a trial, and what says nothing."""

from __future__ import annotations

from collections.abc import Mapping

from graphmap.text import split_words

KIND = "TIED_TO.kind"
"""The type of a word that names a kind of tie."""

SCALES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "level": {
        "city": ("cities", "شهر", "شهرها"),
        "region": ("regions", "استان خارجی", "استان‌های خارجی"),
        "counterpart": ("counterparts", "همتا", "همتایان"),
    },
    KIND: {
        "memorandum": (
            *("memoranda", "memorandums", "mou", "mous", "یادداشت تفاهم", "تفاهم‌نامه"),
            *("تفاهم‌نامه‌ای", "تفاهم‌نامه‌ها", "تفاهم"),
        ),
        "agreement": ("agreements", "موافقت‌نامه", "موافقت‌نامه‌ها", "توافق", "توافق‌نامه"),
        "sister_city": ("sister city", "sister cities", "خواهرخواندگی"),
    },
}
"""Words of parameters that a phrase may hold, by their type, with how they are said beside."""


def list_spellings(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the folded words of a text as it is spelt: a half-space is often a space, or not written.

    >>> list_spellings("بی‌سند")
    (('بیسند',), ('بی', 'سند'))
    """
    return tuple(dict.fromkeys((split_words(text), split_words(text.replace("\u200c", " ")))))


TOPICS: Mapping[str, tuple[str, ...]] = {
    "rivals": (
        "rivalry",
        "rival",
        "compete",
        "competition",
        "who else",
        "other provinces",
        "which other provinces",
        "رقابت",
        "رقبا",
        "رقیب",
        "چه کسی دیگر",
        "چه کسانی دیگر",
        "دیگر چه کسی",
        "دیگر چه کسانی",
        "چه استان‌های دیگری",
        "کدام استان‌های دیگر",
    ),
    "overlaps": ("overlap", "overlapping", "shared", "common", "هم‌پوشانی", "مشترک", "اشتراک"),
    "sole_contacts": ("sole contact", "sole", "alone", "only one", "تنها طرف", "تنها"),
    "groups": ("group", "groups", "groups of provinces", "گروه", "گروه‌ها", "گروه‌های استانی"),
    "change": ("change", "changes", "changed", "what changed", "تغییر", "تغییرات"),
    "entanglement": ("entanglement", "entangled", "bypassed", "درهم‌تنیدگی", "در هم تنیدگی"),
    "gaps": ("gap", "gaps", "missing", "خلأ", "خلأها", "خلأ پوشش"),
    "plan": ("plan", "lead", "leads", "who leads", "division", "تقسیم کار", "پیشگام", "استان پیشگام"),
    "plans": ("plans", "kept plans", "plan in force", "تقسیم‌های کار", "تقسیم کار در حال اجرا"),
    "handover": ("handover", "hand over", "who hands over", "difference of plans", "جابه‌جایی پیشگامی"),
    "suggest": (
        *("suggest", "suggestion", "suggestions", "partners to consider", "consider"),
        *("پیشنهاد", "پیشنهاد شریک", "پیشنهادها"),
    ),
    "overturn": (
        *("overturn", "what would overturn", "case against", "documents to fetch"),
        *("دگرگون‌کننده", "دلیل مخالف", "اسناد لازم"),
    ),
    "pipeline": (
        *("pipeline", "courting", "who courts", "intentions", "proposals", "negotiations"),
        *("در دست اقدام", "قصدها", "مذاکرات"),
    ),
    "border_gaps": (
        *(
            "borders without ties",
            "borders without a tie",
            "border without ties",
            "border gaps",
            "borders",
            "border",
            "nothing",
            "no tie",
            "no ties",
            "no contact",
            "empty",
            "empty border",
            "empty borders",
            "without a tie",
            "without ties",
            "without tie",
            *("neighbour", "neighbours", "neighbouring", "neighbor", "neighbors", "neighboring", "unused"),
            *("without relations", "without any tie", "without any relation", "no relation", "no relations"),
            *("no tie with", "have no tie", "have no ties", "has no tie", "has no ties"),
        ),
        *("مرزهای بدون رابطه", "مرز بدون رابطه", "مرزهای بدون پیوند", "خلأ مرزی", "مرزها"),
        *("مرزی", "هم‌مرز", "همسایه", "همسایگان", "بی‌رابطه", "رابطه ندارد", "رابطه ندارند", "رابطه نداریم"),
        *("رابطه‌ای ندارد", "رابطه‌ای ندارند", "رابطه‌ای نداریم"),
        *("مرز", "هیچ", "هیچ رابطه‌ای", "هیچ رابطه", "هیچ پیوندی", "خالی", "بدون رابطه", "هیچ چیز"),
    ),
    "expiring": (
        *("finish", "finishes", "lapse", "lapses", "due", "deadline", "deadlines", "valid until", "is over"),
        *("منقضی می‌شوند", "منقضی می‌شود", "انقضا", "مهلت", "اعتبار", "اعتبار دارد", "تموم", "تموم میشه"),
        *("تمام میشه", "تموم می‌شه", "سر می‌رسد", "خاتمه"),
        *("ends", "ending", "end", "expires", "expire", "expiring", "runs out", "run out", "running out"),
        *("پایان", "رو به پایان", "سررسید", "منقضی", "تمام می‌شود", "به پایان می‌رسد", "پایان می‌یابد"),
        *("تمام می‌شوند", "تمام", "پایان می‌یابند", "به پایان می‌رسند"),
    ),
    "in_contact": (
        *(
            "in contact",
            "who is in contact",
            "contact",
            "contacts",
            "meets",
            "meet",
            "talks",
            "talk",
            "visits",
            "in touch",
            "touch",
        ),
        *("talking", "talking to", "in talks", "visited", "visiting", "spoke", "speaks", "met", "informal"),
        *("signed nothing", "without signing", "without a signature", "no paper", "without paper", "no mou"),
        *("no memorandum", "without a memorandum", "without memorandum", "has not signed", "not signed"),
        *("بی سند", "بدون قرارداد", "بدون امضا", "امضا نکرده", "چیزی امضا نکرده", "صحبت", "صحبت می‌کند"),
        *("صحبت می‌کنند", "دیدار کرده", "گفتگو", "قرارداد ندارد", "تفاهم‌نامه ندارد", "غیررسمی"),
        *("without a document", "without document", "without documents", "without agreement", "undocumented"),
        *("without an agreement", "without any document", "no document", "no documents", "no agreement"),
        *("در ارتباط", "بدون سند", "در تماس", "تماس", "تماس دارد", "ارتباط دارد", "ارتباط دارند", "دیدار"),
        *(
            "بی‌سند",
            "سند ندارد",
            "سند ندارند",
            "ولی سند ندارد",
            "ولی سند ندارند",
            "بدون توافق",
            "بدون تفاهم‌نامه",
        ),
        *("اما سند ندارد", "اما سند ندارند", "گفت‌وگو"),
    ),
    "joint_acts": ("joint", "joint act", "together", "اقدام مشترک", "اقدام‌های مشترک"),
    "country_dossier": ("dossier", "پرونده"),
    "counterpart_sheet": ("sheet", "برگه"),
    "mission_coverage": ("missions", "mission coverage", "embassies", "consulates", "نمایندگی‌ها", "سفارت‌ها"),
    "province_ties": (
        *("ties", "ties of", "which provinces", "what provinces", "which provinces have ties", "who is in"),
        *("list of provinces", "list provinces"),
        *("who has ties", "who has a tie", "which province has ties"),
        *("روابط", "پیوندها", "رابطه‌ها", "چه استان‌هایی", "کدام استان‌ها", "چه استان‌ها", "کدام استان"),
        *("چه استانی", "چه کسانی در", "چه کسی در", "چه استان‌هایی در", "کدام استان‌ها در"),
    ),
    "undated_ties": ("undated", "without a date", "بی‌تاریخ", "بدون تاریخ"),
}
"""Words that call a question beside its name and captions."""

PATH_WORDS = (
    *("path", "paths", "connected", "how connected", "connection", "link between", "linked", "connects"),
    *("related", "related to", "have to do with", "have to do with each other", "shortest path", "ways"),
    *("way", "shortest way", "چه راهی", "کوتاه‌ترین راه", "کوتاه‌ترین مسیر"),
    *("connect", "path from", "way from", "links"),
    *("مسیر", "راه", "ارتباط میان", "ارتباط", "چه ارتباطی", "به هم پیوند", "پیوند", "به هم می‌رسند", "وصل"),
    *("وصل‌اند", "به هم وصل", "به هم وصل‌اند", "متصل", "متصل‌اند"),
)
"""Words that ask how two things are connected."""
TRIAL_WORDS = (
    *("should we", "should we sign", "consequence", "consequences", "impact", "if", "new tie", "new ties"),
    *("پیامد", "پیامدی", "چه پیامدی", "پیامدها", "امضا کنیم", "ببندیم", "ببندد", "رابطه جدید", "رابطه تازه"),
    *("رابطه‌ای جدید", "رابطه‌ای تازه", "چه پیامدی دارد"),
    *("what would", "would", "what if", "trial", "try", "before signing", "may sign", "what happens if"),
    *("sign with", "signs with", "if we sign", "what happens if we sign", "effect", "effect of", "effects"),
    *(
        "چه اثری",
        "چه اثری دارد",
        "چه می‌کند",
        "چه خواهد کرد",
        "چه می‌شود",
        "اگر",
        "پیش از امضا",
        "چه تغییری پدید می‌آورد",
        "چه تغییری ایجاد می‌کند",
        "سنجش",
        "آزمایش",
        "اثر",
        "چه تأثیری",
        "چه تأثیری دارد",
        "تأثیر",
        "امضا با",
    ),
)
"""Words that ask what a tie that does not exist would do."""
SINCE_WORDS = (
    *("since", "when did they start", "start date", "start dates", "started", "زودتر", "زودتر از همه"),
    *("first", "اولین", "نخستین", "اول"),
    *("start", "when did", "از چه وقت", "از چه وقتی", "از چه هنگام"),
    *("since when", "from when", "since which year", "from which year", "since what year"),
    *("از چه زمانی", "از کی", "از چه تاریخی", "از چه سالی"),
)
"""Words that ask for the beginning of each tie: of all with a country, or of all of a province."""
KNOWN_WORDS = (
    *("believe", "believed", "did we believe", "know", "knew", "known", "did we know", "knowledge"),
    *("belief", "our belief", "beliefs", "picture", "our picture", "recorded", "had we recorded"),
    *("database say", "did the database say", "was recorded", "state of knowledge"),
    *("ثبت شده بود", "ثبت شده", "ثبت بود", "تصویر", "تصویر ما", "اطلاعات", "اطلاعاتی", "نظر ما", "باورمان"),
    *("think", "thought", "did we think", "our knowledge"),
    *("می‌دانستیم", "باور داشتیم", "چه باوری داشتیم", "باور", "می‌دانستند", "دانسته"),
    *("فکر می‌کردیم", "گمان می‌کردیم", "چه گمانی داشتیم", "دانسته‌های ما", "دانسته‌ها"),
)
"""Words that ask for what the store held on a day, and not for what it holds of it now."""

FILLERS = frozenset(
    word
    for text in (
        "the of in with toward towards between for at to and how are is a an there what which who when",
        "has have do does did we us our if tie a any signed signs sign as was were from active soon no",
        "province provinces country city border it this me by or on be",
        "در با به میان بین و از برای چه کدام است هست را که استان کشور شهر ما هم چگونه چطور چیزی چیز کسی",
        "کسانی هستند هستیم دارد دارند داشت ندارد ندارند داشته باشد می‌یابد می‌شود شود می‌رسد می‌کند برقرار",
        "رابطه رابطه‌ای یک چه‌چیزی استان‌هایی امضا کنیم کند آن استان‌ها استانی نیست ولی اما کسی چقدر",
        "besides beside other they them got get go gets show tell me please been being had i you",
        "your all any anything something someone everything that these those where each shall could",
        "بجز به‌جز جز فعال آنجا آن‌ها آنها ایشان دیگه چیست چی آیا رفته شده نشده بود بودیم ی ای همه کرده نکرده",
        "داشتیم داشته لطفا لطفاً نشان بده کجا هستیم اند کاری هستن میشه زمان کی‌اند",
        "relation relations relationship already whos work works make makes made deal new but others touch",
        "تا",
        "کی‌ها توی تو غیر دیگر تازه جدید نداریم داریم قرارداد قراردادها قراردادهایی می‌گذارد",
        "می‌شوند باشند کنند زودی پیوند سندی سندها اسناد document documents commitment commitments",
    )
    for spelling in list_spellings(text)
    for word in spelling
)
"""Words that say nothing of their own."""
