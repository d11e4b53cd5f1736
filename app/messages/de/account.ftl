# Das eigene Konto.

title = Konto
facts = Profil
name = Name
email = E-Mail
since = Konto angelegt
office = Rolle
office-admin = Sie sind Admin dieser Website und verwalten alle Konten und Projekte.

password = Passwort
password-changed = Ihr Passwort ist geändert. Ihre anderen Sitzungen sind beendet.
password-current = Bisheriges Passwort
password-new = Neues Passwort
password-help = Mindestens 8 Zeichen; 12 oder mehr sind besser. Ihre anderen Sitzungen enden.
password-change = Passwort ändern

keys = Tasten der Bewertungsseite
keys-saved = Gespeichert
keys-text = Wählen Sie für jede Aktion einen Buchstaben. Ziffern, Eingabe, Escape, Rücktaste und „?“ lassen sich nicht ändern. Ein leeres Feld steht für den Standard.
keys-save = Tasten speichern
keys-usual = Auf Standardtasten zurücksetzen
keys-usual-ask = Auf Standardtasten zurücksetzen …
keys-usual-question = Alle eigenen Tasten werden durch den Standard ersetzt.

tokens = Token
tokens-text = Mit einem Token handelt ein Programm in Ihrem Namen, im Rahmen seiner Berechtigung.
tokens-link = API-Referenz
tokens-none = Noch keine Token. Legen Sie unten einen an.
works-until = Läuft ab
actions = Aktionen
token-made = angelegt am { $day }, zuletzt benutzt am { $used }
token-made-unused = angelegt am { $day }, nie benutzt
token-until-revoked = nie
revoke = Token widerrufen
revoke-ask = Widerrufen …
revoke-question = Programme, die diesen Token benutzen, verlieren sofort den Zugang. Ein Token lässt sich nicht wiederherstellen.
revoke-named = { $name } widerrufen
revoked = Widerrufen
scope-read = lesen
scope-judge = bewerten
scope-full = alles
token-is-made = Der Token ist angelegt
token-copy = Kopieren Sie ihn jetzt. Er wird nicht noch einmal gezeigt.
token-example = Zum Beispiel, um Ihre Projekte aufzulisten:
make-token = Token anlegen
token-name-help = Sein Zweck, etwa „nächtlicher Export“.
scope = Berechtigung
scope-read-label = Lesen
scope-read-hint = liest und lädt herunter, ändert nichts
scope-judge-label = Bewerten
scope-judge-hint = liest, holt Aufgaben und sendet Bewertungen
scope-full-label = Alles
scope-full-hint = darf alles, was Sie dürfen
works-for = Gültigkeit
days = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
a-year = 1 Jahr
until-revoked = Unbegrenzt
copy = Kopieren
copied = Kopiert
copy-by-hand = Ausgewählt. Drücken Sie Strg+C.

sessions = Sitzungen
sessions-text = Sie werden in allen Browsern abgemeldet, auch in diesem. Token gelten weiter. Noch nicht gesendete Bewertungen bleiben auf ihrem Gerät.
sign-out-everywhere = Überall abmelden
sign-out-everywhere-ask = Überall abmelden …
sign-out-everywhere-question = Sie werden in allen Browsern abgemeldet, auch in diesem.

resets = Links zum Zurücksetzen des Passworts
resets-text = Mit einem solchen Link lässt sich ein neues Passwort für Ihr Konto wählen. Wenn Sie keinen angefordert haben, widerrufen Sie ihn und sagen Sie Ihrem Admin Bescheid.
reset-by = Erstellt von { $name }
reset-by-server = Erstellt auf der Befehlszeile des Servers
reset-open = Gilt bis { $time } UTC
reset-used = Benutzt { $time } UTC
reset-revoked = Widerrufen { $time } UTC
reset-expired = Abgelaufen { $time } UTC
reset-created-at = { $time } UTC
reset-revoke-of = Den Link vom { $time } widerrufen
