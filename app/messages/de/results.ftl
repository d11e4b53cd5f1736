# Was die Bewertungen eines Projekts sagen, und jede einzelne.

results-of = Ergebnisse · { $project }
adding-up = Bewertungen werden gezählt …
rankings-count = Jede Rangfolge zählt als Vergleich aller Paare ihrer Antworten. Vergleiche einer Rangfolge sind nicht unabhängig, darum sind die Intervalle enger, als sie sein sollten.
numbers-behind = Tabelle
model = Modell
judgments = Bewertungen
tasks = Aufgaben
share = Anteil
all = Alle

agreement = Übereinstimmung
agreement-none = Noch hat keine Aufgabe zwei Bewertungen, darum gibt es keine Übereinstimmung zu zeigen.
agreement-text = Wie oft zwei Bewertende derselben Aufgabe übereinstimmen, ohne Abzug für den Zufall. Zusammengefasst gewichtet jedes Paar von Bewertungen gleich. Je Aufgabe gewichtet jede Aufgabe gleich.
counting = Zählweise
pooled = Zusammengefasst
per-task = Je Aufgabe
by-guessing = Durch Zufall erwartet
agreeing-pairs = Paare, die übereinstimmen
with-ties = Mit Gleichständen
with-ties-note = gleich gut ist eine Antwort wie jede andere
without-ties = Ohne Gleichstände
without-ties-note = Gleichstände bleiben vorher weg
no-pairs = keine Paare
number-of = { $n } von { $of }

aspect-none = Noch keine Antworten.
no-model = kein Modellname
levels-text = Von „{ $worst }“ = 1 bis „{ $best }“ = { NUMBER($n) }: der Mittelwert, und wie oft jede Stufe gewählt wurde. Bewertende nutzen Stufen verschieden; vergleichen Sie darum keine Mittelwerte verschiedener Bewertender.
levels-of = Stufen: { $name }
mean = Mittelwert
ratings = Einstufungen
choices-of = Auswahl: { $name }
choice = Auswahl

none = Noch keine Bewertungen
none-others = Sie erscheinen hier, sobald jemand welche absendet.
overview = Überblick
none-tasks = Das Projekt hat keine Aufgaben. Importieren Sie zuerst welche.
bring-in = Aufgaben importieren
none-active = Es kann bewertet werden. Prüfen Sie, ob das Projekt Mitglieder hat.
look-members = Mitglieder verwalten
none-inactive = Solange das Projekt nicht läuft, kann niemand bewerten.
change-status = Status ändern

majority-title = { $n ->
    [one] Mehrheitsurteile von 1 Aufgabe
   *[other] Mehrheitsurteile von { $n } Aufgaben
}
majority = Mehrheitsurteile
majority-text = { $n ->
    [one] 1 bewertete Aufgabe, nach dem Urteil von mehr als der Hälfte. Erste und zweite meinen die Reihenfolge in der Datei, nicht auf dem Bildschirm. Keine Mehrheit heißt, dass die Meinungen geteilt sind.
   *[other] { $n } bewertete Aufgaben, nach dem Urteil von mehr als der Hälfte. Erste und zweite meinen die Reihenfolge in der Datei, nicht auf dem Bildschirm. Keine Mehrheit heißt, dass die Meinungen geteilt sind.
}
majority-head = Mehrheit
first-better = Erste Antwort besser
tie = Gleich gut
second-better = Zweite Antwort besser
both-good = Beide gut
both-bad = Beide schlecht
no-majority = Keine Mehrheit

matrix = Modell gegen Modell
matrix-text = Wie oft das Modell der Zeile dem der Spalte vorgezogen wird, und die Zahl der Bewertungen. Ein Gleichstand zählt halb. Zellen mit weniger als { NUMBER($n) } Bewertungen zeigen nur deren Zahl.
same-model = dasselbe Modell
never-compared = nie verglichen
judgments-counted = { $n ->
    [one] 1 Bewertung
   *[other] { $n } Bewertungen
}
of-number = von { $n }

win-rate = Siegquote je Modell
win-rate-none = Noch nichts zu vergleichen. Siegquoten brauchen bewertete Aufgaben, deren zwei Antworten verschiedene Modelle nennen.
win-rate-title = Siegquoten von { NUMBER($n) } Modellen mit ihren Intervallen
win-rate-text = Wie oft ein Modell denen vorgezogen wird, mit denen es verglichen wurde. Ein Gleichstand zählt halb, ebenso „Beide schlecht“ und „Beide gut“. Fehlerbalken: 95-%-Wilson-Intervall. Gestrichelte Linie: 50 %.
too-few-models = { $n ->
    [one] 1 Modell hat weniger als { NUMBER($enough) } Bewertungen, zu wenige für eine Quote.
   *[other] { $n } Modelle haben weniger als { NUMBER($enough) } Bewertungen, zu wenige für eine Quote.
}
untold = Einschränkungen
untold-text = Ein Modell, das nur mit schwachen verglichen wurde, sieht stark aus; lesen Sie die Quote darum mit der Tabelle darunter. Bewertungen einer Aufgabe sind nicht unabhängig, darum ist das Intervall etwas zu eng. Überlappende Intervalle heißen nicht, dass zwei Modelle gleich gut sind.
win-rates = Siegquoten
rate = Siegquote
interval = 95-%-Intervall
won = Gewonnen
tied = Gleich
lost = Verloren
too-few = zu wenige

pairs = Übereinstimmung je Paar von Bewertenden
pairs-text = Cohens Kappa ist die Übereinstimmung über den Zufall hinaus, gemessen daran, wie oft beide welche Antwort geben. 1: vollkommen. 0: Zufall. Unter 0: schlechter als Zufall.
pairs-most = Die { NUMBER($shown) } Paare von { NUMBER($all) } mit den meisten gemeinsamen Aufgaben.
raters = Bewertende
in-common = Gemeinsame Aufgaben
decided-same = Übereinstimmung
kappa-symmetric = Kappa, symmetrisch
kappa = Kappa
which-kappa = Welches Kappa soll ich nehmen?
which-kappa-text = Nehmen Sie das symmetrische. Es hängt nicht davon ab, welche Antwort zuerst gespeichert ist. Das einfache hängt davon ab; nehmen Sie es, um mit anderen Werkzeugen zu vergleichen. Bei weniger als { NUMBER($n) } gemeinsamen Aufgaben sind beide zu unsicher, um gezeigt zu werden.
and = und
kappa-none = keins
kappa-nothing-shared = keine gemeinsamen Aufgaben
kappa-no-variation = beide gaben immer dieselbe Antwort

progress = Fortschritt
judgments-of = von { NUMBER($n) } Bewertungen
tasks-complete-of = von { NUMBER($n) } Aufgaben fertig
in-hands = in Arbeit
skips-few = übersprungen
part-done = { $share } fertig

per-rater = Bewertungen je Person
per-rater-text = Zieht die zuerst gezeigte Seite vor: der Anteil der Bewertungen für die linke Antwort, mit seinem 95-%-Wilson-Intervall. Die Seiten sind zufällig, ohne Neigung enthält das Intervall also 50 % (gestrichelte Linie).
rater = Person
skips = Übersprungen
ties = Gleichstände
median-time = Medianzeit
first-side = Zieht die zuerst gezeigte Seite vor
drawn = Diagramm
how-counted = Wie das gezählt ist
how-counted-text = Bewertungen schließen wiederholte Aufgaben ein. Die Medianzeit gilt für Bewertungen mit gemessener Zeit und zählt nur die Zeit mit der Aufgabe.
how-ties-ranked-text = Gleichstände sind der Anteil der Vergleiche zweier Antworten, die sich einen Rang teilen.
how-ties-counted-text = Gleichstände sind der Anteil der Vergleiche ohne Vorzug, „beide schlecht“ und „beide gut“ eingeschlossen.

judgments-of-project = Bewertungen · { $project }
were-all = Keine weiteren Bewertungen
newest = Zu den neuesten
nobody = Noch keine Bewertungen
nobody-text = Hier erscheint jede Bewertung, die neueste zuerst. Öffnen Sie eine, um zu sehen, was beim Bewerten zu sehen war.
to-overview = Zum Überblick
list-text = Die neuesten zuerst. A und B sind die Seiten, wie sie gezeigt wurden. Öffnen Sie eine, um zu sehen, was beim Bewerten zu sehen war.
task = Aufgabe
verdict = Urteil
rationale = Begründung
when = Wann (UTC)
older = Ältere
a-better = A besser
b-better = B besser
level = Stufe { NUMBER($level) }
best-worst = Beste { $best }, schlechteste { $worst }
correction = Korrektur
late = verspätet
repeat = noch einmal gezeigt
not-counted = nicht gezählt

rater-on = { $rater } über { $task }
as-seen = Wie beim Bewerten gezeigt, ohne Namen der Modelle.
all-judgments = Alle Bewertungen
metadata = Metadaten, für Bewertende verborgen
guidelines-version = Richtlinien, Fassung { NUMBER($version) }
guidelines-none = Keine Richtlinien.
flags = Meldungen
passages = Stellen
flag-response = { $reason }: Antwort { $name }
flag-task = { $reason }: die Aufgabe
not-timed = nicht gemessen
circumstances = Einzelheiten
submitted = Gesendet
time-in-front = Zeit mit der Aufgabe
versions = Fassungen
versions-text = Protokoll { NUMBER($protocol) }, Richtlinien { NUMBER($guidelines) }
stands = aktuell
revisions = Fassungen der Bewertung

scales-several = Die Stufen wurden geändert, während das Projekt lief. Jede Fassung hat ihre eigene Tabelle, weil sich ihre Mittelwerte nicht vergleichen lassen.
win-rate-ranked-text = Wie oft eine Antwort des Modells über einer Antwort eines anderen Modells steht. Ein Gleichstand zählt halb. Fehlerbalken: 95-%-Wilson-Intervall. Gestrichelte Linie: 50 %.
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
tau-text = Kendalls Tau-b misst, wie weit zwei Bewertende in einer Reihenfolge übereinstimmen. 1: dieselbe Reihenfolge. 0: Zufall. −1: die umgekehrte. Gleichstände sind berücksichtigt.
tau-ranks-text = Hier vergleicht es die Ränge der Antworten innerhalb jeder Aufgabe. Im Mittelwert wiegt jede Aufgabe gleich viel.
tau-levels-text = Hier vergleicht es die Stufen, die zwei Bewertende denselben Aufgaben gaben. Im Mittelwert wiegt jedes Paar so viel, wie es gemeinsame Aufgaben hat.
tau-mean = mittleres Tau-b
tau-tasks = Aufgaben mit mindestens zwei Bewertenden
tau-counted-text = Hat eine Person eine Aufgabe mehrmals bewertet, zählt die erste Bewertung. Tau-b ist nicht definiert, wo eine der beiden Personen alles gleichsetzt; solche Aufgaben bleiben außen vor. Paare mit weniger als { NUMBER($n) } gemeinsamen Aufgaben sind zu unsicher, um gezeigt zu werden.
