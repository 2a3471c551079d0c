"""Words by which lists of others name the kinds, sectors and stages of ties."""

from __future__ import annotations

from functools import cache

from graphmap.schema import Tie
from graphmap.text import fold

_KINDS = {
    "memorandum": (
        *("bản ghi nhớ", "biên bản ghi nhớ", "меморандум про співпрацю", "บันทึกความเข้าใจ"),
        *("مذكرة تفاهم", "مذكرة التفاهم", "谅解备忘录", "备忘录"),
        *(
            "mou",
            "memorandum of understanding",
            "memorandum of cooperation",
            "mémorandum",
            "меморандум о сотрудничестве",
            "memoranda of understanding",
            "understanding",
        ),
        *("تفاهم‌نامه", "تفاهم", "یادداشت تفاهم", "تفاهم‌نامه همکاری", "меморандум"),
    ),
    "agreement": (
        *("porozumienie", "umowa", "umowa o współpracy", "угода", "угода про співпрацю", "договір"),
        *("thỏa thuận", "thỏa thuận hợp tác", "موافقتنامه", "ข้อตกลง"),
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
        *(
            "işbirliği protokolü",
            "coopération décentralisée",
            "protocolo de cooperação",
            "acordo de cooperação",
        ),
        *("işbirliği anlaşması", "تفاهم‌نامه و توافق‌نامه"),
    ),
    "sister_city": (
        *("友好城市", "cooperation de jumelage", "ciudades hermanas"),
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
        *(
            "kardeş şehir",
            "kardeş kent",
            "sister city agreement",
            "cidade irmã",
            "cidades irmãs",
            "姉妹都市",
            "자매도시",
            "побратим",
            "города-побратимы",
            "hermanamiento",
            "partnerstadt",
        ),
        *("соглашение о побратимстве", "побратимство", "побратимские связи", "kardeş şehir protokolü"),
        *("خواهرشهر", "خواهرشهری", "شهر خواهر", "شهر خواهرخوانده", "خواهرخواندگی شهرها"),
    ),
    "sister_province": (
        *(
            "sister-state agreement",
            "sister state agreement",
            "sister province agreement",
            "姉妹州",
            "友好省州",
        ),
        *("sister provinces", "sister state", "sister region", "twin province", "partner province"),
        *("استان خواهرخوانده", "خواهرخواندگی استان‌ها"),
    ),
    "friendship": (
        *(
            "pacte d'amitié",
            "우호",
            "友好",
            "友好提携",
            "friendship pact",
            "patto di amicizia",
            "dostluk protokolü",
        ),
        "friendship agreement",
        "friendship city",
        "تفاهم‌نامه دوستی",
        "پیمان دوستی",
    ),
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

_SECTORS_ELSEWHERE = {
    "trade": "торговля|внешняя торговля|экономика|торгівля|економіка|handel|gospodarka"
    "|commerce extérieur|économie|comercio|economía|comércio|economia|commercio"
    "|wirtschaft|ticaret|贸易|经贸|التجارة|تجارة|thương mại|kinh tế",
    "investment": "инвестиции|інвестиції|inwestycje|investissement|inversión|inversiones"
    "|investimento|investimentos|investimenti|investitionen|yatırım|投资|الاستثمار"
    "|đầu tư",
    "tourism": "туризм|turystyka|tourisme|turismo|tourismus|旅游|观光|السياحة|سياحة|du lịch",
    "production": "промышленность|промисловість|przemysł|industrie|industria|indústria|sanayi"
    "|工业|الصناعة|công nghiệp",
    "culture": "культура|искусство|kultura|culture et patrimoine|patrimoine|cultura|kultur"
    "|kültür ve sanat|文化|الثقافة|ثقافة|văn hóa",
    "education": "образование|освіта|edukacja|oświata|éducation|jeunesse|educación|educação"
    "|istruzione|bildung|eğitim|教育|التعليم|تعليم|giáo dục",
    "transport": "транспорт|transporte|transporti|trasporti|verkehr|ulaştırma|交通|النقل"
    "|giao thông",
    "energy": "энергетика|енергетика|energia|energetyka|énergie|energía|energie|enerji|能源"
    "|الطاقة|năng lượng",
    "agriculture": "сельское хозяйство|сільське господарство|rolnictwo|agricultura|agricoltura"
    "|landwirtschaft|tarım|农业|الزراعة|nông nghiệp",
    "science": "наука|технологии|nauka|recherche|ciencia|tecnología|ciência|tecnologia"
    "|ricerca|scienza|wissenschaft|forschung|bilim|科技|العلوم|البحث العلمي"
    "|khoa học",
    "health": "здравоохранение|охорона здоров'я|zdrowie|santé|salud|saúde|sanità|gesundheit"
    "|sağlık|卫生|الصحة|y tế",
    "environment": "экология|охрана окружающей среды|довкілля|ochrona środowiska|environnement"
    "|medio ambiente|meio ambiente|ambiente|umwelt|çevre|环保|البيئة|môi trường",
    "sport": "спорт|deporte|deportes|esporte|spor|体育|الرياضة|thể thao",
}  # fmt: skip
"""Words for the sectors in other languages than English and Persian."""

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

SISTERS = frozenset(
    map(
        fold,
        (
            "توأمة",
            "اتفاقية توأمة",
            "kết nghĩa",
            "побратимство",
            "hermanamiento",
            "hermanamientos",
            "hermanada",
            "hermanadas",
            "jumelage",
            "jumelages",
            "побратими",
            "побратим",
            "partnerstadt",
            "sister",
            "twin",
            "twinned",
            "twinning",
            "خواهرخوانده",
            "خواهرخواندگی",
            "خواهر",
            "kardes",
            "자매",
            "자매결연",
            "姉妹",
            "姉妹提携",
            "irma",
            "irmas",
        ),
    )
) | {f"st{a}dtepartnerschaft{en}" for a in ("a", "ae") for en in ("", "en")}
"""Words for ties of twins, of cities or provinces as the ends are."""

_TABLES = {"kind": _KINDS, "sectors": _SECTORS, "stage": _STAGES}


@cache
def list_words(field: str) -> dict[str, str]:
    """Return the folded words for the values of a field of a tie, with those values.

    >>> list_words("kind")[fold("MoU")], list_words("sectors")[fold("حمل و نقل")]
    ('memorandum', 'transport')
    """
    choices = Tie.column(field).kind.choices or {}
    words = {fold(word): value for value, known in _TABLES[field].items() for word in known}
    if field == "sectors":
        words |= {fold(word): s for s, said in _SECTORS_ELSEWHERE.items() for word in said.split("|")}
    words |= {fold(name): value for value, name in choices.items()}
    return words | {fold(value): value for value in choices}
