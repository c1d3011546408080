"""Turkish, Indonesian and Malay, Vietnamese, Finnish, Hungarian and Filipino, without accents."""

from __future__ import annotations

ASKING: dict[str, frozenset[str]] = {
    "Turkish": frozenset({"buraya", "degistir", "degistirin", "degistiriniz", "doldurun", "ekleyin", "girin", "giriniz", "gir", "ornek", "ornegin", "senin", "sizin", "yapistir", "yapistirin", "yaz", "yazin", "koyun", "guncelle", "uretin"}),
    "Indonesian and Malay": frozenset({"anda", "contoh", "isi", "dari", "gunakan", "disini", "gantikan", "ganti", "gantilah",  "isikan", "kamu", "masukan", "masukkan", "sini", "tempel", "tempelkan", "tukar", "ubah", "ubahlah", "buat"}),
    "Vietnamese": frozenset({  "cua",  "dien",  "nhap", "thay", "vidu",  "vao"}),
    "Finnish": frozenset({"esimerkki", "korvaa", "liita", "muuta", "sinun", "syota", "tahan", "vaihda"}),
    "Hungarian": frozenset({"csereld", "cserelje",  "illeszd", "irja", "pelda", "sajat", "valtoztasd"}),
    "Filipino": frozenset({"ilagay", "iyong", "palitan", "dito", "halimbawa"}),
}  # fmt: skip
MAYBE: dict[str, frozenset[str]] = {
    "Turkish": frozenset({"bir", "bu", "ile", "icin"}),
    "Vietnamese": frozenset({"hay", "doi", "day", "dan", "ban", "mot", "la", "o"}),
}
NOUNS: dict[str, frozenset[str]] = {
    "Turkish": frozenset({"anahtar", "anahtari", "anahtarin", "gizli", "parola", "sifre", "sifreniz", "sifresi", "guclu", "guvenli", "rastgele", "karakter", "uretim", "uretimde"}),
    "Indonesian and Malay": frozenset({"kata", "kunci", "laluan", "rahasia", "sandi", "aman", "kuat", "acak", "produksi", "karakter", "lokal", "panjang", "rahsia"}),
    "Vietnamese": frozenset({"bi", "khau", "khoa", "mat", "chuoi", "ngau", "nhien", "ky", "manh"}),
    "Finnish": frozenset({"avain", "salainen", "salaisuus", "salasana", "tuotannossa"}),
    "Hungarian": frozenset({"jelszo", "kulcs", "titkos", "titok"}),
    "Filipino": frozenset({"lihim", "susi"}),
}  # fmt: skip
