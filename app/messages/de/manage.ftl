# Was die Leitung von Projekten und der Website sieht.

guidelines-unwritten = Es gibt noch keine. Geschrieben werden sie in den Einstellungen.
guidelines-version = Fassung { NUMBER($version) }, wie Bewertende sie lesen
guidelines = Richtlinien

progress = Fortschritt
judgments-of = Bewertungen von { NUMBER($n) }
tasks-complete-of = fertige Aufgaben von { NUMBER($n) }
tasks-in-hand = Aufgaben gerade in Arbeit
skips = Übersprungen
judgments = Bewertungen
percent-done = { NUMBER($n) } % fertig
to-go = { $n ->
    [one] noch 1 Bewertung
   *[other] noch { $n } Bewertungen
}

facts = Angaben
protocol = Protokoll
criteria = Kriterien
none = keine
rationale = Begründung
overlap = Bewertungen je Aufgabe
version = Fassung { NUMBER($n) }
lease = Frist
repeats = Wiederholungen
repeats-of = { NUMBER($n) } von hundert Aufgaben
created = Angelegt
minutes = { $n ->
    [one] 1 Minute
   *[other] { $n } Minuten
}
seconds = { $n ->
    [one] 1 Sekunde
   *[other] { $n } Sekunden
}
pair-points = Paar, { NUMBER($n) } Punkte
pair-bad = Paar, { NUMBER($n) } Punkte und beide schlecht
pair-good = Paar, { NUMBER($n) } Punkte und beide gut
pair-bad-good = Paar, { NUMBER($n) } Punkte, beide schlecht und beide gut
ranking-ties = Rangfolge mit Gleichständen
ranking-no-ties = Rangfolge ohne Gleichstände
best-worst = Beste und schlechteste
rating-thumbs = Einstufung mit Daumen
rating-stars = Einstufung mit { NUMBER($n) } Sternen
rating-levels = Einstufung mit { NUMBER($n) } Stufen
rationale-off = nicht gefragt
rationale-optional = freiwillig
rationale-required = { $n ->
    [one] verlangt, mindestens 1 Zeichen
   *[other] verlangt, mindestens { $n } Zeichen
}
rationale-share = verlangt bei { NUMBER($share) } % der Aufgaben, mindestens { NUMBER($n) } Zeichen

steps = Nächste Schritte
step-guidelines = Richtlinien schreiben
step-guidelines-done = Fassung { NUMBER($n) }.
step-guidelines-open = Was eine Antwort besser macht und wann beide gleich gut sind.
step-tasks = Aufgaben einlesen
step-tasks-done = { $n ->
    [one] 1 Aufgabe.
   *[other] { $n } Aufgaben.
}
step-tasks-open = Aus einer Datei mit Prompts und Antworten.
step-raters = Bewertende einladen
step-start = Starten
step-start-draft = Weiter unten, sobald alles bereit ist. Vorher wird nichts ausgegeben.
step-start-active = Aufgaben werden ausgegeben.
step-start-paused = Das Projekt wurde gestartet und ruht gerade.
step-start-archived = Das Projekt ist abgeschlossen.
step-judge = Aufgaben bewerten lassen
step-judge-done = Jede Aufgabe hat so viele Bewertungen, wie gewünscht waren.
step-judge-open = { $n ->
    [one] Noch 1 Bewertung.
   *[other] Noch { $n } Bewertungen.
}
step-export = Exportieren
step-export-some = { $n ->
    [one] 1 Bewertung kann heute hinaus.
   *[other] { $n } Bewertungen können heute hinaus.
}
step-export-none = Es gibt noch nichts herauszunehmen.
members-few = { $n ->
    [one] 1 Mitglied. { NUMBER($overlap) } Bewertungen je Aufgabe brauchen ebenso viele Leute: { NUMBER($missing) } mehr.
   *[other] { $n } Mitglieder. { NUMBER($overlap) } Bewertungen je Aufgabe brauchen ebenso viele Leute: { NUMBER($missing) } mehr.
}
members-enough = { $n ->
    [one] 1 Mitglied, das bewerten kann.
   *[other] { $n } Mitglieder. Alle können bewerten.
}

status = Stand
status-draft-text = Das Projekt wird eingerichtet. Es wird nichts ausgegeben.
status-active-text = Aufgaben werden an Mitglieder ausgegeben.
status-paused-text = Es wird nichts Neues ausgegeben. Was in Arbeit ist, kann noch bewertet werden.
status-archived-text = Das Projekt ist abgeschlossen. Es kann gelesen und exportiert werden.
start = Starten
pause = Anhalten
resume = Fortsetzen
reopen = Wieder öffnen, ruhend
archive = Abschließen
archive-ask = Abschließen …
archive-project = Das Projekt abschließen
archive-question = Es wird nichts mehr ausgegeben oder eingelesen. Bewertungen bleiben und können exportiert werden. Dieses Projekt abschließen?

members-of = Mitglieder von { $project }
members = Mitglieder
members-none = Noch gehört niemand zum Projekt. Laden Sie weiter unten jemanden ein.
person = Person
role = Rolle
member-since = Mitglied seit
actions = Aktionen
you = Sie
role-of = Rolle von { $name }
role-change = Rolle ändern
role-change-of = { $role }: Rolle von { $name } ändern
role-question = Die neue Rolle gilt sofort, und die Person wird abgemeldet. Mit der Rolle „Bewertung“ sieht sie nur die Bewertungsseite. Mit der Rolle „Leitung“ kann sie alles ändern, auch die Mitglieder.
role-own-question = Das ist Ihre eigene Rolle. Sie werden abgemeldet. Mit einer niedrigeren Rolle können Sie dieses Projekt nicht mehr leiten, es sei denn, Sie betreuen die Website.
remove = Entfernen
remove-ask = Entfernen …
remove-named = { $name } entfernen
leave = Das Projekt verlassen
remove-question = Aufgaben in Arbeit gehen an andere; Bewertungen bleiben. Die Person wird abgemeldet.
leave-question = Das sind Sie selbst. Sie werden abgemeldet und sehen das Projekt nicht mehr, es sei denn, Sie betreuen die Website.
role-rater = Bewertung
role-adjudicator = Schlichtung
role-manager = Leitung

add = Hinzufügen
add-title = Ein Konto hinzufügen
add-text = Für Leute, die hier schon ein Konto haben. Sie sehen das Projekt sofort.
email = E-Mail
invite-title = Jemanden einladen
invite-text = Machen Sie einen Link, und verschicken Sie ihn selbst. Wer ihn öffnet, legt ein Konto an oder tritt mit dem vorhandenen bei.
invite-made = Die Einladung ist da
invite-made-text = Verschicken Sie diesen Link. Er wird nur jetzt gezeigt, gilt ein Mal und läuft in 24 Stunden ab.
invite-make = Einladung machen
invitations = Einladungen
made-utc = Gemacht (UTC)
state = Stand
used-on = Benutzt am { $day }
run-out = Abgelaufen
open-until = Offen bis { $time }
withdraw = Einladung zurückziehen
withdraw-ask = Zurückziehen …
withdraw-question = Der Link funktioniert sofort nicht mehr. Um die Person wieder einzuladen, legen Sie eine neue Einladung an.
withdraw-of = Die Einladung von { $time } zurückziehen

new-project = Neues Projekt
new-project-text = Es beginnt als Entwurf. Nichts wird ausgegeben, bis Sie es starten.
project-name = Name
guidelines-help = Markdown, das Bewertende neben jeder Aufgabe sehen. Sie können es später ändern; Bewertungen behalten die Fassung, unter der sie entstanden.
overlap-help = Von 1 bis 100, jede von jemand anderem. Bei dreien bildet sich eine Mehrheit; eine genügt zum Ausprobieren.
new-project-more = Kriterien, Begründungen und mehr stehen auf der Einstellungsseite des Projekts.
make-project = Projekt anlegen
cancel = Abbrechen

set-up = Einrichten
welcome = Willkommen bei Touchstone
set-up-text = Noch hat hier niemand ein Konto. Sie legen das erste an; es betreut die ganze Website.
set-up-code = Einrichtungscode
set-up-code-help = Steht in dem Terminal, in dem der Server gestartet wurde.
your-name = Ihr Name
password = Passwort
password-help = Mindestens 8 Zeichen; 12 oder mehr sind besser. Ein paar Wörter ohne Zusammenhang eignen sich gut.
make-first = Das erste Konto anlegen

accounts = Konten
accounts-text = Leute kommen durch die Einladung zu einem Projekt herein, von dessen Mitgliederseite. Auf dem Server macht
accounts-text-end =  ein Konto ohne Einladung.
accounts-count = { $n ->
    [one] 1 Konto
   *[other] { $n } Konten
}
since = Seit
since-day = seit { $day }
active = Aktiv
disabled = Gesperrt
yourself = Sie
site-admin = Betreuung der Website
admin-remove = Betreuung entziehen
admin-make = Betreuung übertragen
admin-make-question = Wer die Website betreut, sieht und ändert jedes Projekt und jedes Konto. Die Person wird abgemeldet und hat diese Rechte bei der nächsten Anmeldung.
admin-remove-question = Die Person behält ihre Rollen in Projekten und verliert den Zugang zu allen anderen Projekten und zu dieser Seite. Sie wird abgemeldet.
admin-ask-make = Betreuung übertragen …
admin-ask-remove = Betreuung entziehen …
disable-ask = Sperren …
disable-question = Die Person wird abgemeldet, kann sich nicht mehr anmelden, und ihre Token funktionieren nicht mehr. Ihre Bewertungen bleiben. Sie können das Konto wieder entsperren.
enable = Entsperren
disable = Sperren

reset-create = Link zum Zurücksetzen erstellen
reset-created = Der Link zum Zurücksetzen ist erstellt
reset-created-text = Schicken Sie diesen Link der Person, der das Konto gehört. Er wird nur jetzt gezeigt, gilt einmal und läuft in 24 Stunden ab. Die Person sieht, dass Sie ihn erstellt haben.
reset-open = Link zum Zurücksetzen gilt bis { $time } UTC
reset-revoke = Link zum Zurücksetzen widerrufen
surplus = { $n ->
    [one] 1 Bewertung mehr als gewünscht. Sie zählt in Ergebnissen und Exporten.
   *[other] { $n } Bewertungen mehr als gewünscht. Sie zählen in Ergebnissen und Exporten.
}
finished = Alle Aufgaben sind fertig
finished-text = Jede Aufgabe hat so viele Bewertungen, wie gewünscht waren.
stuck-all = Niemand kann mehr bewerten
stuck-some = Einige Aufgaben kommen nicht voran
stuck-text = { $n ->
    [one] Alle Mitglieder haben 1 unfertige Aufgabe bewertet oder übersprungen. Fehlende Personen: { NUMBER($raters) }. Laden Sie weitere ein, oder verlangen Sie weniger Bewertungen je Aufgabe.
   *[other] Alle Mitglieder haben { $n } unfertige Aufgaben bewertet oder übersprungen. Fehlende Personen: { NUMBER($raters) }. Laden Sie weitere ein, oder verlangen Sie weniger Bewertungen je Aufgabe.
}
raters-missing = Es fehlen Personen
raters-missing-text = { $n ->
    [one] Jede Person bewertet eine Aufgabe einmal. Es fehlt 1 Person, damit jede Aufgabe fertig wird.
   *[other] Jede Person bewertet eine Aufgabe einmal. Es fehlen { $n } Personen, damit jede Aufgabe fertig wird.
}
stuck = Aufgaben, die niemand mehr bewerten kann
stuck-of = Aufgaben von { $project }, die nicht vorankommen
stuck-lead = Alle Mitglieder haben sie bewertet oder übersprungen. Bieten Sie eine Aufgabe wieder an, dann bekommen sie auch die, die sie übersprungen haben. Oder legen Sie sie still, dann hält sie das Projekt nicht mehr auf. Ihre Bewertungen bleiben. Hier stehen die ersten 50.
stuck-none = Alle Aufgaben kommen voran
stuck-none-text = Für jede Aufgabe, der noch Bewertungen fehlen, gibt es jemanden, der sie bewerten kann.
stuck-show = Ansehen
retired = Stillgelegte Aufgaben
retired-lead = Sie werden nicht mehr ausgegeben. Ihre Bewertungen zählen in Ergebnissen und Exporten. Hier stehen die ersten 50.
put-back = Wieder anbieten
retire = Stilllegen
# Der Name eines Knopfs, der neben einer Aufgabe steht.
of-task = { $action }: { $task }
judgments-of-wanted = { NUMBER($done) } von { NUMBER($wanted) } Bewertungen
skipped-by = Übersprungen von
to-overview = Zurück zum Überblick
tasks-retired = { $n ->
    [one] 1 stillgelegte Aufgabe
   *[other] { $n } stillgelegte Aufgaben
}
