"""The sectors in which a tie may lie: words, which analyses need without the classes of the model."""

SECTORS = {
    "trade": "تجارت",
    "investment": "سرمایه‌گذاری",
    "tourism": "گردشگری",
    "production": "تولید",
    "culture": "فرهنگ",
    "education": "آموزش",
    "transport": "حمل‌ونقل",
    "energy": "انرژی",
    "agriculture": "کشاورزی",
    "science": "علم و فناوری",
    "health": "بهداشت و درمان",
    "environment": "محیط زیست",
    "sport": "ورزش",
    "security": "امنیت",
    "other": "دیگر",
}
"""The sectors in which a tie may lie, with their Persian; the first three are those of the working groups."""
