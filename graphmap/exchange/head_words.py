"""What the columns of other people's lists are called, by what they hold and on which side of the border."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmap.text import split_words

HEAD_MARK = " / "
"""Between the two heads of a column whose names stand in two lines."""

_HEADS = {
    "until": r"until|end|ends|ended|expiry|expires|expiration|expired|valid to|to date|date to"
    r"|termination|پایان|انقضا|خاتمه|اعتبار تا|تا تاریخ|تا|bitis|bitiş|bis|ende|окончание"
    r"|дата окончания|fin|hasta"
    r"|valid upto|valid till|valid until|upto|validade|vencimento|scadenza|expira"
    r"|obowiazuje do|wazna do|wazne do|діє до|термін дії до|het han|hết hạn|ngày hết hạn|วันหมดอายุ|สิ้นสุด"
    r"|vigente hasta|fecha de fin|data di fine|berlaku sampai|有效期至|期限|만료일|تاريخ الانتهاء"
    r"|اعتبار",
    "period": r"validity|period|term|duration|срок действия|срок|laufzeit|sure|gecerlilik|مدت|مدت اعتبار"
    r"|دوره|duree|vigencia|okres obowiazywania|термін дії|срок действия лет|thời hạn|مدة الاتفاقية|المدة",
    "since": r"ημερομηνία|έτος|anul|data semnarii|godina|"
    r"السنة|سنة|سنة التوقيع|تاريخ التوأمة|дата підписання|рік|ngày ký|ngày|năm|"
    r"วันที่|วันที่ลงนาม|ปี|"
    r"ปี พ ศ|data podpisania|rok podpisania|日期|建立日期|时间|تاريخ|تاريخ التوقيع|"
    r"since|start|started|begin|began|beginning|signed|signature|signing|date|year|established"
    r"|from date|date from|valid from|est|twinned|agreed|concluded|تاریخ|سال|آغاز|شروع|امضا"
    r"|انعقاد|tarih|yil|datum|seit|beginn|abschluss|jahr|fecha|desde|ano|annee|depuis|дата"
    r"|дата подписания|год|начало|از تاریخ|baslangic|imza tarihi"
    r"|w e f|wef|effective|effective from|commencement|commenced|data|data firma|assinatura"
    r"|anno|tanggal|tahun|datum podpisu|rok|data podpisania|dato|ar|firma|年月日|提携年|签署|签订|结好"
    r"|缔结|締結|결연일|체결일|일자|연도|년도",
    "lat": r"lat\d*|latitude|y|عرض جغرافیایی",
    "lon": r"lon\d*|lng\d*|long|longitude|x|طول جغرافیایی",
    "city": r"πόλη|πόλεις|δήμος|oras|orase|municipiu|helység|város|stad|grad|"
    r"城市|المدينة|مدينة|البلدية|місто|города|міста|miasto|miasta|thành phố|"
    r"เมือง|เทศบาล|collectivite|municipalite|"
    r"city|cities|town|towns|municipalities|municipality|"
    r"شهر|شهرهای|شهر های|شهرداری|شهرستان|ville|stadt|sehir|kent"
    r"|ciudad|commune|hc|город|partnerstadt|partnerstadte|stadte|iller|sehirler|kardes sehir"
    r"|cidade|cidades|comune|comuni|citta|miasto|mesto|město|kota|kabupaten|gemeente"
    r"|community|communities|municipio|município|kommune|kommun|plaats|都市|市町村|도시|시군구",
    "country": r"χώρα|tara|tari|drzava|država|"
    r"国家|الدولة|دولة|البلد|країна|держава|ประเทศ|panstwo|nationality|"
    r"country|countries|nation|state party|کشور|کشور ها|pays|land|lander|staat|ulke|pais|страна"
    r"|государство"
    r"|paese|stato|stát|země|negara|nazione|ország|国名|国别|國家|國別|국가|국명|država|quốc gia",
    "region": r"المحافظة|الولاية|регіон|"
    r"region|state|oblast|governorate|region abroad|county|استان خارجی|ایالت|منطقه|регион"
    r"|область|край|bundesland|partnerregion|partnerland|region partenaire|bolge"
    r"|prefecture|canton|voivodeship|kraj|지역",
    "province": r"επαρχία|περιφέρεια|judet|megye|län|fylke|"
    r"省份|省|المحافظة الإيرانية|ولایت|ولایت ها|ولايت|จังหวัด|tỉnh|tỉnh thành phố|облыс|"
    r"province|provinces|prov|ostan|استان|استان ها|il|ili|eyalet|eyaleti|провинция|provinz"
    r"|provinzen|provincia"
    r"|uf|departement|département|provinsi|propinsi|都道府県|府県|시도|광역자치단체|kraj|województwo"
    r"|viloyat|ут|state ut",
    "counterpart": r"counterpart|office|organisation|organization|ministry|signatory|همتا|نهاد|교류기관",
    "partner": r"الجهة المقابلة|الطرف المقابل|الطرف الآخر|الشريك|đối tác|คู่สัมพันธ์|เมืองคู่|побратим|побратими|"
    r"partner|partners|mitra|partenaire|partenaires|parceiro|socio|提携先|相手先|партнер|партнёр"
    r"|partnerská|partneři|طرف|طرف مقابل|طرف خارجی",
    "kind": r"类型|النوع|نوع الاتفاق|نوع الوثيقة|rodzaj dokumentu|loại|hình thức|ประเภท|вид угоди|"
    r"kind|type|form|instrument|نوع|نوع رابطه|نوع سند|قالب|tur|turu|вид|вид документа|тип|art"
    r"|typ|tipo"
    r"|arrangement|bentuk|bentuk kerja sama|구분|種別|类别|druh|rodzaj|forma",
    "sectors": r"المجال|مجالات التعاون|المجالات|dziedzina|dziedziny|zakres|сфери|галузь|lĩnh vực|สาขา|ด้าน|"
    r"sector|sectors|field|fields|area|areas|topic|topics|theme|subject|حوزه|حوزه ها|زمینه"
    r"|زمینه ها|موضوع|محور|محورها|alan|alanlar|сфера|сферы|область сотрудничества|bereich"
    r"|bereiche|themen|fields"
    r"|bidang|bidang kerja sama|领域|分野|분야|ambito|ámbito|setor|settore",
    "stage": r"stage|status|وضعیت|مرحله|durum|статус|stand|estado|statut"
    r"|durumu|situação|stav|상태|état|stan|状態|状态",
    "document": r"document|doc|number|no|ref|reference|register|شماره|سند|شماره سند|شماره نامه",
    "source": r"source|sources|منبع|مأخذ|ماخذ"
    r"|quelle|fonte|fuente|kaynak|出典|来源|출처|источник",
    "url": r"url|link|web|website|address|نشانی|پیوند|لینک",
    "note": r"note|notes|remark|remarks|comment|comments|description|توضیح|توضیحات|ملاحظات|یادداشت"
    r"|примечание|примечания|anmerkung|anmerkungen|bemerkung|bemerkungen|aciklama|notlar"
    r"|observaciones|remarques"
    r"|keterangan|備考|备注|비고|observações|poznámka|uwagi|opmerkingen",
}
"""Words of the heads of columns, by what the columns hold; the first that fits counts."""
_WHOLE = {"since": "from|od|von|du|de", "until": "to|do|au|thru"}
"""Words that are heads only where they stand alone."""
_HEAD_WORDS = {
    role: frozenset(" ".join(split_words(word.replace(r"\d*", ""))) for word in words.split("|"))
    for role, words in _HEADS.items()
}

_ABROAD = frozenset(
    split_words(
        "foreign abroad partner partners their other target destination to yabancı зарубежный иностранный"
        " ausländisch ausländische étranger étrangère extranjero"
        " خارجی خارج مقابل مقصد international intl int'l overseas sister twin twinned jumelée irmã hermana"
        " gemellata kardeş побратим partnerská mitra extranjera estrangeira straniera"
        " المقابلة المقابل الشريكة الشريك hermanada hermanado hermanadas побратим побратими partnerski"
        " partnerska партнер zagraniczny خواهرخوانده 外方 海外 相手 해외 교류"
    )
)
_AT_HOME = frozenset(
    split_words("home our domestic own local origin from eigene yerli داخلی داخل مبدأ 中方 自治体")
)


def split_head(head: str) -> tuple[str, ...]:
    """Return the folded words of the head of a column.

    >>> split_head("foreignCity_2"), split_head("تاریخ امضا")
    (('foreign', 'city', '2'), ('تاریخ', 'امضا'))
    """
    return split_words(re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d)", " ", head))


def name_roles(head: str) -> tuple[str, ...]:
    """Return what a column may hold by its head, the whole head before a part of it.

    >>> name_roles("Expiry date"), name_roles("Partner city"), name_roles("xyz")
    (('until', 'since'), ('city', 'partner'), ())
    >>> name_roles("سند / تاریخ امضا"), name_roles("中方城市"), name_roles("To")
    (('since',), ('city',), ('until',))
    """
    # Of a head in two lines, the lower one says what the column holds.
    own = head.partition(HEAD_MARK)[2]
    if own and (roles := name_roles(own)):
        return roles
    words = tuple(word for word in split_head(head) if not word.isdigit())
    pieces = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    pieces |= {part for word in words for part in _list_parts(word)}
    alone = {role for role, known in _WHOLE.items() if " ".join(words) in known.split("|")}
    return tuple(role for role, known in _HEAD_WORDS.items() if role in alone or pieces & known)


def _list_parts(word: str) -> Iterator[str]:
    """Yield the parts of a word of a script that writes words without spaces between them."""
    if re.search(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]", word):
        yield from (word[a:b] for a in range(len(word)) for b in range(a + 1, len(word) + 1))


def find_side(head: str) -> str:
    """Return on which side of the border a column lies by its head: home, abroad, or blank.

    >>> find_side("foreign_city"), find_side("شهر داخلی"), find_side("city1")
    ('abroad', 'home', '')
    >>> find_side("外方城市"), find_side("Ville jumelée"), find_side("Int'l Country")
    ('abroad', 'abroad', 'abroad')
    """
    words = set(split_head(head))
    words |= {part for word in words for part in _list_parts(word)}
    if words & _ABROAD:
        return "abroad"
    return "home" if words & _AT_HOME else ""
