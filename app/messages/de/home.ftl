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
step-import = Aufgaben importieren
step-export = Exportieren
step-open = Öffnen
you-manage = Sie leiten es
you-adjudicate = Sie entscheiden Strittiges
you-judge = Sie bewerten
not-member = Sie sind kein Mitglied

nothing-title = Noch nichts zu bewerten
nothing-text = Sie sind in keinem Projekt Mitglied. Bitten Sie die Leitung eines Projekts, Sie hinzuzufügen oder Ihnen eine Einladung zu schicken.
begin-title = Erste Schritte
begin-text = Legen Sie ein Projekt an, oder sehen Sie sich mit einem Beispiel um: 40 echte Antwortpaare, die Sie sofort bewerten können.
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
consistency = Sie haben { NUMBER($alike) } von { NUMBER($repeats) } wiederholten Aufgaben wieder gleich bewertet ({ $share }, 95-%-Intervall { $low } bis { $high }).
new-guidelines = Die Richtlinien haben sich seit Ihrer letzten Bewertung geändert.
read-changes = Änderungen ansehen

## Was sich an den Richtlinien geändert hat

changes-title = Richtlinien · { $project }
changes-heading = Änderungen an den Richtlinien
changes-since = Fassung { NUMBER($to) } im Vergleich zu Fassung { NUMBER($from) }. Gestrichenes ist durchgestrichen, Neues unterstrichen.
changes-none = Fassung { NUMBER($to) } ist die neueste. Spätere Änderungen gibt es nicht.
guidelines-now = Aktuelle Richtlinien
guidelines-empty = Dieses Projekt hat keine Richtlinien.

## Was für eine Person noch zu tun ist

left = { $n ->
    [one] Noch 1 Aufgabe für Sie
   *[other] Noch { $n } Aufgaben für Sie
}
left-more = Noch über { NUMBER($n) } Aufgaben für Sie
left-none = Alle Aufgaben, die Sie bewerten können, sind erledigt.
left-waiting = Andere arbeiten gerade an den letzten Aufgaben.
