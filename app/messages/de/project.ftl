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
guidelines-none = Es wurden keine geschrieben. Bewerten Sie, welche Antwort mehr hilft.

draft = Noch nicht begonnen
draft-text = Das Projekt wird eingerichtet. Wer es leitet, startet es, sobald alles bereit ist.
paused = Ruht
paused-text = Zurzeit wird nichts Neues ausgegeben. Wer das Projekt leitet, kann es fortsetzen.
closed = Abgeschlossen
closed-text = Das Projekt ist archiviert. Danke für Ihre Bewertungen.
empty = Noch keine Aufgaben
empty-text = Es wurde noch nichts eingelesen. Sehen Sie später wieder nach.
done = Nichts mehr zu bewerten
done-text = Sie haben alle Aufgaben erledigt, die Sie bewerten können. Neue erscheinen hier. Vielen Dank.

## Zahlen

decimal-point = ,
percent = { $n } %
range = { $low } bis { $high }

waiting = Gerade nichts frei
waiting-text = Andere arbeiten an den letzten Aufgaben. Was sie nicht beenden, wird wieder frei.
