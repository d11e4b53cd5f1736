# Die Seite, auf der bewertet wird.

title = Bewerten · { $project }
on-its-way = Die nächste Aufgabe ist unterwegs
correct-heading = Berichtigen Sie Ihre Bewertung
skipped-heading = Diese Aufgabe haben Sie übersprungen
heading-ranking = Ordnen Sie die Antworten
heading-best-worst = Welche Antwort ist die beste, welche die schlechteste?

## Über der Aufgabe

correcting = Berichtigung
skipped = Übersprungen
in-this-sitting = { NUMBER($n) } in dieser Sitzung
left = { $n ->
    [one] noch 1 für Sie
   *[other] noch { $n } für Sie
}
left-more = noch über { NUMBER($n) } für Sie
undo = Rückgängig
undo-title = Zurück zu dem, was Sie zuletzt bewertet oder übersprungen haben
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
columns = Spalten einzeln rollen
together = Gemeinsam rollen
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
not-taken = Der Server hat Ihre Entscheidung nicht angenommen:
earlier-missed = Die frühere Aufgabe ist nicht angekommen.
no-connection = Es gibt keine Verbindung zum Server.
understood = Verstanden
draft-stays = Ihr Entwurf bleibt hier.
kept-here = { $n ->
    [one] Eine Entscheidung ist in diesem Browser aufbewahrt und wird danach gesendet.
   *[other] { $n } Entscheidungen sind in diesem Browser aufbewahrt und werden danach gesendet.
}
in-this-tab = { $n ->
    [one] Eine Entscheidung ist nur in diesem Tab: Lassen Sie ihn offen, bis alles gespeichert ist.
   *[other] { $n } Entscheidungen sind nur in diesem Tab: Lassen Sie ihn offen, bis alles gespeichert ist.
}

break-title = Zeit für eine kurze Pause?
break-text = Sie bewerten seit 25 Minuten am Stück. Alles bleibt, wie es ist.
break-go-on = Weitermachen
break-never = Nicht mehr erinnern

## Das Urteil

verdict = Urteil
skip = Überspringen
submit = Absenden
correct = Berichtigen
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
why-length = { NUMBER($length) } von mindestens { NUMBER($least) } Zeichen
why-missing = { $least ->
    [one] Sagen Sie, warum.
   *[other] Sagen Sie, warum, in mindestens { $least } Zeichen.
}
why-short = Sagen Sie etwas mehr: mindestens { NUMBER($least) } Zeichen, bisher sind es { NUMBER($length) }.

## Eine Rangfolge

rank-of = Rang von { $name }
all-ranked = Alle sind geordnet.
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
discard = Verwerfen
rewrite-unchanged = Das ist noch der ursprüngliche Text. Ändern oder verwerfen Sie ihn.
changed-in = Was Sie an { $name } geändert haben

## Stellen

spans = Stellen
spans-hint = Wählen Sie Worte einer Antwort aus, um sie zu markieren.
# $passage is what is marked.
span-comment = Kommentar zu «{ $passage }»
span-remove = «{ $passage }» zurücknehmen

## Meldungen

flags-title = Was stimmt hier nicht?
flags-text = Meldungen gehen mit Ihrer Bewertung. Was gemeldet ist, bleibt den Trainingsdaten fern, bis jemand es angesehen hat.
flags-save = Meldungen speichern
flag-task-head = Aufgabe
flag-task = { $reason }: die Aufgabe
flag-response = { $reason }: Antwort { $name }

## Überspringen

skip-title = Warum diese Aufgabe überspringen?
skip-reason = Grund
skip-comment-needed = (nötig bei «etwas anderes»)
skip-comment-missing = Sagen Sie in ein paar Worten, warum Sie überspringen.
skip-submit = Aufgabe überspringen

## Richtlinien

guidelines-version = Fassung { NUMBER($version) }
guidelines-none = Dieses Projekt hat keine Richtlinien.
guidelines-first = Lesen Sie die Richtlinien vor Ihrer ersten Aufgabe. Die Taste { $key } zeigt sie wieder.
start-judging = Mit dem Bewerten beginnen
continue-judging = Weiter bewerten
guidelines-news = Die Richtlinien haben sich seit Ihrer letzten Bewertung geändert.
guidelines-see = Neues ansehen

## Tasten

keys-answer = beantworten, was gerade gefragt ist, und weiter zum nächsten
keys-overall = zurück zur Gesamtfrage
keys-discard = Ihre Antwort verwerfen
keys-next-step = zur nächsten Frage
keys-previous-step = zur vorigen Frage
keys-rank = A, B, C … einordnen, die beste zuerst; noch einmal: zurücknehmen
keys-take-back = die letzte zurücknehmen
keys-rate = einstufen, von der schlechtesten zur besten Stufe
keys-grade = ein Urteil entwerfen, die Skala entlang
keys-a-better = «A besser» entwerfen
keys-b-better = «B besser» entwerfen
keys-tie = «gleich gut» entwerfen; in einer Rangfolge die letzte mit der vorigen gleichstellen
keys-both-good = «beide gut» entwerfen
keys-both-bad = «beide schlecht» entwerfen
keys-submit = das entworfene Urteil absenden
keys-why = sagen, warum, wo danach gefragt ist; Strg Eingabe sendet von dort ab
keys-mark-good = die ausgewählten Worte als gut markieren, wo danach gefragt ist
keys-mark-wrong = die ausgewählten Worte als falsch markieren
keys-mark-verbose = die ausgewählten Worte als überflüssig markieren
keys-skip = die Aufgabe überspringen, mit Grund
keys-flag = die Aufgabe oder eine Antwort melden, wo das angeboten ist
keys-undo = zurück zu dem, was Sie zuletzt bewertet oder übersprungen haben, wie auch Strg Z; noch einmal: zur Aufgabe davor
keys-next-difference = zum nächsten Unterschied der Antworten
keys-previous-difference = zum vorigen Unterschied
keys-dim = Gemeinsames abblenden oder wieder zeigen
keys-flip = A und B an ihren Plätzen tauschen oder zurück
keys-raw = Texte, wie sie geschrieben wurden, oder mit gesetztem Markdown
keys-columns = jede Spalte für sich rollen lassen oder wieder die Seite
keys-together = rollende Spalten einander folgen lassen, Absatz für Absatz, oder nicht mehr
keys-guidelines = Richtlinien
keys-list = diese Liste
keys-escape = schließen, was offen ist, eine Berichtigung verlassen
keys-change = Buchstaben ändern

## Statt einer Aufgabe

nothing-draft = Das Projekt hat noch nicht begonnen
nothing-draft-text = Es wird noch eingerichtet. Aufgaben gibt es, sobald die Leitung es startet.
nothing-paused = Das Projekt ruht
nothing-paused-text = Die Leitung gibt zurzeit nichts aus. Alles, was Sie gesendet haben, ist aufbewahrt.
nothing-archived = Das Projekt ist abgeschlossen
nothing-archived-text = Es wird nichts mehr gesammelt. Alles, was Sie gesendet haben, ist aufbewahrt.
nothing-empty = Es gibt noch keine Aufgaben
nothing-empty-text = Es wurde noch nichts eingelesen. Aufgaben erscheinen hier, sobald die Leitung es tut.
nothing-finished = Das war die letzte
nothing-finished-text = Sie haben alle Aufgaben dieses Projekts bewertet oder übersprungen, die Bewertungen brauchen. Danke. Kommen neue hinzu, erscheinen sie hier.
nothing-now = Gerade gibt es nichts zu bewerten
nothing-until = Der Rest ist bei anderen in Arbeit. Bleibt eine Aufgabe liegen, wird sie frei um
nothing-until-end = . Diese Seite sieht von selbst wieder nach.
look-again = Noch einmal nachsehen
to-the-project = Zum Projekt
trouble-offline = Die nächste Aufgabe kommt mit der Verbindung
trouble-signed-out = Melden Sie sich an, um weiterzumachen
trouble = Die nächste Aufgabe ist nicht angekommen
trouble-text = Was Sie entschieden haben, ist aufbewahrt. Diese Seite versucht es von selbst wieder.

## Für alle, die die Seite hören

announce-next = Nächste Aufgabe.
announce-saved = Gespeichert.
announce-reopened = Ihre frühere Bewertung, zum Berichtigen.
announce-skipped = Diese Aufgabe haben Sie übersprungen. Bewerten Sie sie doch, oder gehen Sie weiter.
announce-no-earlier = Es gibt keine frühere Aufgabe.
