# Warum der Server etwas nicht getan hat: ein Satz neben einem Feld oder über einem Formular.

only-admins = Das darf nur, wer die Website betreut.
only-members = Bewerten dürfen nur Mitglieder des Projekts.
only-adjudicators = Ergebnisse sehen nur, wer das Projekt verwaltet oder in ihm schlichtet.
only-managers = Das darf nur, wer das Projekt verwaltet.

nul-character = Der Text enthält ein NUL-Zeichen; entfernen Sie es.
too-long = Schreiben Sie höchstens { NUMBER($most) } Zeichen.
length = Schreiben Sie { NUMBER($least) } bis { NUMBER($most) } Zeichen.
name = Schreiben Sie einen Namen von 1 bis { NUMBER($most) } Zeichen.

no-email = Schreiben Sie eine E-Mail-Adresse wie ann@example.org.
email-taken = Zu dieser Adresse gibt es schon ein Konto; melden Sie sich an.
wrong-sign-in = E-Mail-Adresse und Passwort gehören nicht zusammen.
wrong-password = Das ist nicht Ihr bisheriges Passwort.
password-short = Ein Passwort hat mindestens 8 Zeichen; 12 oder mehr sind besser.
password-long = Ein Passwort hat höchstens 1.000 Zeichen.
password-of-owner = Ein Passwort darf nicht aus Ihrem Namen oder Ihrer E-Mail-Adresse bestehen.
password-guessed = Das gehört zu dem, was zuerst geraten wird; nehmen Sie lieber vier Wörter, die nichts miteinander zu tun haben.
wrong-code = Das ist nicht der Code, der beim letzten Start ausgegeben wurde.
first-admin-made = Das erste Konto gibt es schon; melden Sie sich an.
last-admin = Sonst betreut niemand die Website; übertragen Sie die Betreuung zuerst jemand anderem.
reset-gone = Dieser Link wurde benutzt oder widerrufen oder ist abgelaufen. Bitten Sie um einen neuen.
own-reset = Ihr eigenes Passwort ändern Sie auf Ihrer Kontoseite.
account-disabled = Dieses Konto ist gesperrt. Entsperren Sie es zuerst.
token-days = Ein Token gilt 1 bis 366 Tage oder für immer.

no-account = Zu dieser Adresse gibt es kein Konto; schicken Sie eine Einladung.
member-already = Dieses Konto ist schon Mitglied.
invitation-gone = Diese Einladung wurde benutzt, zurückgezogen oder ist abgelaufen; bitten Sie, wer sie geschickt hat, um eine neue.

no-letter = Wählen Sie einen Buchstaben von A bis Z.
letter-taken = { $letter } ist schon vergeben: «{ $command }». Wählen Sie einen anderen.

overlap = Je Aufgabe sind es 1 bis 100 Bewertungen.
lease = Eine Frist dauert von 1 Minute bis zu einem Tag.
repeat-share = Wiederholen Sie 0 bis 100 von hundert Aufgaben.
kind-stays = Die Art der Frage bleibt, sobald Aufgaben eingelesen sind; legen Sie ein anderes Projekt an.
scale-points = Eine Skala hat 2 bis 9 Punkte.
level-count = Es gibt 2 bis 9 Stufen.
thumb-levels = Daumen zeigen nach unten oder nach oben: 2 Stufen.
label-per-level = Beschriften Sie jede Stufe, von der schlechtesten zur besten.
label = Eine Beschriftung hat 1 bis { NUMBER($most) } Zeichen.
too-many-criteria = Fragen Sie höchstens nach { NUMBER($most) } Kriterien.
only-pairs-compare = Nur zwei Antworten lassen sich vergleichen: Lassen Sie stattdessen jede einzeln einstufen.
only-pairs-have-verdicts = Nur bei Paaren gibt es Urteile, nach denen gefragt werden kann.
list-length = Geben Sie { NUMBER($least) } bis { NUMBER($most) } an.
key-form = Ein Schlüssel ist ein kleiner Buchstabe und dann Buchstaben, Ziffern oder Unterstriche, höchstens { NUMBER($most) }.
key-twice = Der Schlüssel «{ $key }» steht zweimal da; geben Sie jedem seinen eigenen.
share = Sagen Sie, bei wie vielen von hundert Aufgaben: 1 bis 100.
min-length = Verlangen Sie 1 bis 1.000 Zeichen.

rank-left-out = Die Ränge beginnen bei 1 und lassen keinen aus.
rank-shared = Hier teilen sich keine zwei Antworten einen Rang.
best-is-worst = Eine Antwort kann nicht die beste und die schlechteste sein.
empty-rewrite = Schreiben Sie eine Antwort, oder lassen Sie es weg.
unchanged-rewrite = Das ist der Text einer Antwort. Ändern Sie ihn, oder verwerfen Sie die Neufassung.
too-many-spans = Markieren Sie höchstens { NUMBER($most) } Stellen.
no-answer = Das ist keine Antwort auf die Frage; laden Sie die Seite neu.
judged-already = Sie haben diese Aufgabe schon bewertet.
skipped-already = Sie haben diese Aufgabe schon übersprungen.
not-claimed = Holen Sie die Aufgabe, bevor Sie sie bewerten.
hands-full = Sie haben schon { NUMBER($held) } Aufgaben; bewerten Sie zuerst die.
archived = Das Projekt ist abgeschlossen; es kommt nichts mehr hinzu.
not-judged = Sie haben diese Aufgabe noch nicht bewertet.
not-the-last = Das ist nicht Ihre letzte Bewertung der Aufgabe: Sehen Sie sich jene an.

no-file = Wählen Sie eine Datei.
file-empty = Die Datei ist leer.
upload-cut-off = Das Hochladen brach ab, oder die Datei ist zu groß; es wurde nichts eingelesen.
import-running = In dieses Projekt wird gerade schon eingelesen; versuchen Sie es danach noch einmal.
import-swept = Das Einlesen wurde unterbrochen, und nichts wurde eingelesen. Lesen Sie die Datei noch einmal ein.
question-changed = Inzwischen wurde die Frage geändert; schicken Sie die Datei noch einmal.
