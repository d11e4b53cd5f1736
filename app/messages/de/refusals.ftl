# Warum der Server etwas nicht getan hat: ein Satz neben einem Feld oder über einem Formular.

only-admins = Das dürfen nur Admins der Website.
only-members = Bewerten dürfen nur Mitglieder des Projekts.
only-adjudicators = Ergebnisse sehen nur Leitung und Schlichtung.
only-managers = Das darf nur die Leitung des Projekts.

nul-character = Der Text enthält ein NUL-Zeichen. Entfernen Sie es.
too-long = Schreiben Sie höchstens { NUMBER($most) } Zeichen.
length = Schreiben Sie { NUMBER($least) } bis { NUMBER($most) } Zeichen.
name-length = Schreiben Sie einen Namen von 1 bis { NUMBER($most) } Zeichen.

email-invalid = Geben Sie eine E-Mail-Adresse wie ann@example.org ein.
email-taken = Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich an.
wrong-credentials = E-Mail-Adresse oder Passwort ist falsch.
wrong-password = Das ist nicht Ihr bisheriges Passwort.
password-too-short = Nehmen Sie mindestens 8 Zeichen; 12 oder mehr sind besser.
password-too-long = Nehmen Sie höchstens 1.000 Zeichen.
password-is-personal = Nehmen Sie nicht Ihren Namen oder Ihre E-Mail-Adresse als Passwort.
password-too-common = Dieses Passwort ist zu leicht zu erraten. Nehmen Sie vier Wörter, die nichts miteinander zu tun haben.
wrong-set-up-code = Das ist nicht der Code, den der Server beim letzten Start ausgegeben hat.
first-admin-exists = Das erste Konto gibt es schon. Melden Sie sich an.
last-admin = Das ist der letzte Admin der Website. Machen Sie zuerst jemand anderen zum Admin.
reset-link-invalid = Dieser Link wurde benutzt oder widerrufen oder ist abgelaufen. Bitten Sie einen Admin um einen neuen.
own-password-reset = Ihr eigenes Passwort ändern Sie auf Ihrer Kontoseite.
account-disabled = Dieses Konto ist gesperrt. Entsperren Sie es zuerst.
token-days-out-of-range = Wählen Sie 1 bis 366 Tage oder unbegrenzt.

no-account = Zu dieser Adresse gibt es kein Konto. Schicken Sie stattdessen eine Einladung.
already-member = Dieses Konto ist schon Mitglied.
invitation-invalid = Diese Einladung wurde benutzt oder zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.

letter-required = Wählen Sie einen Buchstaben von A bis Z.
letter-taken = { $letter } ist schon vergeben: „{ $command }“. Wählen Sie einen anderen Buchstaben.

overlap-out-of-range = Wählen Sie 1 bis 100 Bewertungen je Aufgabe.
lease-out-of-range = Wählen Sie ein Zeitlimit von 1 Minute bis zu 1 Tag.
repeat-share-out-of-range = Wählen Sie 0 bis 100 Prozent.
question-type-fixed = Die Art der Frage lässt sich nicht ändern, weil das Projekt schon Aufgaben hat. Legen Sie ein anderes Projekt an.
scale-points-out-of-range = Eine Skala braucht 2 bis 9 Punkte.
level-count-out-of-range = Wählen Sie 2 bis 9 Stufen.
thumbs-need-two-levels = Daumen brauchen genau 2 Stufen: runter und rauf.
label-per-level = Geben Sie jeder Stufe einen Namen, der schlechtesten zuerst.
label-length = Schreiben Sie einen Namen von 1 bis { NUMBER($most) } Zeichen.
too-many-criteria = Nehmen Sie höchstens { NUMBER($most) } Kriterien.
only-pairs-compare = Nur Paare lassen sich vergleichen. Fragen Sie stattdessen nach jeder Antwort einzeln.
only-pairs-have-verdicts = Nur Paare haben Urteile, darum kann dies nicht von einem abhängen.
list-length = Geben Sie { NUMBER($least) } bis { NUMBER($most) } Einträge an.
invalid-key = Ein Schlüssel beginnt mit einem Kleinbuchstaben, dann folgen Buchstaben, Ziffern oder Unterstriche, zusammen höchstens { NUMBER($most) } Zeichen.
duplicate-key = Der Schlüssel „{ $key }“ kommt zweimal vor. Jeder muss anders sein.
share-out-of-range = Wählen Sie 1 bis 100 Prozent.
min-length-out-of-range = Wählen Sie 1 bis 1.000 Zeichen.

rank-gap = Ränge beginnen bei 1 und haben keine Lücken.
shared-rank = Antworten können sich hier keinen Rang teilen.
best-is-worst = Die beste und die schlechteste müssen verschiedene Antworten sein.
empty-rewrite = Schreiben Sie eine Antwort, oder verwerfen Sie die Neufassung.
unchanged-rewrite = Die Neufassung hat denselben Text wie eine Antwort. Ändern oder verwerfen Sie sie.
too-many-spans = Markieren Sie höchstens { NUMBER($most) } Stellen.
answer-mismatch = Diese Antwort passt nicht zur Frage. Laden Sie die Seite neu.
already-judged = Sie haben diese Aufgabe schon bewertet.
already-skipped = Sie haben diese Aufgabe schon übersprungen.
too-many-in-progress = Sie haben schon { NUMBER($held) } Aufgaben in Arbeit. Bewerten Sie zuerst die.
archived = Das Projekt ist archiviert und lässt sich nicht ändern.
not-judged = Sie haben diese Aufgabe noch nicht bewertet.
newer-judgment-exists = Von Ihnen gibt es eine neuere Bewertung dieser Aufgabe. Bearbeiten Sie die.

file-required = Wählen Sie eine Datei.
file-empty = Die Datei ist leer.
upload-interrupted = Das Hochladen wurde unterbrochen, oder die Datei ist zu groß. Es wurde nichts importiert.
import-running = In dieses Projekt wird gerade schon importiert. Versuchen Sie es danach noch einmal.
import-stalled = Der Import blieb stehen und wurde entfernt. Importieren Sie die Datei noch einmal.
protocol-changed = Das Protokoll hat sich während des Imports geändert. Importieren Sie die Datei noch einmal.

token-scope = Dem Token fehlt die nötige Berechtigung.
one-of = Wählen Sie eins von { $values }.
between = Geben Sie eine Zahl zwischen { NUMBER($least) } und { NUMBER($most) } ein.
unknown-protocol-version = Diese Fassung des Protokolls gab es im Projekt nie.

not-asked = Danach fragt dieses Projekt nicht.
not-asked-after-verdict = Danach wird bei diesem Urteil nicht gefragt.
unknown-criterion = Dieses Projekt hat kein solches Kriterium.
unknown-response = An dieser Stelle gibt es keine Antwort.
one-per-response = Geben Sie { NUMBER($responses) } Werte an, einen je Antwort.
wrong-form = Beantworten Sie dieses Kriterium mit { $form }.
duplicate-choice = Wählen Sie jede Möglichkeit nur einmal.
too-many-choices = Wählen Sie nur eine Möglichkeit.
missing-grade = Geben Sie eine Stufe an; 0 ist gleich gut.
grade-not-allowed = Lassen Sie die Stufe weg, wenn beide schlecht oder beide gut sind.
grade-contradicts-verdict = Stufe und Urteil widersprechen sich: negativ ist a, 0 ist gleich gut, positiv ist b.
empty-span = Eine Stelle muss nach ihrem Anfang enden.
span-outside-text = Die Stelle endet hinter ihrem Text.
duplicate-span = Markieren Sie jede Stelle nur einmal.
duplicate-flag = Melden Sie dasselbe nur einmal.
comment-without-flag = Es gibt keine Meldung, die man kommentieren könnte.
too-many-assignments = Nennen Sie höchstens { NUMBER($most) } Zuweisungen.
id-taken = Diese Kennung gehört zu einer anderen Bewertung oder übersprungenen Aufgabe. Erzeugen Sie eine neue.

not-json = Kein gültiges JSON: { $detail }
not-json-type = Senden Sie JSON als application/json.
missing-field = Dieses Feld ist nötig.
unknown-field = Dieses Feld gibt es nicht.
bad-value = Dieser Wert ist nicht gültig: { $detail }
body-too-large = Die Anfrage ist zu groß.
too-many-bytes = Senden Sie höchstens { NUMBER($most) } Bytes.
field-too-large = Schreiben Sie höchstens { NUMBER($most) } Bytes in ein Feld.
body-cut-off = Die Anfrage wurde abgeschnitten. Senden Sie sie noch einmal.
body-stalled = Die Anfrage kam nicht weiter. Senden Sie sie noch einmal.
too-many-fields = Senden Sie höchstens { NUMBER($most) } Felder.
too-much-before-file = Senden Sie höchstens { NUMBER($most) } Bytes vor der Datei.
file-not-first = Das Formular muss mit einer Datei beginnen.
wrong-method = Diese Adresse kennt die Methode nicht. Siehe den Header Allow.
unknown-host = Das ist kein Name dieses Servers.
unnamed-host = Das ist kein Name dieses Servers. Legen Sie ihn mit --public-origin fest.
other-site = Nur Seiten dieser Website dürfen diese Anfrage senden.
https-required = Dieser Server nimmt nur https an. Ersetzen Sie jedes Passwort und jeden Token in dieser Anfrage, denn andere könnten es unterwegs gelesen haben.
