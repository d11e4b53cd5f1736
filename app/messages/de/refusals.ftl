# Warum der Server etwas nicht getan hat: ein Satz neben einem Feld oder über einem Formular.

only-admins = Das dürfen nur Admins der Website.
only-members = Bewerten dürfen nur Mitglieder des Projekts.
only-adjudicators = Ergebnisse sehen nur Leitung und Schlichtung.
only-managers = Das darf nur die Leitung des Projekts.

nul-character = Der Text enthält ein NUL-Zeichen. Entfernen Sie es.
too-long = Schreiben Sie höchstens { NUMBER($most) } Zeichen.
length = Schreiben Sie { NUMBER($least) } bis { NUMBER($most) } Zeichen.
name = Schreiben Sie einen Namen von 1 bis { NUMBER($most) } Zeichen.

no-email = Geben Sie eine E-Mail-Adresse wie ann@example.org ein.
email-taken = Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich an.
wrong-sign-in = E-Mail-Adresse oder Passwort ist falsch.
wrong-password = Das ist nicht Ihr bisheriges Passwort.
password-short = Nehmen Sie mindestens 8 Zeichen; 12 oder mehr sind besser.
password-long = Nehmen Sie höchstens 1.000 Zeichen.
password-of-owner = Nehmen Sie nicht Ihren Namen oder Ihre E-Mail-Adresse als Passwort.
password-guessed = Dieses Passwort ist zu leicht zu erraten. Nehmen Sie vier Wörter, die nichts miteinander zu tun haben.
wrong-code = Das ist nicht der Code, den der Server beim letzten Start ausgegeben hat.
first-admin-made = Das erste Konto gibt es schon. Melden Sie sich an.
last-admin = Das ist der letzte Admin der Website. Machen Sie zuerst jemand anderen zum Admin.
reset-gone = Dieser Link wurde benutzt oder widerrufen oder ist abgelaufen. Bitten Sie einen Admin um einen neuen.
own-reset = Ihr eigenes Passwort ändern Sie auf Ihrer Kontoseite.
account-disabled = Dieses Konto ist gesperrt. Entsperren Sie es zuerst.
token-days = Wählen Sie 1 bis 366 Tage oder unbegrenzt.

no-account = Zu dieser Adresse gibt es kein Konto. Schicken Sie stattdessen eine Einladung.
member-already = Dieses Konto ist schon Mitglied.
invitation-gone = Diese Einladung wurde benutzt oder zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.

no-letter = Wählen Sie einen Buchstaben von A bis Z.
letter-taken = { $letter } ist schon vergeben: „{ $command }“. Wählen Sie einen anderen Buchstaben.

overlap = Wählen Sie 1 bis 100 Bewertungen je Aufgabe.
lease = Wählen Sie ein Zeitlimit von 1 Minute bis zu 1 Tag.
repeat-share = Wählen Sie 0 bis 100 Prozent.
kind-stays = Die Art der Frage lässt sich nicht ändern, weil das Projekt schon Aufgaben hat. Legen Sie ein anderes Projekt an.
scale-points = Eine Skala braucht 2 bis 9 Punkte.
level-count = Wählen Sie 2 bis 9 Stufen.
thumb-levels = Daumen brauchen genau 2 Stufen: runter und rauf.
label-per-level = Geben Sie jeder Stufe einen Namen, der schlechtesten zuerst.
label = Schreiben Sie einen Namen von 1 bis { NUMBER($most) } Zeichen.
too-many-criteria = Nehmen Sie höchstens { NUMBER($most) } Kriterien.
only-pairs-compare = Nur Paare lassen sich vergleichen. Fragen Sie stattdessen nach jeder Antwort einzeln.
only-pairs-have-verdicts = Nur Paare haben Urteile, darum kann dies nicht von einem abhängen.
list-length = Geben Sie { NUMBER($least) } bis { NUMBER($most) } Einträge an.
key-form = Ein Schlüssel beginnt mit einem Kleinbuchstaben, dann folgen Buchstaben, Ziffern oder Unterstriche, zusammen höchstens { NUMBER($most) } Zeichen.
key-twice = Der Schlüssel „{ $key }“ kommt zweimal vor. Jeder muss anders sein.
share = Wählen Sie 1 bis 100 Prozent.
min-length = Wählen Sie 1 bis 1.000 Zeichen.

rank-left-out = Ränge beginnen bei 1 und haben keine Lücken.
rank-shared = Antworten können sich hier keinen Rang teilen.
best-is-worst = Die beste und die schlechteste müssen verschiedene Antworten sein.
empty-rewrite = Schreiben Sie eine Antwort, oder verwerfen Sie die Neufassung.
unchanged-rewrite = Die Neufassung hat denselben Text wie eine Antwort. Ändern oder verwerfen Sie sie.
too-many-spans = Markieren Sie höchstens { NUMBER($most) } Stellen.
no-answer = Diese Antwort passt nicht zur Frage. Laden Sie die Seite neu.
judged-already = Sie haben diese Aufgabe schon bewertet.
skipped-already = Sie haben diese Aufgabe schon übersprungen.
not-claimed = Sie haben diese Aufgabe nicht. Holen Sie sie zuerst.
hands-full = Sie haben schon { NUMBER($held) } Aufgaben in Arbeit. Bewerten Sie zuerst die.
archived = Das Projekt ist archiviert und lässt sich nicht ändern.
not-judged = Sie haben diese Aufgabe noch nicht bewertet.
not-the-last = Von Ihnen gibt es eine neuere Bewertung dieser Aufgabe. Bearbeiten Sie die.

no-file = Wählen Sie eine Datei.
file-empty = Die Datei ist leer.
upload-cut-off = Das Hochladen wurde unterbrochen, oder die Datei ist zu groß. Es wurde nichts importiert.
import-running = In dieses Projekt wird gerade schon importiert. Versuchen Sie es danach noch einmal.
import-swept = Der Import blieb stehen und wurde entfernt. Importieren Sie die Datei noch einmal.
question-changed = Das Protokoll hat sich während des Imports geändert. Importieren Sie die Datei noch einmal.
