"""The words of all languages here that may ask for something, in one module: what a plain name holds none of.

Written by `python -m bunproof_dev.asking_words` from its neighbours.
"""

from __future__ import annotations

_WORDS = """
aanpassen acak acces acceso accesso acesso actualiza actualizar adgangskode adicione aendere aendern aendr
aggiungi agrega agregar aici ajouter ajoutez aleatoire aleatoria aleatorio alterar altere aman anade anadir
anahtar anahtari anahtarin anda andere andern andra anpassen aqui atualize ausfuellen ausfullen austauschen
avain banco beispiel benutzer bezpecne bezpieczne bezpieczny bi bitte buat buraya byt byta bytt cadena cambia
cambiad cambiala cambialo cambiame cambiami cambiar cambiare cambiarlo cambiarme cambie canvia canviar
caracteres caratteri casuale chaine change changeit changeme changer changethis changez chave chaves chiave
chiavi chuoi clave claves cle cles cliente cole coller collez coloca colocar coloque completa completar
completer compte conexao conexion connessione connexion conta conto contoh contrasena contrasenia csereld
cserelje cua cuenta dados dari datenbank dati datos defaut defecto defina definir degistir degistirin
degistiriniz dein deine deinem deinen deiner desarrollo desenvolvimento developpement dien digite din dina
disini dit dito ditt doldurun donnees doplnit doplnte dummy edit editme einfuegen einfugen eingeben einsetzen
eintragen ejemplo ekleyin eksempel endre enganxa enter entrez ersatt ersetze ersetzen erstat erstatt erzeugen
escolha escreva escribe escribir esempio esimerkki euer eure example examples exempel exemple exemplo exemplu
fake fakekey fakesecret fill fillin fixme forte frase fuerte fyll ganti gantikan gantilah gebruiker geheim
geheime geheimer geheimes geheimnis genera generar generer generez generieren gerar gere geslo gir girin giriniz
gizli goes guclu gunakan guncelle guvenli halimbawa haslo hemlig hemlighet hemmelig hemmelighed hemmelighet here
heslo hier hierher hinterlegen ici identifiant identificador ihr ihre ihrem ihren ilagay illeszd incolla
incollare indiquez indsaet informe ingresa ingresar ingrese inlocuieste inlocuiti inserer inserez inserire
inserisci insert inserta insertar inserte insira introduce introduceti introducir invoegen invoeren invullen
irja isi isikan iyong izmeni izmenit izmenite jelszo jeton jouw kamu karakter kata kennwort khau khoa klic
klistra kljuc kluc kluch klucz klyuch kodeord konto korvaa koyun kuat kulcs kunci ky laluan lang lange langer
langes larga largo lihim liita llave lokal longa longo longue losenord losowe losowy lozinka lunga lungo manh
masukan masukkan mat mettez metti mettre mindestens minimo modifica modificar modificare modifier modifiez
modifique molto mot motdepasse muda mudar mude muito muuta muy nahodny nahrad nahradit nahradte ngau nhap nhien
nogle nokkel notarealkey notreal nyckel ochen ornegin ornek ovde ovdje override padrao palabra palavra palitan
panjang parol parola passe passord passwort paste pega pegar pegue pelda phrase pk plaats placeholder
placeholders plak platzhalter podaj pomenyaite pomenyat pomenyay poner ponga pongalo ponha posa predefinita
predeterminada preencha preencher priklad primer primjer privada privata privee producao produccion productie
produkci produkcja produkcji produksi produksjon produktion produzione promeni promijeni provide prueba przyklad
przykladowe przykladowy put rahasia rahsia rastgele redacted reemplace reemplaza reemplazame reemplazar rellena
rellenar remplace remplacer remplacez renseigner renseignez replace replaceme replacethis rk saisir saisissez
sajat saker salainen salaisuus salasana sample sandi schimba schimbati schluessel schlussel scrivi secreta
secrete secreto securise securisee segredo segreta segreto segura seguro sehr sekret sekretniy sekretny
sekretnyy senha senin setme sett setzen seu seus sicher sicherer sicheres sicura sicuro sifra sifre sifreniz
sifresi silne sini sinun sizin sk skift skriv skrivnost sleutel slozhnyy sluchaynaya slumpmassig smeni smenit
sostituire sostituisci specify spremeni starkes sterk stringa stroka stub sua suas substitua substitueix
substituir suda supply susi sustituir sustituya sustituye sviluppo swap syota syuda tahan tajemstvi tajna tajne
tajni tajny tayniy taynyy tbc tbd tecken tekens tempel tempelkan temporal teste teu teva thay titkos titok todo
tragen tres troca trocar troque tua tukaj tukar tuo tuoi tuotannossa tutaj tvoi tvoj tvoy tvuj twoj twoja twoje
ubah ubahlah ukazhite unesi unesite unset update updateme uretim uretimde uretin urgente ustaw usuario utente
utilisateur uw uzupelnij vaihda valtoztasd vao vas vash vasha vashe vashi veilig veilige verander veranderen
vervang vervangen vidu vlozit vlozte voorbeeld vos vostra vostro votre vstavit vstavte vul wachtwoord wijzig
wijzigen willekeurig willekeurige wklej wpisz wstaw wygeneruj yapistir yapistirin yaz yazin your youre yourkey
yours zadajte zadejte zameni zamenit zamenite zamenjaj zamien zamijeni zastap zdes zeichen zmen zmenit zmente
zmien zmienic zmienmnie znakow znaku zufaellig zufallig zufallige zugangsdaten zugangsschlussel
zugriffsschlussel
"""
WORDS = frozenset(_WORDS.split())
_PAIRS = """
at-deploy before-deploy before-production do-not fill-me fix-me for-production from-env goes-here in-production
injected-by managed-by not-a not-real not-set on-deploy provided-by set-by set-in set-me set-via to-be ur-api
ur-key ur-password ur-secret ur-token
"""
PAIRS = frozenset(_PAIRS.split())
