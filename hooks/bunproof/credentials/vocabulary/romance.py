"""Spanish, Portuguese, French, Italian, Catalan and Romanian, without accents (values are compared without them).

`ASKING` words ask the reader for something and are rarely anything else; `MAYBE` words do so beside a noun; `NOUNS` are what
credentials are called, and the words between.
"""

from __future__ import annotations

ASKING: dict[str, frozenset[str]] = {
    "Spanish": frozenset({
        "actualiza", "actualizar", "agrega", "agregar", "anade", "anadir", "aqui", "cambia", "cambiala", "cambialo", "cambiame", "cambiar", "cambiarlo", "cambiarme", "cambie",
        "cambiad", "coloca", "colocar", "coloque", "completa", "completar", "ejemplo", "escribe", "escribir", "genera", "generar", "ingresa", "ingresar", "ingrese", "inserta", "insertar",
        "inserte", "introduce", "introducir", "modifica", "modificar", "modifique", "pega", "pegar", "pegue", "poner", "ponga", "pongalo", "reemplaza", "reemplazar", "reemplace", "reemplazame",
        "rellena", "rellenar", "sustituir", "sustituye", "sustituya",
    }),
    "Portuguese": frozenset({
        "adicione", "definir", "escolha", "gerar", "altere", "alterar", "atualize", "coloque", "defina", "digite", "exemplo", "gere", "informe", "insira", "modifique", "muda", "mudar", "mude", "preencha", "preencher", "sua",
        "seu", "substitua", "substituir", "suas", "seus", "troca", "trocar", "troque", "cole", "ponha", "escreva",
    }),
    "French": frozenset({
        "ajouter", "ajoutez", "completer", "definir", "changer", "changez", "collez", "coller", "entrez", "exemple", "generer", "generez", "ici", "indiquez", "inserer", "inserez", "mettez", "mettre", "modifiez",
        "modifier", "remplacer", "remplacez", "remplace", "renseigner", "renseignez", "saisir", "saisissez", "votre", "vos",
    }),
    "Italian": frozenset({
        "aggiungi", "cambiami", "cambiare", "cambiala", "esempio", "genera", "incolla", "incollare", "inserire", "inserisci", "metti", "modifica", "modificare", "sostituire", "sostituisci", "tua",
        "tuo", "tuoi", "vostra", "vostro", "scrivi",
    }),
    "Catalan": frozenset({"canvia", "canviar", "enganxa", "exemple", "teva", "teu", "substitueix", "posa"}),
    "Romanian": frozenset({"aici", "inlocuieste", "inlocuiti", "introduceti", "schimba", "schimbati", "exemplu"}),
}  # fmt: skip
MAYBE: dict[str, frozenset[str]] = {
    "Spanish": frozenset(
        {"esta", "este", "esto", "mi", "pon", "su", "tu", "tus", "sus", "el", "la", "de", "en", "por", "una", "un"}
    ),
    "Portuguese": frozenset(
        {
            "minha",
            "meu",
            "esta",
            "este",
            "isso",
            "isto",
            "aqui",
            "da",
            "do",
            "na",
            "no",
            "uma",
            "um",
            "em",
            "por",
            "para",
        }
    ),
    "French": frozenset(
        {
            "mon",
            "ma",
            "ta",
            "ton",
            "cette",
            "ce",
            "cela",
            "une",
            "un",
            "par",
            "le",
            "la",
            "du",
            "de",
            "en",
            "moi",
            "votre",
        }
    ),
    "Italian": frozenset(
        {"mia", "mio", "questa", "questo", "qui", "qua", "una", "un", "con", "la", "il", "di", "per", "in", "cambia"}
    ),
}
NOUNS: dict[str, frozenset[str]] = {
    "Spanish": frozenset({
        "clave", "claves", "contrasena", "contrasenia", "secreto", "secreta", "llave", "muy", "segura", "seguro", "produccion", "aleatoria", "aleatorio", "larga", "largo", "minimo", "caracteres",
        "acceso", "defecto", "desarrollo", "palabra", "predeterminada", "temporal", "datos", "cadena", "conexion", "usuario", "identificador", "cuenta", "privada", "frase", "fuerte", "urgente", "prueba", "cliente",
    }),
    "Portuguese": frozenset({
        "chave", "chaves", "senha", "segredo", "secreta", "secreto", "muito", "segura", "seguro", "forte", "producao", "aleatoria", "aleatorio", "longa", "longo", "minimo", "caracteres", "banco", "dados",
        "acesso", "desenvolvimento", "padrao", "palavra", "teste", "conexao", "usuario", "conta", "privada", "urgente", "cliente", "frase",
    }),
    "French": frozenset({
        "cle", "cles", "mot", "passe", "motdepasse", "secrete",  "jeton",  "aleatoire", "longue",  "caracteres",  "donnees", "chaine", "connexion", "utilisateur", "compte",
        "acces", "defaut", "developpement", "phrase", "privee",  "securise", "securisee", "tres", "forte", "identifiant",
    }),
    "Italian": frozenset({
        "chiave", "chiavi", "segreta", "segreto", "parola", "produzione", "casuale", "lunga", "lungo", "minimo", "caratteri", "dati", "stringa", "connessione", "utente", "conto", "privata", "frase", "sicura",
        "accesso", "predefinita", "sviluppo", "sicuro", "molto", "forte", "cliente",
    }),
}  # fmt: skip
# "My" and "your" of these languages, which say so before an English name, too.
WHOSE = frozenset(
    {"ma", "meu", "mi", "mia", "minha", "mio", "mis", "mon", "seu", "su", "sua", "ta", "ton", "tu", "tua", "tuo", "tus"}
)
