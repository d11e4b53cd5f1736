# Was an einem Datensatz einer Datei nicht stimmt, in einer Zelle einer Tabelle: kein Punkt am Ende.

expected = { $wanted } erwartet, { $found } gefunden
wanted-text = Text
wanted-messages = eine Liste von Nachrichten
wanted-text-or-messages = Text oder eine Liste von Nachrichten
wanted-text-as-chosen = Text wie in chosen
wanted-messages-as-chosen = eine Liste von Nachrichten wie in chosen
wanted-responses = eine Liste von Antworten
wanted-id = eine Kennung (Text oder eine ganze Zahl)
wanted-role = system, developer, user, assistant oder tool
wanted-tool-calls = eine Liste von Werkzeugaufrufen
an-object = ein Objekt
found-nothing = nichts
found-boolean = { $value } (ein Wahrheitswert)
found-number = { $digits } (eine Zahl)
found-blank = leerer Text
found-text = { $text } (Text)
found-empty-list = eine leere Liste
found-list = eine Liste von { NUMBER($items) }

too-long = höchstens { NUMBER($most) } Zeichen erwartet, { NUMBER($found) } gefunden
too-much-beside = die übrigen Felder haben zusammen { NUMBER($found) } Bytes; höchstens { NUMBER($most) } sind möglich
nul-character = der Text enthält ein NUL-Zeichen (\u0000); entfernen Sie es
key-twice = derselbe Schlüssel steht zweimal in einem Objekt; behalten Sie einen
unknown-shape = unbekanntes Format mit den Schlüsseln { $keys }. Bekannte Formate sind { $known }. Benennen Sie die Schlüssel um, oder wandeln Sie die Datei um
other-shape = nicht im Format { $format } mit { $wanted }; gefunden: { $keys }. Wählen Sie ein anderes Format, oder benennen Sie die Schlüssel um
list-inside = die Datei ist ein Objekt, und sein Schlüssel { $key } enthält eine Liste von { NUMBER($items) } Objekten; speichern Sie nur diese Liste als Datei, und importieren Sie die
table = das ist eine CSV-Tabelle mit den Spalten { $columns }; CSV kann noch nicht importiert werden. Wandeln Sie sie in JSON Lines um, in Python mit pandas.read_csv("in.csv").to_json("out.jsonl", orient="records", lines=True)
not-records = JSON Lines (ein Objekt je Zeile) oder eine JSON-Liste von Objekten erwartet, Text gefunden, der mit „{ $found }“ beginnt
data-frame = Dateien im Format { $name } können noch nicht importiert werden. Wandeln Sie die Datei in JSON Lines um, in Python mit pandas.{ $function }("in").to_json("out.jsonl", orient="records", lines=True)
zip = das ist ein ZIP-Archiv oder eine Excel-Arbeitsmappe; entpacken Sie es, oder speichern Sie es als JSON Lines
packed = die Datei ist mit { $name } komprimiert; entpacken Sie sie, oder verwenden Sie gzip
sqlite = das ist eine SQLite-Datenbank; exportieren Sie ihre Zeilen als JSON Lines
utf16 = die Datei ist UTF-16; speichern Sie sie als UTF-8
unpacks-too-large = entpackt hat die Datei mehr als { NUMBER($most) } Bytes; teilen Sie sie
bad-gzip = die gzip-Daten sind beschädigt oder unvollständig; komprimieren Sie die Datei neu, oder importieren Sie sie unkomprimiert
foreign-word = { $word } ist kein JSON; schreiben Sie { $instead }
other-part = einen Teil vom Typ text, image_url, reasoning, tool_use oder tool_result erwartet, gefunden: „{ $found }“
interrupted = der Import wurde unterbrochen, und nichts wurde importiert; importieren Sie die Datei noch einmal
not-utf8 = kein UTF-8 bei Byte { NUMBER($byte) }; speichern Sie die Datei als UTF-8
open-list = der Liste in der Datei fehlt die schließende ]; vielleicht ist die Datei abgeschnitten
nothing-beside-comma = vor und nach jedem Komma ein Objekt erwartet, nichts gefunden
behind-the-list = alles nach dem Ende der Liste wird ignoriert
record-too-long = der Datensatz ist länger als 8 MiB; teilen oder kürzen Sie ihn
too-deep = mehr als 127 Ebenen tief verschachtelt (Spalte { NUMBER($column) })
half-character = ein halbes Ersatzzeichenpaar (etwa \ud800 allein) ist kein Zeichen (Spalte { NUMBER($column) })
bare-control = kein JSON: Zeilenumbrüche und Tabulatoren in Texten schreibt man als \n und \t (Spalte { NUMBER($column) })
cut-record = kein JSON: Es endet zu früh; jeder Datensatz muss vollständig sein und in einer Zeile stehen (Spalte { NUMBER($column) })
not-json = kein JSON: { $message } (Spalte { NUMBER($column) })

id-twice = Zeile { NUMBER($line) } hat dieselbe Kennung und anderen Inhalt; geben Sie jedem Datensatz eine eigene Kennung, oder entfernen Sie einen

two-prompts = entweder messages oder prompt erwartet, beides gefunden; entfernen Sie eins
response-count = { $responses } erwartet, { NUMBER($found) } gefunden
responses-pair = genau zwei Antworten
responses-ranking = zwei bis neun Antworten
responses-best-worst = drei bis neun Antworten
responses-rating = genau eine Antwort
not-of-pairs = { $responses } erwartet, chosen und rejected gefunden
input-beside = { $name } und input gefunden; fügen Sie beides in { $name } zusammen
no-assistant = eine Nachricht des Assistenten erwartet, eine leere Liste gefunden
last-not-assistant = die letzte Nachricht muss vom Assistenten sein, gefunden: { $role }
first-not-assistant = eine Antwort muss mit einer Nachricht des Assistenten beginnen, gefunden: { $role }
other-conversation = die Gespräche in chosen und rejected müssen mit derselben Nachricht beginnen
not-quoted = den Text einer der Nachrichten in chosen erwartet
blank-prompt = der Prompt ist leer
no-message = mindestens eine Nachricht erwartet, eine leere Liste gefunden
late-system = eine Systemnachricht muss am Anfang stehen
nobody-asks = die letzte Nachricht muss von user oder tool sein, gefunden: { $role }

output-blank = die Ausgabe ist leer
response-blank = Antwort { NUMBER($place) } ist leer
same-text = beide Antworten haben denselben Text
some-same-text = einige Antworten haben denselben Text
same-role-twice = zwei Nachrichten von { $role } hintereinander; manche Chat-Vorlagen lehnen das ab
assistant-first = das Gespräch beginnt mit dem Assistenten; manche Chat-Vorlagen lehnen das ab
reasoning = die Überlegungen des Modells werden Bewertenden eingeklappt gezeigt
image = Bilder werden nicht gezeigt; Bewertende sehen einen Platzhalter
other-keys = wiederholt Zeile { NUMBER($line) } und weicht nur in weiteren Schlüsseln ab; der frühere Datensatz bleibt
one-answer = keine Aufgabe: Der Prompt hat nur eine Antwort: „{ $prompt }“
one-answer-of = keine Aufgabe: Der Prompt hat nur eine Antwort (von { $model }): „{ $prompt }“
too-few-answers = keine Aufgabe: Der Prompt hat { NUMBER($found) } Antworten, mindestens { NUMBER($least) } sind nötig: „{ $prompt }“
too-many-answers = keine Aufgabe: Der Prompt hat { NUMBER($found) } Antworten, höchstens { NUMBER($most) } sind möglich: „{ $prompt }“
no-baseline = keine Aufgabe: Kein Paar des Prompts enthält das Vergleichsmodell: „{ $prompt }“
