# Was die Bewertungen eines Projekts sagen, und jede einzelne.

results-of = Ergebnisse von { $project }
adding-up = Bewertungen werden ausgezählt …
rankings-count = Jede Rangfolge zählt als Vergleiche von je zwei ihrer Antworten. Vergleiche einer Rangfolge hängen zusammen, darum sind die Intervalle enger, als sie sein sollten.
numbers-behind = Die Zahlen dahinter
model = Modell
judgments = Bewertungen
tasks = Aufgaben
share = Anteil
all = Alle

agreement = Übereinstimmung
agreement-none = Noch hat keine Aufgabe zwei Bewertungen, darum lässt sich über Übereinstimmung nichts sagen.
agreement-text = Wie oft zwei Bewertende derselben Aufgabe gleich entscheiden, ohne Abzug für den Zufall. Zusammengefasst zählt jedes Paar von Bewertungen, je Aufgabe gibt jeder Aufgabe dasselbe Gewicht.
counting = Zählweise
pooled = Zusammengefasst
per-task = Je Aufgabe
by-guessing = Durch Raten
agreeing-pairs = Paare, die übereinstimmen
with-ties = Mit Gleichständen
with-ties-note = gleich gut ist eine Entscheidung wie die anderen
without-ties = Ohne Gleichstände
without-ties-note = Gleichstände bleiben vorher weg
no-pairs = keine Paare
number-of = { $n } von { $of }

aspect-none = Das hat noch niemand beantwortet.
no-model = kein Modell genannt
levels-text = Von „{ $worst }“ = 1 bis „{ $best }“ = { NUMBER($n) }: der Mittelwert, und wie oft jede Stufe vergeben wurde. Bewertende nutzen Stufen verschieden, darum sind Mittelwerte verschiedener Bewertender nicht dasselbe Maß.
levels-of = Stufen: { $name }
mean = Mittelwert
ratings = Einstufungen
choices-of = Auswahl: { $name }
choice = Auswahl

none = Noch keine Bewertungen
none-others = Sie erscheinen hier, sobald jemand welche sendet.
overview = Überblick
none-tasks = Das Projekt hat keine Aufgaben. Lesen Sie zuerst welche ein.
bring-in = Aufgaben einlesen
none-active = Es kann losgehen. Sorgen Sie dafür, dass das Projekt Bewertende hat.
look-members = Um Mitglieder kümmern
none-inactive = Solange das Projekt nicht läuft, kann niemand bewerten.
change-status = Seinen Stand ändern

majority-title = { $n ->
    [one] Mehrheitsurteile von 1 Aufgabe
   *[other] Mehrheitsurteile von { $n } Aufgaben
}
majority = Mehrheitsurteile
majority-text = { $n ->
    [one] 1 Aufgabe mit einer Bewertung, nach dem, was mehr als die Hälfte sagt. Erste und zweite sind die Antworten, wie sie in der Datei stehen, auf welcher Seite sie auch zu sehen waren. Keine Mehrheit ist ein Befund: Man ist geteilter Meinung.
   *[other] { $n } Aufgaben mit einer Bewertung, nach dem, was mehr als die Hälfte sagt. Erste und zweite sind die Antworten, wie sie in der Datei stehen, auf welcher Seite sie auch zu sehen waren. Keine Mehrheit ist ein Befund: Man ist geteilter Meinung.
}
majority-head = Mehrheit
first-better = Erste Antwort besser
tie = Gleich gut
second-better = Zweite Antwort besser
both-good = Beide gut
both-bad = Beide schlecht
no-majority = Keine Mehrheit

matrix = Modell gegen Modell
matrix-text = Wie oft das Modell der Zeile dem der Spalte vorgezogen wird, wobei Gleichstände halb zählen, und die Zahl der Bewertungen. Wo es weniger als { NUMBER($n) } sind, steht die Zahl allein.
same-model = dasselbe Modell
never-compared = nie verglichen
judgments-counted = { $n ->
    [one] 1 Bewertung
   *[other] { $n } Bewertungen
}
of-number = von { $n }

win-rate = Siegquote je Modell
win-rate-none = Es gibt nichts zu vergleichen: Siegquoten brauchen bewertete Aufgaben, deren zwei Antworten verschiedene Modelle nennen.
win-rate-title = Siegquoten von { NUMBER($n) } Modellen mit ihren Intervallen
win-rate-text = Wie oft ein Modell denen vorgezogen wird, mit denen es verglichen wurde; gleich gut, auch beide schlecht und beide gut, zählt halb. Die Linie ist das 95-%-Intervall (Wilson), gestrichelt ist gleich.
too-few-models = { $n ->
    [one] 1 Modell hat weniger als { NUMBER($enough) } Bewertungen, zu wenige für eine Quote.
   *[other] { $n } Modelle haben weniger als { NUMBER($enough) } Bewertungen, zu wenige für eine Quote.
}
untold = Was die Quote nicht sagt
untold-text = Wem ein Modell begegnete: Eins, das nur schwache traf, sieht stark aus; lesen Sie sie darum neben der Tabelle darunter. Mehrere Bewertungen einer Aufgabe ähneln einander, was das Intervall etwas zu eng macht; überlappende Intervalle heißen nicht, dass zwei Modelle gleich gut sind.
win-rates = Siegquoten
rate = Siegquote
interval = 95-%-Intervall
won = Gewonnen
tied = Gleich
lost = Verloren
too-few = zu wenige

pairs = Übereinstimmung je Paar von Bewertenden
pairs-text = Cohens Kappa ist die Übereinstimmung über das hinaus, was die Gewohnheiten der beiden durch Zufall bewirken: 1 ist vollkommen, 0 ist Zufall, weniger ist schlechter als Zufall.
pairs-most = Die { NUMBER($shown) } Paare von { NUMBER($all) } mit den meisten gemeinsamen Aufgaben.
raters = Bewertende
in-common = Gemeinsame Aufgaben
decided-same = Gleich entschieden
kappa-symmetric = Kappa, symmetrisch
kappa = Kappa
which-kappa = Welches Kappa man liest
which-kappa-text = Das symmetrische: Es hängt nicht davon ab, welche Antwort zufällig zuerst gespeichert ist. Das einfache hängt davon ab und dient dem Vergleich mit anderen Werkzeugen. Bei weniger als { NUMBER($n) } gemeinsamen Aufgaben sind beide zu ungewiss, um gezeigt zu werden.
and = und
kappa-none = keins
kappa-nothing-shared = keine Aufgabe haben beide bewertet
kappa-no-variation = beide gaben immer dieselbe Antwort

progress = Fortschritt
judgments-of = Bewertungen von { NUMBER($n) }
tasks-complete-of = fertige Aufgaben von { NUMBER($n) }
in-hands = Aufgaben gerade in Arbeit
skips-few = Übersprungen
part-done = { $share } fertig

per-rater = Bewertungen je Person
per-rater-text = Zieht die zuerst gezeigte Seite vor: der Anteil der Bewertungen für die Antwort, die links stand, mit seinem 95-%-Intervall (Wilson). Die Seiten werden ausgelost, ohne Neigung enthält das Intervall also 50 %, die gestrichelte Linie.
rater = Wer
skips = Übersprungen
ties = Gleichstände
median-time = Mittlere Zeit
first-side = Zieht die zuerst gezeigte Seite vor
drawn = Gezeichnet
how-counted = Wie das gezählt ist
how-counted-text = Bewertungen schließen Wiederholungen einer Aufgabe ein. Die mittlere Zeit ist der Median der Bewertungen, deren Zeit gemessen wurde, und zählt nur die Zeit vor der Aufgabe: Die Hälfte brauchte weniger.
how-ties-ranked-text = Gleichstände sind der Anteil der Vergleiche zweier Antworten, die sich einen Rang teilen.
how-ties-counted-text = Gleichstände sind der Anteil der Vergleiche ohne Vorzug, „beide schlecht“ und „beide gut“ eingeschlossen.

judgments-of-project = Bewertungen von { $project }
were-all = Das waren alle Bewertungen
newest = Zu den neuesten
nobody = Noch hat niemand bewertet
nobody-text = Hier steht jede Bewertung, die neueste zuerst, und jede lässt sich ansehen, wie sie zu sehen war.
to-overview = Zum Überblick
list-text = Die neuesten zuerst, mit den Seiten, wie sie gezeigt wurden. Öffnen Sie eine, um zu sehen, was zu sehen war.
task = Aufgabe
verdict = Urteil
rationale = Begründung
when = Wann (UTC)
older = Ältere
a-better = A besser
b-better = B besser
level = Stufe { NUMBER($level) }
best-worst = Beste { $best }, schlechteste { $worst }
correction = Berichtigung
late = verspätet
repeat = noch einmal gezeigt
not-counted = nicht gezählt

rater-on = { $rater } über { $task }
as-seen = Wie es zu sehen war; die Namen der Modelle waren verborgen.
all-judgments = Alle Bewertungen
metadata = Metadaten, für Bewertende verborgen
guidelines-version = Richtlinien, Fassung { NUMBER($version) }
guidelines-none = Es gab keine.
flags = Meldungen
passages = Stellen
flag-response = { $reason }: Antwort { $name }
flag-task = { $reason }: die Aufgabe
not-timed = nicht gemessen
circumstances = Umstände
submitted = Gesendet
time-in-front = Zeit vor der Aufgabe
versions = Fassungen
versions-text = Protokoll { NUMBER($protocol) }, Richtlinien { NUMBER($guidelines) }
stands = gilt
revisions = Fassungen der Bewertung

scales-several = Die Stufen wurden geändert, während das Projekt lief. Jede Fassung hat ihre eigene Tabelle, weil sich ihre Mittelwerte nicht vergleichen lassen.
win-rate-ranked-text = Wie oft eine Antwort des Modells über einer Antwort eines anderen Modells liegt; ein Gleichstand zählt halb. Die Linie ist das 95-%-Intervall (Wilson), gestrichelt ist die Mitte.
win-rate-others = { $n ->
    [one] 1 weiteres Modell zeigen
   *[other] { $n } weitere Modelle zeigen
}
matrix-dense-text = Die Modelle sind nach Siegquote sortiert. Halten Sie den Zeiger über eine Zelle, um beide Namen und die Zahl der Bewertungen zu sehen; ein Punkt steht für zu wenige.
matrix-cell = { $row } gegen { $column }: { $share }, { $number }
matrix-few = { $row } gegen { $column }: { $number }, zu wenige für eine Quote

ranks = Mittlerer Rang je Modell
ranks-text = 1 ist der beste. Antworten, die sich Ränge teilen, bekommen deren Mittelwert.
ranks-best-text = Die beste Antwort hat Rang 1, die schlechteste den letzten, und die übrigen teilen sich den Mittelwert der Ränge dazwischen.
ranks-interval-text = Das 95-%-Intervall nimmt Aufgaben als Beobachtungen, weil Bewertungen einer Aufgabe einander ähneln. Es braucht { NUMBER($n) } Aufgaben.
ranks-of = { NUMBER($n) } Antworten zusammen geordnet
ranks-none = Keine Antwort nennt ihr Modell, darum gibt es keine Ränge je Modell.
mean-rank = Mittlerer Rang
ranked = Einordnungen
ranked-first = Erster
ranked-last = Letzter
tau = Kendalls Tau-b
tau-text = Kendalls Tau-b sagt, wie weit zwei Bewertende in einer Reihenfolge übereinstimmen: 1 ist dieselbe Reihenfolge, 0 ist Zufall, −1 die umgekehrte. Gleichstände sind berücksichtigt.
tau-ranks-text = Hier vergleicht es die Ränge der Antworten innerhalb jeder Aufgabe. Im Mittelwert wiegt jede Aufgabe gleich viel.
tau-levels-text = Hier vergleicht es die Stufen, die zwei Bewertende denselben Aufgaben gaben. Im Mittelwert wiegt jedes Paar so viel, wie es gemeinsame Aufgaben hat.
tau-mean = mittleres Tau-b
tau-tasks = Aufgaben mit mindestens zwei Bewertenden
tau-counted-text = Von mehreren Bewertungen einer Person zu einer Aufgabe zählt die erste. Tau-b ist nicht definiert, wo eine der beiden Personen alles gleichsetzt; solche Aufgaben bleiben außen vor. Paare mit weniger als { NUMBER($n) } gemeinsamen Aufgaben sind zu unsicher, um gezeigt zu werden.
