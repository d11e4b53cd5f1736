# Die Seite, auf der bewertet wird.

title = Bewerten · { $project }
on-its-way = Die nächste Aufgabe wird geladen …
correct-heading = Bearbeiten Sie Ihre frühere Antwort
skipped-heading = Diese Aufgabe haben Sie übersprungen
heading-ranking = Ordnen Sie die Antworten
heading-best-worst = Welche Antwort ist die beste, welche die schlechteste?

## Über der Aufgabe

correcting = Frühere Antwort bearbeiten
skipped = Übersprungen
in-this-session = { NUMBER($n) } in dieser Sitzung
left = noch { NUMBER($n) }
left-more = noch über { NUMBER($n) }
undo = Rückgängig
undo-title = Zurück zur letzten Bewertung oder übersprungenen Aufgabe
guidelines = Richtlinien
keys = Tasten
no-differences = Keine Unterschiede
difference = Unterschied
difference-place = { NUMBER($at) } von { NUMBER($of) }
difference-texts = . A: { $a }. B: { $b }.
nothing = nichts
saved = Gespeichert
saving = Wird gespeichert …
not-saved = { NUMBER($n) } noch nicht gespeichert

## Wie gelesen wird

view = Ansicht
flip = A und B tauschen
dim = Gemeinsames abblenden
raw = Rohtext
columns = Spalten einzeln scrollen
together = Gemeinsam scrollen
next-difference = Nächster Unterschied
previous-difference = Voriger Unterschied
text-size = Textgröße
width-of-a = Breite von A
suggest-breaks = Pausen vorschlagen
percent = { NUMBER($n) } %

## Was zwischen Ihnen und dem Server steht

offline = Keine Verbindung, neuer Versuch läuft.
try-now = Jetzt versuchen
signed-out = Sie sind abgemeldet oder mit einem anderen Konto angemeldet.
sign-in-new-tab = In neuem Tab anmelden
have-signed-in = Ich bin angemeldet
not-taken = Der Server hat Ihre Antwort nicht angenommen:
earlier-missed = Die frühere Aufgabe wurde nicht geladen.
no-connection = Der Server ist nicht erreichbar.
understood = Schließen
draft-stays = Ihr Entwurf bleibt hier.
kept-here = { $n ->
    [one] 1 Antwort ist in diesem Browser gespeichert und wird später gesendet.
   *[other] { $n } Antworten sind in diesem Browser gespeichert und werden später gesendet.
}
in-this-tab = { $n ->
    [one] 1 Antwort ist nur in diesem Tab. Lassen Sie ihn offen, bis alles gespeichert ist.
   *[other] { $n } Antworten sind nur in diesem Tab. Lassen Sie ihn offen, bis alles gespeichert ist.
}

break-title = Zeit für eine kurze Pause?
break-text = Sie bewerten seit 25 Minuten am Stück. Alles bleibt, wie es ist.
break-go-on = Weitermachen
break-never = Nicht mehr erinnern

## Das Urteil

verdict = Urteil
skip = Überspringen
submit = Absenden
correct = Korrektur speichern
cancel = Abbrechen
flag = Melden
flags = { $n ->
    [one] 1 Meldung
   *[other] { $n } Meldungen
}
questions = Fragen
question-place = Frage { NUMBER($at) } von { NUMBER($of) }: { $question }
answered = beantwortet
open = offen

why = Warum?
why-optional = freiwillig
why-least = { $least ->
    [one] mindestens ein Zeichen
   *[other] mindestens { $least } Zeichen
}
why-length = { NUMBER($length) } Zeichen (mindestens { NUMBER($least) })
why-missing = { $least ->
    [one] Bitte begründen Sie Ihre Wahl.
   *[other] Bitte begründen Sie Ihre Wahl in mindestens { $least } Zeichen.
}
why-short = Schreiben Sie mindestens { NUMBER($least) } Zeichen. Bisher sind es { NUMBER($length) }.

## Eine Rangfolge

rank-of = Rang von { $name }
all-ranked = Alle Antworten sind geordnet.
rank = Rang { NUMBER($rank) }
not-ranked = Noch nicht geordnet
ranking = Rangfolge, die beste zuerst
best-first = Die beste zuerst
chip-unranked = Antwort { $name }, nicht geordnet
chip-ranked = Antwort { $name }, Rang { NUMBER($rank) }

## Eine Neufassung

rewrite-from = Aus { $name }
rewrite-from-nothing = Ganz neu
your-response = Ihre Antwort
discard = Neufassung verwerfen
rewrite-unchanged = Das ist noch der ursprüngliche Text. Ändern oder verwerfen Sie ihn.
changed-in = Ihre Änderungen an { $name }

## Stellen

spans = Stellen
spans-hint = Wählen Sie Wörter einer Antwort aus, um sie zu markieren.
span-comment = Kommentar zu „{ $passage }“
span-remove = Markierung von „{ $passage }“ entfernen

## Meldungen

flags-title = Was stimmt hier nicht?
flags-text = Meldungen werden mit Ihrer Bewertung gesendet. Gemeldete Texte bleiben aus den Trainingsdaten heraus, bis jemand sie geprüft hat.
flags-save = Meldungen speichern
flag-task-head = Aufgabe
flag-task = { $reason }: die Aufgabe
flag-response = { $reason }: Antwort { $name }

## Überspringen

skip-title = Warum diese Aufgabe überspringen?
skip-reason = Grund
skip-comment-needed = (nötig bei „Etwas anderes“)
skip-comment-missing = Begründen Sie kurz, warum Sie überspringen.
skip-submit = Aufgabe überspringen

## Richtlinien

guidelines-version = Fassung { NUMBER($version) }
guidelines-none = Dieses Projekt hat keine Richtlinien.
guidelines-first = Lesen Sie die Richtlinien vor Ihrer ersten Aufgabe. Die Taste { $key } zeigt sie wieder.
start-judging = Mit dem Bewerten beginnen
continue-judging = Weiter bewerten
guidelines-news = Die Richtlinien haben sich seit Ihrer letzten Bewertung geändert.
guidelines-see = Änderungen ansehen

## Tasten

keys-answer = Aktuelle Frage beantworten und zur nächsten gehen
keys-overall = Zurück zur Gesamtfrage
keys-discard = Neufassung verwerfen
keys-next-step = Nächste Frage
keys-previous-step = Vorige Frage
keys-rank = A, B, C … einordnen, die beste zuerst; noch einmal: zurücknehmen
keys-take-back = Letzte Antwort aus der Rangfolge nehmen
keys-rate = Einstufen, von der schlechtesten zur besten Stufe
keys-grade = Urteil wählen
keys-a-better = „A besser“ wählen
keys-b-better = „B besser“ wählen
keys-tie = „Gleich gut“ wählen; in einer Rangfolge die letzte Antwort mit der vorigen gleichstellen
keys-both-good = „Beide gut“ wählen
keys-both-bad = „Beide schlecht“ wählen
keys-submit = Antwort absenden
keys-why = Begründen, wenn danach gefragt ist; Strg+Eingabe sendet von dort ab
keys-mark-good = Ausgewählte Wörter als gut markieren, wenn danach gefragt ist
keys-mark-wrong = Ausgewählte Wörter als falsch markieren
keys-mark-verbose = Ausgewählte Wörter als überflüssig markieren
keys-skip = Aufgabe überspringen und einen Grund angeben
keys-flag = Aufgabe oder Antwort melden, wenn das möglich ist
keys-undo = Zurück zur letzten Bewertung oder übersprungenen Aufgabe, wie Strg+Z; noch einmal: weiter zurück
keys-next-difference = Nächster Unterschied der Antworten
keys-previous-difference = Voriger Unterschied
keys-dim = Gemeinsames abblenden oder zeigen
keys-flip = Plätze von A und B tauschen
keys-raw = Rohtext oder gesetztes Markdown zeigen
keys-columns = Spalten einzeln oder mit der Seite scrollen
keys-together = Gemeinsames Scrollen ein- oder ausschalten
keys-guidelines = Richtlinien zeigen
keys-list = Diese Liste zeigen
keys-escape = Offenes Fenster schließen oder Korrektur abbrechen
keys-change = Tasten ändern

## Statt einer Aufgabe

nothing-draft = Dieses Projekt hat noch nicht begonnen
nothing-draft-text = Sie können bewerten, sobald die Leitung es startet.
nothing-paused = Dieses Projekt ist pausiert
nothing-paused-text = Die Leitung hat dieses Projekt pausiert. Alles, was Sie gesendet haben, ist gespeichert.
nothing-archived = Dieses Projekt ist archiviert
nothing-archived-text = Es nimmt keine Bewertungen mehr an. Alles, was Sie gesendet haben, ist gespeichert.
nothing-empty = Noch keine Aufgaben
nothing-empty-text = Aufgaben erscheinen hier, sobald die Leitung sie importiert.
nothing-finished = Alles erledigt
nothing-finished-text = Sie haben alle Aufgaben erledigt, die für Sie verfügbar sind. Neue erscheinen hier.
nothing-now = Gerade gibt es nichts zu bewerten
nothing-until = Andere bearbeiten die übrigen Aufgaben. Vielleicht wird eine frei um
nothing-until-end = . Diese Seite prüft das von selbst.
look-again = Erneut prüfen
to-the-project = Zum Projekt
trouble-offline = Offline: Die nächste Aufgabe lädt, sobald Sie wieder verbunden sind
trouble-signed-out = Melden Sie sich an, um weiterzumachen
trouble = Die nächste Aufgabe wurde nicht geladen
trouble-text = Ihre Antworten sind gespeichert. Diese Seite versucht es von selbst wieder.

## Für alle, die die Seite hören

announce-next = Nächste Aufgabe.
announce-saved = Gespeichert.
announce-reopened = Sie bearbeiten Ihre frühere Antwort.
announce-skipped = Sie haben diese Aufgabe übersprungen. Sie können sie jetzt bewerten oder weitergehen.
announce-no-earlier = Es gibt keine frühere Aufgabe.
