# Texte, die mehrere Seiten teilen. Auch die Bewertungsseite lädt sie.

language-name = Deutsch
language-direction = ltr

-touchstone = Touchstone

close = Schließen
back = Zurück
optional = (freiwillig)
comment = Kommentar
your-projects = Ihre Projekte
try-again = Erneut versuchen

key-enter = Eingabe
key-escape = Esc
key-backspace = Rücktaste
key-delete = Entf

## Der Rahmen um jede Seite

skip-link = Zum Inhalt springen
site = Website
projects = Projekte
account = Konto
all-accounts = Alle Konten
sign-out = Abmelden
language = Sprache

## Ein Protokoll: was gefragt wird und was geantwortet werden kann

question-verdict = Welche Antwort ist besser?
question-ranking = Ordnen Sie die Antworten, die beste zuerst
question-best = Welche Antwort ist die beste?
question-worst = Welche Antwort ist die schlechteste?
question-rating = Wie gut ist die Antwort?
question-rewrite = Schreiben Sie eine bessere Antwort
question-confidence = Wie sicher sind Sie?

missing-criterion = „{ $name }“ braucht eine Antwort.
missing-verdict = Wählen Sie, welche Antwort besser ist.
missing-ranking = Ordnen Sie jede Antwort ein.
missing-best = Wählen Sie die beste Antwort.
missing-worst = Wählen Sie die schlechteste Antwort.
missing-rating = Stufen Sie die Antwort ein.
missing-rewrite = Schreiben Sie eine bessere Antwort.
missing-confidence = Wählen Sie, wie sicher Sie sind.

step-verdict = Urteil
step-ranking = Rangfolge
step-best = Beste
step-worst = Schlechteste
step-rating = Einstufung
step-rewrite = Neufassung
step-confidence = Sicherheit

confidence-low = Wenig
confidence-middle = Ziemlich
confidence-high = Sehr

grade-much = { $side } viel besser
grade-better = { $side } besser
grade-slightly = { $side } etwas besser
grade-barely = { $side } kaum besser
grade-tie = Gleich gut
both-bad = Beide schlecht
both-good = Beide gut

level-bad = Schlecht
level-good = Gut
level-stars = { $stars ->
    [one] 1 Stern
   *[other] { $stars } Sterne
}

skip-not-my-field = Ich weiß zu wenig darüber
skip-unclear-prompt = Der Prompt ist unklar
skip-wrong-language = Ich kann diese Sprache nicht lesen
skip-broken = Der Text ist kaputt oder abgeschnitten
skip-upsetting = Ich möchte das lieber nicht lesen
skip-other = Etwas anderes

## Eine Aufgabe, wie sie gelesen wird

prompt = Prompt
speaker-system = System
speaker-user = Nutzer
speaker-assistant = Assistent
speaker-tool = Werkzeug
part-reasoning = Überlegung
part-tool-call = Werkzeugaufruf
part-tool-result = Werkzeugergebnis
part-image = Bild
response = Antwort
response-named = Antwort { $name }
response-empty = (leere Antwort)
go-to-response = Zu { $name }

## Was schiefging

error-signed-out = Melden Sie sich an, um fortzufahren.
error-busy = Der Server ist ausgelastet. Versuchen Sie es in { NUMBER($seconds) } s noch einmal.
error-attempts = { $seconds ->
    [one] Zu viele Versuche. Versuchen Sie es in 1 Sekunde noch einmal.
   *[other] Zu viele Versuche. Versuchen Sie es in { $seconds } Sekunden noch einmal.
}
error-internal = Auf dem Server ist etwas schiefgegangen. Wenn es wieder passiert, nennen Sie Ihrem Admin diese Nummer: { $incident }
error-transport = Der Server ist nicht erreichbar ({ $reason }). Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.

## Eine Seite, die nicht gezeigt werden kann

loading = Wird geladen …
to-the-projects = Zu den Projekten
missing-page = Nicht gefunden
missing-title = Seite nicht gefunden
missing-text = Diese Seite gibt es nicht, oder Sie sind kein Mitglied des Projekts. Prüfen Sie die Adresse oder bitten Sie um eine Einladung.
forbidden-title = Kein Zugriff
busy-title = Der Server ist ausgelastet
offline-title = Keine Verbindung
problem-title = Etwas ist schiefgegangen

## Der Stand eines Projekts

status-draft = Entwurf
status-active = Läuft
status-paused = Pausiert
status-archived = Archiviert

## Marken von Stellen

mark-good = Gut
mark-wrong = Falsch
mark-verbose = Überflüssig

done-member-added = Mitglied hinzugefügt.
done-member-removed = Mitglied entfernt.
done-role-changed = Rolle geändert.
done-invitation-withdrawn = Einladung zurückgezogen. Ihr Link funktioniert nicht mehr.
done-token-revoked = Token widerrufen.
done-account-disabled = Konto gesperrt.
done-account-enabled = Konto entsperrt.
done-admin-made = Das Konto ist jetzt Admin der Website.
done-admin-removed = Das Konto ist nicht mehr Admin der Website.
done-project-active = Das Projekt läuft. Es kann jetzt bewertet werden.
done-project-paused = Das Projekt ist pausiert.
done-project-archived = Das Projekt ist archiviert.
done-task-put-back = Die Aufgabe wird wieder angeboten.
done-task-retired = Die Aufgabe ist stillgelegt.
show-all = Alle { NUMBER($n) } zeigen
show-fewer = Weniger zeigen
