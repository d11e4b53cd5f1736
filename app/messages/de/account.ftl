# Das eigene Konto.

title = Konto
facts = Angaben
name = Name
email = E-Mail
since = Konto seit
office = Aufgabe
office-admin = Sie verwalten diese Website: Sie kümmern sich um Konten und Projekte.

password = Passwort
password-changed = Ihr Passwort ist geändert. Ihre anderen Sitzungen sind beendet.
password-current = Bisheriges Passwort
password-new = Neues Passwort
password-help = Mindestens 8 Zeichen; 12 oder mehr sind besser. Ihre anderen Sitzungen enden.
password-change = Passwort ändern

keys = Tasten der Bewertungsseite
keys-saved = Gespeichert
keys-text = Wählen Sie je einen Buchstaben. Ziffern, Eingabe, Escape, Rücktaste und «?» bleiben, wie sie sind. Ein leeres Feld steht für den üblichen Buchstaben.
keys-save = Tasten speichern
keys-usual = Zurück zu den üblichen Tasten
keys-usual-ask = Zurück zu den üblichen Tasten …
keys-usual-question = Alle eigenen Tasten werden durch die üblichen ersetzt.

tokens = Token
tokens-text = Ein Token lässt ein Programm tun, was Sie tun dürfen, so weit er reicht.
tokens-link = Was Programme tun können
tokens-none = Sie haben keine Token.
works-until = Gilt bis
actions = Handlungen
token-made = angelegt { $day }, zuletzt benutzt { $used }
token-made-unused = angelegt { $day }, nie benutzt
token-until-revoked = er widerrufen wird
revoke = Token widerrufen
revoke-ask = Widerrufen …
revoke-question = Programme, die diesen Token benutzen, verlieren sofort den Zugang. Ein Token lässt sich nicht wiederherstellen.
revoke-named = { $name } widerrufen
revoked = Widerrufen
scope-read = lesen
scope-judge = bewerten
scope-full = alles
token-is-made = Der Token ist angelegt
token-copy = Kopieren Sie ihn jetzt: Er wird nicht noch einmal gezeigt.
token-example = Zum Beispiel, um Ihre Projekte aufzulisten:
make-token = Token anlegen
token-name-help = Wofür er ist, etwa «nächtlicher Export».
scope = Reichweite
scope-read-label = Lesen
scope-read-hint = sieht und lädt herunter, ändert nichts
scope-judge-label = Bewerten
scope-judge-hint = liest, holt Aufgaben und bewertet
scope-full-label = Alles
scope-full-hint = alles, was Sie dürfen
works-for = Gilt
days = { $days ->
    [one] einen Tag
   *[other] { $days } Tage
}
a-year = ein Jahr
until-revoked = bis zum Widerruf
copy = Kopieren
copied = Kopiert
copy-by-hand = Ausgewählt, drücken Sie Strg C

sessions = Sitzungen
sessions-text = In allen Browsern abmelden, auch in diesem. Token gelten weiter. Bewertungen, die noch nicht gesendet sind, bleiben auf ihrem Gerät.
sign-out-everywhere = Überall abmelden
sign-out-everywhere-ask = Überall abmelden …
sign-out-everywhere-question = Sie werden in allen Browsern abgemeldet, auch in diesem, und müssen sich neu anmelden.

resets = Links zum Zurücksetzen des Passworts
resets-text = Mit einem solchen Link lässt sich ein neues Passwort für Ihr Konto wählen. Wenn Sie keinen verlangt haben, widerrufen Sie ihn und fragen Sie Ihren Admin.
reset-by = Erstellt von { $name }
reset-by-server = Erstellt auf der Befehlszeile des Servers
reset-open = Gilt bis { $time } UTC
reset-used = Benutzt { $time } UTC
reset-revoked = Widerrufen { $time } UTC
reset-expired = Abgelaufen { $time } UTC
reset-created-at = { $time } UTC
reset-revoke-of = Den Link von { $time } widerrufen
