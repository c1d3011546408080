"""German, Dutch, Swedish, Danish and Norwegian, without accents."""

from __future__ import annotations

ASKING: dict[str, frozenset[str]] = {
    "German": frozenset({
        "aendern", "aendere", "anpassen", "andern", "andere", "austauschen", "beispiel", "bitte", "dein", "deine", "deinem", "deinen", "deiner", "einfugen", "einfuegen", "eingeben", "einsetzen", "eintragen",
        "ersetze", "ersetzen", "erzeugen", "euer", "eure", "generieren", "hier", "hierher", "ihr", "ihre", "ihren", "ihrem", "platzhalter", "setzen", "tragen", "hinterlegen", "ausfullen", "ausfuellen",
    }),
    "Dutch": frozenset({
        "aanpassen", "hier", "invoegen", "invoeren", "invullen", "jouw", "plak", "vervang", "vervangen", "verander", "veranderen", "voorbeeld", "vul", "wijzig", "wijzigen", "uw", "plaats",
    }),
    "Swedish": frozenset({"andra", "byt", "byta", "din", "ditt", "dina", "ersatt", "exempel", "klistra", "skriv",  "fyll"}),
    "Danish and Norwegian": frozenset({"bytt", "din", "dit", "ditt", "eksempel", "endre", "erstat", "erstatt", "indsaet", "skift", "sett",  "aendr"}),
}  # fmt: skip
MAYBE: dict[str, frozenset[str]] = {
    "German": frozenset(
        {"mein", "meine", "diese", "dieses", "ein", "eine", "im", "in", "und", "mit", "mich", "der", "die", "das"}
    ),
    "Dutch": frozenset({"mijn", "je", "dit", "deze", "een", "het", "de", "in", "met", "mij", "naar"}),
    "Swedish": frozenset({"har", "min", "mitt", "mig", "ut", "till", "denna", "detta", "en", "i"}),
}
NOUNS: dict[str, frozenset[str]] = {
    "German": frozenset({
        "geheim", "geheime", "geheimer", "geheimes", "geheimnis", "schlussel", "schluessel", "passwort", "kennwort", "produktion", "zufallig", "zufaellig", "zufallige", "zeichen", "lang", "langer", "langes",
        "datenbank", "benutzer", "konto", "sicher", "sicheres", "sicherer", "starkes", "mindestens", "zugangsdaten", "zugriffsschlussel", "zugangsschlussel", "sehr",
    }),
    "Dutch": frozenset({"geheim", "geheime", "sleutel", "wachtwoord", "productie", "willekeurig", "willekeurige", "tekens", "lang", "lange", "gebruiker", "veilig", "veilige", "sterk"}),
    "Swedish": frozenset({"hemlig", "hemlighet", "losenord", "nyckel", "produktion", "saker", "slumpmassig", "tecken"}),
    "Danish and Norwegian": frozenset({"hemmelig", "hemmelighed", "hemmelighet", "nogle", "nokkel", "adgangskode", "passord", "kodeord", "produksjon"}),
}  # fmt: skip
