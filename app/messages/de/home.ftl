# Die erste Seite: die eigenen Projekte und die eigene Arbeit.

title = Projekte
new-project = Neues Projekt
per-task = { $n ->
    [one] 1 Bewertung je Aufgabe
   *[other] { $n } Bewertungen je Aufgabe
}
bar = Bewertungen von { $project }
no-tasks = noch keine Aufgaben
progress = { $of ->
    [one] { NUMBER($done) } von 1 Bewertung
   *[other] { NUMBER($done) } von { $of } Bewertungen
}
percent = { NUMBER($n) } %
step-judge = Bewerten
step-import = Aufgaben einlesen
step-export = Exportieren
step-open = Öffnen
you-manage = Sie leiten es
you-adjudicate = Sie entscheiden Strittiges
you-judge = Sie bewerten
not-member = Sie sind kein Mitglied

nothing-title = Noch nichts zu bewerten
nothing-text = Sie sind in keinem Projekt Mitglied. Wer eines leitet, kann Sie aufnehmen oder Ihnen eine Einladung schicken.
begin-title = Fangen Sie hier an
begin-text = Legen Sie ein eigenes Projekt an, oder sehen Sie sich mit einem Beispiel um: vierzig echte Paare von Antworten, die Sie sofort bewerten können.
sample = Beispielprojekt anlegen

## Die eigene Arbeit

work = Ihre Arbeit
today = Heute
in-all = Insgesamt
time = Zeit
time-each = Je Bewertung
last-days = Die letzten 14 Tage
days-title = Bewertungen an jedem der letzten 14 Tage, zusammen { NUMBER($n) }
day = Tag
judgments = Bewertungen
day-judgments = { $date }: { NUMBER($n) }
own = { $today ->
    [0] { NUMBER($all) } von Ihnen bewertet
   *[other] { NUMBER($all) } von Ihnen bewertet, { $today } heute
}
consistency = { NUMBER($alike) } von { NUMBER($repeats) } Aufgaben beim Wiedersehen gleich bewertet ({ $share }, zwischen { $low } und { $high })
new-guidelines = Die Richtlinien haben sich seit Ihrer letzten Bewertung geändert.
read-changes = Was neu ist

## Was sich an den Richtlinien geändert hat

changes-title = Richtlinien · { $project }
changes-heading = Was an den Richtlinien neu ist
changes-since = Fassung { NUMBER($to) } neben Fassung { NUMBER($from) }: Was wegfiel, ist durchgestrichen, was hinzukam, unterstrichen.
changes-none = Fassung { NUMBER($to) } ist die neueste, und die, nach der Sie fragen.
guidelines-now = Die Richtlinien, wie sie jetzt sind
guidelines-empty = Dieses Projekt hat keine Richtlinien.

## What is left for a rater

left = { $n ->
    [one] Noch 1 Aufgabe für Sie
   *[other] Noch { $n } Aufgaben für Sie
}
left-more = Noch mehr als { NUMBER($n) } Aufgaben für Sie
left-none = Alle Aufgaben, die Sie bewerten können, sind erledigt.
left-waiting = Andere arbeiten gerade an den letzten Aufgaben.
