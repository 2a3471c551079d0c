"""Words by which lists of others name the kinds and sectors of ties, and what their columns are called."""

from __future__ import annotations

import re
from functools import cache

from graphmap.schema import Tie
from graphmap.text import fold, split_words

HEAD_MARK = " / "
"""Between the two heads of a column whose names stand in two lines."""

_KINDS = {
    "memorandum": (
        *("مذكرة تفاهم", "مذكرة التفاهم", "谅解备忘录", "备忘录"),
        *(
            "mou",
            "memorandum of understanding",
            "memorandum of cooperation",
            "mémorandum",
            "absichtserklärung",
            "меморандум о сотрудничестве",
            "memoranda of understanding",
            "understanding",
        ),
        *("تفاهم‌نامه", "تفاهم", "یادداشت تفاهم", "تفاهم‌نامه همکاری", "niyet mektubu", "меморандум"),
    ),
    "agreement": (
        *("توافق‌نامه همکاری", "موافقت‌نامه همکاری", "اتفاقية", "اتفاقية تعاون", "اتفاق", "协议"),
        *("accord", "treaty", "cooperation agreement", "agreement of cooperation", "framework agreement"),
        *("توافق‌نامه", "موافقت‌نامه", "توافق", "قرارداد", "anlaşma", "соглашение"),
        *("соглашение о сотрудничестве", "соглашение о торгово-экономическом сотрудничестве", "договор"),
        *(
            "abkommen",
            "entente",
            "acuerdo",
            "accordo",
            "vereinbarung",
            "kooperationsvereinbarung",
            "vertrag",
            "accord de coopération",
            "convenio",
        ),
        *("işbirliği anlaşması", "تفاهم‌نامه و توافق‌نامه"),
    ),
    "sister_city": (
        *("توأمة", "اتفاقية توأمة", "友好城市"),
        *(
            "sister cities",
            "twin city",
            "twin cities",
            "twin town",
            "twin towns",
            "twinning",
            "town twinning",
        ),
        *("twinned", "sister town", "partner city", "jumelage", "gemellaggio", "städtepartnerschaft"),
        *("kardeş şehir", "kardeş kent", "побратим", "города-побратимы", "hermanamiento", "partnerstadt"),
        *("соглашение о побратимстве", "побратимство", "побратимские связи", "kardeş şehir protokolü"),
        *("خواهرشهر", "خواهرشهری", "شهر خواهر", "شهر خواهرخوانده", "خواهرخواندگی شهرها"),
    ),
    "sister_province": (
        *("sister provinces", "sister state", "sister region", "twin province", "partner province"),
        *("استان خواهرخوانده", "خواهرخواندگی استان‌ها"),
    ),
    "friendship": ("friendship agreement", "friendship city", "تفاهم‌نامه دوستی", "پیمان دوستی"),
    "project": ("joint project", "projects", "پروژه", "پروژه مشترک", "طرح"),
    "committee": (
        *("joint committee", "joint commission", "commission", "کمیته", "کمیسیون", "کمیسیون مشترک"),
        *("کمیته مشترک", "کارگروه مشترک"),
    ),
    "office": ("representative office", "liaison office", "دفتر", "دفتر نمایندگی"),
    "visit": ("delegation", "official visit", "trip", "سفر", "دیدار", "بازدید", "هیئت"),
    "meeting": ("conference", "talks", "joint meeting", "نشست", "جلسه", "همایش"),
    "contact": ("contacts", "correspondence", "تماس", "مکاتبه"),
    "trade": ("commerce", "تجارت", "بازرگانی"),
    "tourism": ("گردشگری",),
    "investment": ("سرمایه‌گذاری",),
}
"""Words for the kinds of tie beside their own."""

_SECTORS = {
    "trade": (
        "commerce",
        "commercial",
        "export",
        "exports",
        "import",
        "imports",
        "بازرگانی",
        "تجاری",
        "صادرات",
    ),
    "investment": ("investments", "سرمایه گذاری"),
    "tourism": ("travel", "holidays", "tourist", "turizm", "توریسم", "جهانگردی", "گردشگری سلامت"),
    "production": ("industry", "industrial", "manufacturing", "صنعت", "صنعتی", "صنایع", "تولیدی"),
    "culture": ("cultural", "art", "arts", "heritage", "فرهنگی", "هنر", "فرهنگ و هنر", "kültür"),
    "education": ("educational", "universities", "university", "training", "students", "آموزشی", "دانشگاه"),
    "transport": (
        "transportation",
        "transit",
        "logistics",
        "roads",
        "rail",
        "ترانزیت",
        "حمل و نقل",
        "لجستیک",
    ),
    "energy": ("oil", "gas", "oil and gas", "electricity", "power", "نفت", "گاز", "برق", "نفت و گاز"),
    "agriculture": (
        "farming",
        "agricultural",
        "food",
        "fisheries",
        "livestock",
        "کشاورزی و دامداری",
        "شیلات",
    ),
    "science": ("technology", "research", "science and technology", "scientific", "علمی", "فناوری", "پژوهش"),
    "health": ("medical", "medicine", "healthcare", "بهداشت", "درمان", "سلامت", "بهداشتی", "پزشکی"),
    "environment": ("ecology", "environmental", "water", "زیست محیطی", "آب"),
    "sport": ("sports", "ورزشی"),
    "security": ("border security", "police", "امنیتی", "امنیت مرزی"),
}
"""Words for the sectors beside their own."""

_STAGES = {
    "in_force": (
        "active",
        "valid",
        "signed",
        "effective",
        "فعال",
        "جاری",
        "معتبر",
        "امضاشده",
        "در حال اجرا",
        "yürürlükte",
        "действует",
        "действующее",
        "aktiv",
        "gültig",
        "in kraft",
        "vigente",
        "en vigueur",
    ),
    "ended": (
        "expired",
        "terminated",
        "inactive",
        "cancelled",
        "sona erdi",
        "истекло",
        "прекращено",
        "beendet",
        "منقضی",
        "خاتمه‌یافته",
        "لغو شده",
        "غیرفعال",
    ),
    "negotiating": ("in negotiation", "under negotiation", "draft", "در دست مذاکره", "پیش‌نویس"),
    "proposed": ("planned", "letter of intent", "پیشنهادی"),
    "suspended": ("frozen", "on hold", "معلق", "متوقف", "askıda", "приостановлено", "ruhend", "ausgesetzt"),
}
"""Words for the stages beside their own."""

_TABLES = {"kind": _KINDS, "sectors": _SECTORS, "stage": _STAGES}


@cache
def list_words(field: str) -> dict[str, str]:
    """Return the folded words for the values of a field of a tie, with those values.

    >>> list_words("kind")[fold("MoU")], list_words("sectors")[fold("حمل و نقل")]
    ('memorandum', 'transport')
    """
    choices = Tie.column(field).kind.choices or {}
    words = {fold(word): value for value, known in _TABLES[field].items() for word in known}
    words |= {fold(name): value for value, name in choices.items()}
    return words | {fold(value): value for value in choices}


# ---------------------------------------------------------------------------- heads

_HEADS = {
    "until": r"until|end|ends|ended|expiry|expires|expiration|expired|valid to|to date|date to"
    r"|termination|پایان|انقضا|خاتمه|اعتبار تا|تا تاریخ|تا|bitis|bitiş|bis|ende|окончание"
    r"|дата окончания|fin|hasta",
    "period": r"validity|period|term|duration|срок действия|срок|laufzeit|sure|gecerlilik|مدت|مدت اعتبار"
    r"|دوره|duree|vigencia",
    "since": r"日期|建立日期|时间|تاريخ|تاريخ التوقيع|"
    r"since|start|started|begin|began|beginning|signed|signature|signing|date|year|established"
    r"|from date|date from|valid from|est|twinned|agreed|concluded|تاریخ|سال|آغاز|شروع|امضا"
    r"|انعقاد|tarih|yil|datum|seit|beginn|abschluss|jahr|fecha|desde|ano|annee|depuis|дата"
    r"|дата подписания|год|начало|از تاریخ|baslangic|imza tarihi",
    "lat": r"lat\d*|latitude|y|عرض جغرافیایی",
    "lon": r"lon\d*|lng\d*|long|longitude|x|طول جغرافیایی",
    "city": r"城市|المدينة|مدينة|"
    r"city|cities|town|municipality|شهر|شهرهای|شهر های|شهرداری|شهرستان|ville|stadt|sehir|kent"
    r"|ciudad|commune|hc|город|partnerstadt|partnerstadte|stadte|iller|sehirler|kardes sehir",
    "country": r"国家|الدولة|دولة|"
    r"country|countries|nation|state party|کشور|کشور ها|pays|land|lander|staat|ulke|pais|страна"
    r"|государство",
    "region": r"المحافظة|الولاية|"
    r"region|state|oblast|governorate|region abroad|county|استان خارجی|ایالت|منطقه|регион"
    r"|область|край|bundesland|partnerregion|partnerland|region partenaire|bolge",
    "province": r"省份|省|المحافظة الإيرانية|"
    r"province|provinces|prov|ostan|استان|استان ها|il|ili|eyalet|eyaleti|провинция|provinz"
    r"|provinzen|provincia",
    "counterpart": r""
    r"counterpart|office|organisation|organization|ministry|signatory|partner|همتا|طرف|طرف مقابل"
    r"|نهاد",
    "kind": r"类型|النوع|نوع الاتفاق|"
    r"kind|type|form|instrument|نوع|نوع رابطه|نوع سند|قالب|tur|turu|вид|вид документа|тип|art"
    r"|typ|tipo",
    "sectors": r"sector|sectors|field|fields|area|areas|topic|topics|theme|subject|حوزه|حوزه ها|زمینه"
    r"|زمینه ها|موضوع|محور|محورها|alan|alanlar|сфера|сферы|область сотрудничества|bereich"
    r"|bereiche|themen|fields",
    "stage": r"stage|status|وضعیت|مرحله|durum|статус|stand|estado|statut",
    "document": r"document|doc|number|no|ref|reference|register|شماره|سند|شماره سند|شماره نامه",
    "source": r"source|sources|منبع|مأخذ|ماخذ",
    "url": r"url|link|web|website|address|نشانی|پیوند|لینک",
    "note": r"note|notes|remark|remarks|comment|comments|description|توضیح|توضیحات|ملاحظات|یادداشت"
    r"|примечание|примечания|anmerkung|anmerkungen|bemerkung|bemerkungen|aciklama|notlar"
    r"|observaciones|remarques",
}
"""Words of the heads of columns, by what the columns hold; the first that fits counts."""
_HEAD_WORDS = {
    role: frozenset(" ".join(split_words(word.replace(r"\d*", ""))) for word in words.split("|"))
    for role, words in _HEADS.items()
}

_ABROAD = frozenset(
    split_words(
        "foreign abroad partner their other target destination to yabancı зарубежный иностранный"
        " ausländisch ausländische étranger étrangère extranjero"
        " خارجی خارج مقابل مقصد"
    )
)
_AT_HOME = frozenset(split_words("home our domestic own local origin from eigene yerli داخلی داخل مبدأ"))


def split_head(head: str) -> tuple[str, ...]:
    """Return the folded words of the head of a column.

    >>> split_head("foreignCity_2"), split_head("تاریخ امضا")
    (('foreign', 'city', '2'), ('تاریخ', 'امضا'))
    """
    return split_words(re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d)", " ", head))


def name_roles(head: str) -> tuple[str, ...]:
    """Return what a column may hold by its head, the whole head before a part of it.

    >>> name_roles("Expiry date"), name_roles("Partner city"), name_roles("xyz")
    (('until', 'since'), ('city', 'counterpart'), ())
    >>> name_roles("سند / تاریخ امضا")
    ('since',)
    """
    # Of a head in two lines, the lower one says what the column holds.
    own = head.partition(HEAD_MARK)[2]
    if own and (roles := name_roles(own)):
        return roles
    words = tuple(word for word in split_head(head) if not word.isdigit())
    pieces = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    return tuple(role for role, known in _HEAD_WORDS.items() if pieces & known)


def find_side(head: str) -> str:
    """Return on which side of the border a column lies by its head: home, abroad, or blank.

    >>> find_side("foreign_city"), find_side("شهر داخلی"), find_side("city1")
    ('abroad', 'home', '')
    """
    words = set(split_head(head))
    if words & _ABROAD:
        return "abroad"
    return "home" if words & _AT_HOME else ""
