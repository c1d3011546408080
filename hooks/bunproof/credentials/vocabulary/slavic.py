"""Russian, Ukrainian, Bulgarian, Polish, Czech, Slovak and South Slavic, in their own letters and transliterated, without accents.

The stems (`STEMS`) stand for all their endings.
"""

from __future__ import annotations

ASKING: dict[str, frozenset[str]] = {
    "Russian": frozenset({"vash", "vasha", "vashe", "vashi", "vstavte", "vstavit", "zdes", "syuda", "suda", "zamenit", "zamenite", "zameni", "izmenit", "izmenite", "izmeni", "pomenyat", "pomenyay", "pomenyaite", "smenit", "smeni", "primer", "tvoy", "tvoi", "ukazhite"}),
    "Polish": frozenset({
        "podaj", "przyklad", "przykladowy", "przykladowe", "tutaj", "twoj", "twoja", "twoje", "uzupelnij", "ustaw", "wklej", "wpisz", "wstaw", "wygeneruj", "zamien", "zastap", "zmien", "zmienic", "zmienmnie",
    }),
    "Czech and Slovak": frozenset({"doplnte", "doplnit", "nahradit", "nahrad", "nahradte", "priklad",  "tvoj", "tvuj",  "vlozte", "vlozit", "zadejte", "zadajte", "zmen", "zmenit", "zmente"}),
    "South Slavic": frozenset({"ovdje", "ovde", "promijeni", "promeni", "primjer", "tvoj", "unesi", "unesite", "vas", "zamijeni", "zameni", "zamenjaj", "spremeni", "tukaj"}),
}  # fmt: skip
MAYBE: dict[str, frozenset[str]] = {
    "Polish": frozenset({"moj", "moje", "to", "na", "w"}),
    "Russian": frozenset({"moy", "moi", "eto", "v"}),
}
NOUNS: dict[str, frozenset[str]] = {
    "Russian": frozenset({"klyuch", "kluch", "parol", "sekret", "sekretnyy", "sekretniy", "sekretny", "taynyy", "tayniy", "sluchaynaya", "stroka", "slozhnyy", "ochen"}),
    "Polish": frozenset({"haslo", "klucz", "sekret", "tajny", "tajne", "tajna", "produkcja", "produkcji", "losowy", "losowe", "znakow", "bezpieczne", "bezpieczny", "silne"}),
    "Czech and Slovak": frozenset({"heslo", "klic", "kluc", "tajny", "tajne", "tajemstvi", "produkci", "nahodny", "znaku", "silne", "bezpecne"}),
    "South Slavic": frozenset({"lozinka", "kljuc", "tajna", "tajni", "sifra", "geslo", "skrivnost"}),
}  # fmt: skip
STEMS: dict[str, tuple[str, ...]] = {
    "Russian": (
        "ваш", "твой", "твоя", "твое", "твои", "замен", "измен", "помен", "смени", "встав", "введ", "укаж", "впиш", "сюда", "здесь", "пример", "заполн", "сгенерир", "подстав", "сво",
    ),
    "Ukrainian": ("ваш", "твій", "замін", "змін", "встав", "введ", "вкаж", "впиш", "сюди", "тут", "приклад", "заповн"),
    "Bulgarian": ("вашия", "вашият", "твоя", "смен", "промен", "поставете", "въведете", "тук", "пример"),
}  # fmt: skip
