# Aufgaben, die hereinkommen, und Bewertungen, die hinausgehen.

tasks-of = Aufgaben von { $project }
import-archived = Das Projekt ist abgeschlossen: Es kann nichts eingelesen werden.
bring-in-title = Aufgaben einlesen
bring-in = Einlesen
stop = Anhalten
format = Format
format-detect = Am ersten Datensatz erkennen
baseline = Vergleichsmodell
baseline-hint = (für Ausgaben; bildet nur dessen Paare)
drop = Legen Sie eine Datei hier ab, oder wählen Sie eine
drop-hint = JSONL oder JSON, auch mit gzip komprimiert. Alle ihre Aufgaben werden eingelesen, oder keine, mit einem Bericht über jede falsche Zeile. Dieselbe Datei zweimal ändert nichts.
looking = Die Datei wird angesehen …
stopped = Das Senden wurde angehalten. Es wurde nichts eingelesen.
nothing-in = Es wurde nichts eingelesen
sent = Gesendet
sent-percent = { NUMBER($n) } % gesendet
on-the-way = unterwegs
all-there = alles da, wird geprüft
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
the-report-says-why = sagt, warum.
no-task = Keine Aufgabe angelegt
records-of = { $n ->
    [one] 1 Datensatz
   *[other] { $n } Datensätze
}
part-new = { NUMBER($n) } neu
part-there = { NUMBER($n) } schon vorhanden
part-changed = { NUMBER($n) } inzwischen geändert (der frühere Inhalt bleibt)
part-repeated = { NUMBER($n) } in der Datei wiederholt
part-wrong = { NUMBER($n) } fehlerhaft
part-held-back = { NUMBER($n) } nicht eingelesen
nothing-new = Nichts Neues
brought-in = { $n ->
    [one] 1 Aufgabe eingelesen
   *[other] { $n } Aufgaben eingelesen
}
cut-off = das Senden wurde abgebrochen
answered-status = er antwortete mit Status { $status }
file-unreadable = die Datei ist nicht zu lesen; wählen Sie sie noch einmal

imports-none = Noch wurde nichts eingelesen
imports-none-text = Eine Zeile einer Datei von Paaren sieht so aus; der Name eines Modells ist freiwillig und wird Bewertenden nie gezeigt.
imports = Einlesungen
file = Datei
state = Stand
records = Datensätze
new-tasks = Neue Aufgaben
begun = Begonnen (UTC)
running = Läuft
done = Fertig
failed = Gescheitert
format-unknown = Format unbekannt
file-errors = { $n ->
    [one] { $file }: 1 Fehler
   *[other] { $file }: { $n } Fehler
}
file-worth-a-look = { $n ->
    [one] { $file }: 1 Hinweis
   *[other] { $file }: { $n } Hinweise
}
and-more = Und { NUMBER($n) } mehr.
report-json = Der Bericht als JSON
unusable = Datensätze, die nicht zu gebrauchen sind
line = Zeile
field = Feld
reason = Grund
worth-a-look = Einen Blick wert

preview-format-unknown = ein unbekanntes Format
preview-title = Wie Bewertende es sehen werden
preview-nothing = Es gibt nichts zu zeigen: Die Datei ist leer, oder ihr erster Datensatz ist länger als ein Megabyte.
preview-wrong = Einige der ersten Datensätze sind nicht zu gebrauchen
preview-wrong-text = Solange ein Datensatz falsch ist, wird nichts eingelesen. Wer die Datei trotzdem einliest, lässt sie ganz prüfen und bekommt jeden solchen Datensatz genannt.
one-output = eine Ausgabe
hidden-models = Vor Bewertenden verborgen:
prompt-of = Prompt von { $id }
response-of = Antwort { NUMBER($place) } von { $id }
model-silent = Das Modell hat nichts gesagt.
format-pairs = Paare, Rangfolgen, Einstufungen: ein Prompt und seine Antworten je Datensatz
format-preferences = Präferenzen (TRL): Prompt, gewählt, verworfen
format-outputs = Ausgaben (AlpacaEval): die Antwort eines Modells je Datensatz

export-of = Export von { $project }
counting = Wird gezählt …
disagree = Wo Bewertende uneins sind
disagree-hint = Für Präferenzen und für gute und schlechte Antworten. Beste Antworten gibt es eine je Prompt; Tabellen enthalten jede Bewertung.
per-judgment = Eigene Zeilen für jede bewertende Person
by-majority = Eine Zeile, wo die meisten Bewertungen übereinstimmen
flagged = Texte, die jemand gemeldet hat
flagged-out = Weglassen
flagged-keep = Behalten
count-again = Noch einmal zählen
to-preferences = Präferenzen zum Trainieren (TRL, JSONL)
to-unpaired = Gute und schlechte Antworten zum Trainieren (TRL ungepaart, KTO, JSONL)
to-sft = Beste Antworten zum Trainieren (TRL SFT, JSONL)
to-judgments = Alle Bewertungen (JSONL)
to-csv = Alle Bewertungen, für Tabellenprogramme (CSV)
to-csv-raw = Alle Bewertungen, für Programme (CSV, Texte unberührt)
for-preferences = Prompt, Gewähltes und Verworfenes als Nachrichten; für DPO und Belohnungsmodelle; Gleichstände bleiben weg
for-unpaired = eine Antwort und ob sie gut ist; für KTO; bei Einstufungen für sich, bei Paaren und Rangfolgen nach dem Sieger
for-sft = eine Zeile je Prompt: die Antwort mit der besten Bilanz oder eine Neufassung; für überwachtes Feintuning
for-judgments = eine Zeile je Bewertung und Überspringen mit allem, was darüber bekannt ist
for-csv = eine Zeile je Bewertung und Überspringen; Zellen, die ein Tabellenprogramm als Formel ausführen würde, sind als Text gekennzeichnet
for-csv-raw = dieselben Zeilen, jede Zelle genau so, wie sie ist

nothing-out = Noch nichts herauszunehmen
nothing-out-text = Sobald es Bewertungen gibt, gehen sie von hier aus hinaus.
first = Was zuerst zu tun ist
in-rows = { $n ->
    [one] In 1 Zeile
   *[other] In { $n } Zeilen
}
what-leaves = Was hinausginge
judgments-skips = Bewertungen und Überspringen
share = Anteil
amount = Anzahl
all = Alle
left-out = Weggelassen: { $reason }
out-tie = gleich gut
out-both-bad = beide schlecht
out-both-good = beide gut
out-skip = übersprungen
out-no-majority = keine Mehrheit
out-contradiction = Aufgaben widersprechen sich
out-superseded = durch eine spätere Bewertung ersetzt
out-uncounted = kam zu spät
out-repeat = dieselbe Person noch einmal
out-identical = beide Texte gleich
out-blank = ein Text ist leer
out-rewritten = jemand hat eine bessere geschrieben
out-outranked = eine andere Antwort ist besser
out-flagged = von jemandem gemeldet
out-unrepresentable = in diesem Format nicht möglich
duplicates = { $n ->
    [one] 1 Aufgabe hat dieselben Texte wie eine andere und teilt deren Zeile.
   *[other] { $n } Aufgaben haben dieselben Texte wie andere und teilen deren Zeilen.
}
empty-columns = Spalten ohne jeden Wert fehlen in der Datei: { $columns }.
nothing-left-out = Nichts wird weggelassen.
counted-now = Jetzt gezählt; die Datei wird beim Herunterladen noch einmal gezählt.
file-empty = Die Datei wäre leer. Wählen Sie ein anderes Format, um alle Bewertungen zu sehen.
download = { $n ->
    [one] 1 Zeile herunterladen
   *[other] { $n } Zeilen herunterladen
}
loading-it = Wie man sie lädt
rows-preferences = Die Zeilen sind Präferenzen in Gesprächsform: DPOTrainer und RewardTrainer von TRL nehmen sie, wie sie sind.
rows-unpaired = Die Zeilen sind ungepaarte Daten in Gesprächsform: KTOTrainer von TRL nimmt sie, wie sie sind.
rows-sft = Die Zeilen sind Nachrichten in Gesprächsform: SFTTrainer von TRL nimmt sie, wie sie sind.
from-program = Aus einem Programm
tokens-before = Token gibt es in
tokens-account = Ihrem Konto
tokens-after = ; die Reichweite «lesen» genügt.
