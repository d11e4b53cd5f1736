# Ein Projekt: seine Reiter, und was Bewertende davon sehen.

tabs = Projekt
overview = Überblick
tasks = Aufgaben
members = Mitglieder
judgments = Bewertungen
results = Ergebnisse
export = Export
settings = Einstellungen
judge = Bewerten

own = { $n ->
    [0] Sie haben noch keine Aufgabe dieses Projekts bewertet.
    [one] Sie haben 1 Aufgabe dieses Projekts bewertet.
   *[other] Sie haben { $n } Aufgaben dieses Projekts bewertet.
}
guidelines = Richtlinien
guidelines-none = Noch keine Richtlinien. Bewerten Sie, welche Antwort mehr hilft.

draft = Noch nicht begonnen
draft-text = Das Projekt wird eingerichtet. Sie können bewerten, sobald die Leitung es startet.
paused = Pausiert
paused-text = Die Leitung hat dieses Projekt pausiert.
closed = Archiviert
closed-text = Das Projekt ist archiviert. Danke für Ihre Bewertungen.
empty = Noch keine Aufgaben
empty-text = Aufgaben erscheinen hier, sobald die Leitung sie importiert.
done = Nichts mehr zu bewerten
done-text = Sie haben alle Aufgaben erledigt, die für Sie verfügbar sind. Neue erscheinen hier.

## Zahlen

decimal-point = ,
percent = { $n } %
range = { $low } bis { $high }

waiting = Gerade nichts frei
waiting-text = Andere arbeiten an den letzten Aufgaben. Was sie nicht beenden, wird wieder frei.
