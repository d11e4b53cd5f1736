# Importe und Exporte.

tasks-of = Aufgaben · { $project }
import-archived = Das Projekt ist archiviert. Öffnen Sie es wieder, um Aufgaben zu importieren.
bring-in-title = Aufgaben importieren
bring-in = Importieren
stop = Abbrechen
format = Format
format-detect = Automatisch erkennen
baseline = Vergleichsmodell
baseline-hint = (für Ausgaben; nur Paare mit diesem Modell)
drop = Datei hier ablegen oder auswählen
drop-hint = JSONL oder JSON, auch mit gzip komprimiert. Ist eine Zeile falsch, wird nichts importiert, und jeder Fehler wird genannt. Dieselbe Datei noch einmal zu importieren ändert nichts.
looking = Die Datei wird gelesen …
stopped = Hochladen abgebrochen. Es wurde nichts importiert.
nothing-in = Import fehlgeschlagen: nichts hinzugefügt
sent = Hochgeladen
sent-percent = { NUMBER($n) } % hochgeladen
on-the-way = wird hochgeladen
all-there = Datei wird geprüft
errors-found = { $n ->
    [one] Die Datei hat 1 Fehler.
   *[other] Die Datei hat { $n } Fehler.
}
the-report = Der Bericht
the-report-names = nennt jeden mit Zeile und Feld.
prompts-without-task = { $n ->
    [one] 1 Prompt ergibt keine Aufgabe.
   *[other] { $n } Prompts ergeben keine Aufgabe.
}
the-report-says-why = erklärt, warum.
no-task = Keine Aufgabe angelegt
records-of = { $n ->
    [one] 1 Datensatz
   *[other] { $n } Datensätze
}
part-new = { NUMBER($n) } neu
part-there = { NUMBER($n) } schon importiert
part-changed = { NUMBER($n) } geändert (der frühere Inhalt bleibt)
part-repeated = { NUMBER($n) } in der Datei wiederholt
part-wrong = { NUMBER($n) } fehlerhaft
part-held-back = { NUMBER($n) } nicht importiert
nothing-new = Nichts Neues
brought-in = { $n ->
    [one] 1 Aufgabe importiert
   *[other] { $n } Aufgaben importiert
}
cut-off = das Hochladen wurde unterbrochen
answered-status = Status { $status }
file-unreadable = die Datei ist nicht zu lesen; wählen Sie sie noch einmal

imports-none = Noch keine Importe
imports-none-text = Jede Zeile einer Datei mit Paaren sieht so aus. Namen von Modellen sind freiwillig und werden Bewertenden nie gezeigt.
imports = Importe
file = Datei
state = Status
records = Datensätze
new-tasks = Neue Aufgaben
begun = Begonnen (UTC)
running = Läuft
done = Fertig
failed = Fehlgeschlagen
format-unknown = unbekanntes Format
file-errors = { $n ->
    [one] { $file }: 1 Fehler
   *[other] { $file }: { $n } Fehler
}
file-worth-a-look = { $n ->
    [one] { $file }: 1 Warnung
   *[other] { $file }: { $n } Warnungen
}
and-more = Und { NUMBER($n) } mehr.
report-json = Bericht als JSON
unusable = Datensätze mit Fehlern
line = Zeile
field = Feld
reason = Grund
worth-a-look = Warnungen

preview-format-unknown = Unbekanntes Format
preview-title = Wie Bewertende es sehen werden
preview-nothing = Nichts zu zeigen. Die Datei ist leer, oder ihr erster Datensatz ist länger als ein Megabyte.
preview-wrong = Einige der ersten Datensätze haben Fehler
preview-wrong-text = Eine Datei mit Fehlern lässt sich nicht importieren. Importieren Sie sie trotzdem, um jeden Datensatz zu prüfen und alle Fehler zu sehen.
one-output = eine Ausgabe
hidden-models = Vor Bewertenden verborgen:
prompt-of = Prompt von { $id }
response-of = Antwort { NUMBER($place) } von { $id }
model-silent = Das Modell hat keinen Text geliefert.
format-pairs = Paare, Rangfolgen, Einstufungen: ein Prompt und seine Antworten je Datensatz
format-preferences = Präferenzen (TRL): Prompt, gewählt, verworfen
format-outputs = Ausgaben (AlpacaEval): die Antwort eines Modells je Datensatz

export-of = Export · { $project }
counting = Wird gezählt …
disagree = Wenn Bewertende uneins sind
disagree-hint = Für Präferenzen und für gute und schlechte Antworten. Beste Antworten gibt es eine je Prompt; Tabellen enthalten jede Bewertung.
per-judgment = Eigene Zeilen je Person
by-majority = Eine Zeile, wenn die meisten Bewertungen übereinstimmen
flagged = Gemeldete Texte
flagged-out = Weglassen
flagged-keep = Behalten
count-again = Aktualisieren
to-preferences = Präferenzen zum Trainieren (TRL, JSONL)
to-unpaired = Gute und schlechte Antworten zum Trainieren (TRL ungepaart, KTO, JSONL)
to-sft = Beste Antworten zum Trainieren (TRL SFT, JSONL)
to-judgments = Alle Bewertungen (JSONL)
to-csv = Alle Bewertungen, für Tabellenprogramme (CSV)
to-csv-raw = Alle Bewertungen, für Programme (CSV, Texte unverändert)
for-preferences = Prompt, Gewähltes und Verworfenes als Nachrichten; für DPO und Belohnungsmodelle; ohne Gleichstände
for-unpaired = eine Antwort und ob sie gut ist, für KTO; aus Einstufungen direkt, aus Paaren und Rangfolgen nach dem Sieger
for-sft = eine Zeile je Prompt: die beste Antwort oder eine Neufassung; für überwachtes Feintuning
for-judgments = eine Zeile je Bewertung und Überspringen, mit allen Einzelheiten
for-csv = eine Zeile je Bewertung und Überspringen; Zellen, die ein Tabellenprogramm als Formel ausführen würde, sind als Text gekennzeichnet
for-csv-raw = dieselben Zeilen, jede Zelle unverändert

nothing-out = Noch nichts zu exportieren
nothing-out-text = Sobald es Bewertungen gibt, lassen sie sich hier exportieren.
first = Einrichtung abschließen
in-rows = Verwendet: { $used ->
    [one] 1 Bewertung
   *[other] { $used } Bewertungen
} in { $rows ->
    [one] 1 Zeile
   *[other] { $rows } Zeilen
}
what-leaves = Zusammenfassung des Exports
judgments-skips = Bewertungen und Überspringen
share = Anteil
amount = Anzahl
all = Gesamt
left-out = Weggelassen: { $reason }
out-tie = gleich gut
out-both-bad = beide schlecht
out-both-good = beide gut
out-skip = übersprungen
out-no-majority = keine Mehrheit
out-contradiction = von einer anderen Aufgabe widersprochen
out-superseded = durch eine spätere Bewertung ersetzt
out-uncounted = zu spät gesendet
out-repeat = Wiederholung einer früheren Aufgabe
out-identical = beide Texte gleich
out-blank = ein Text ist leer
out-rewritten = eine Neufassung ist besser
out-outranked = eine andere Antwort ist besser
out-flagged = von jemandem gemeldet
out-unrepresentable = in diesem Format nicht möglich
duplicates = { $n ->
    [one] 1 Aufgabe hat dieselben Texte wie eine andere und teilt deren Zeile.
   *[other] { $n } Aufgaben haben dieselben Texte wie andere und teilen deren Zeilen.
}
empty-columns = Leere Spalten fehlen in der Datei: { $columns }.
nothing-left-out = Nichts wird weggelassen.
counted-now = Die Zahlen können sich bis zum Herunterladen ändern.
file-empty = Die Datei wäre leer. Wählen Sie ein anderes Format, um alle Bewertungen zu sehen.
download = { $n ->
    [one] 1 Zeile herunterladen
   *[other] { $n } Zeilen herunterladen
}
loading-it = Datei laden
rows-preferences = Die Zeilen sind Präferenzen in Gesprächsform. DPOTrainer und RewardTrainer von TRL nehmen sie, wie sie sind.
rows-unpaired = Die Zeilen sind ungepaarte Daten in Gesprächsform. KTOTrainer von TRL nimmt sie, wie sie sind.
rows-sft = Die Zeilen sind Nachrichten in Gesprächsform. SFTTrainer von TRL nimmt sie, wie sie sind.
from-program = Aus einem Programm
tokens-before = Legen Sie einen Token an in
tokens-account = Ihrem Konto
tokens-after = ; die Berechtigung „lesen“ genügt.
