# Was die Leitung von Projekten und der Website sieht.

guidelines-unwritten = Noch keine Richtlinien. Schreiben Sie sie auf der Einstellungsseite.
guidelines-version = Fassung { NUMBER($version) }, wie Bewertende sie lesen
guidelines = Richtlinien

progress = Fortschritt
judgments-of = von { NUMBER($n) } Bewertungen
tasks-complete-of = von { NUMBER($n) } Aufgaben fertig
tasks-in-hand = in Arbeit
skips = übersprungen
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
lease = Zeitlimit je Aufgabe
repeats = Wiederholungen
repeats-of = { NUMBER($n) } % der Aufgaben
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
rationale-off = aus
rationale-optional = freiwillig
rationale-required = { $n ->
    [one] Pflicht, mindestens 1 Zeichen
   *[other] Pflicht, mindestens { $n } Zeichen
}
rationale-share = Pflicht bei { NUMBER($share) } % der Aufgaben, mindestens { NUMBER($n) } Zeichen

steps = Nächste Schritte
step-guidelines = Richtlinien schreiben
step-guidelines-done = Fassung { NUMBER($n) }.
step-guidelines-open = Erklären Sie, was eine Antwort besser macht und wann beide gleich gut sind.
step-tasks = Aufgaben importieren
step-tasks-done = { $n ->
    [one] 1 Aufgabe.
   *[other] { $n } Aufgaben.
}
step-tasks-open = Aus einer Datei mit Prompts und Antworten.
step-raters = Bewertende einladen
step-start = Starten
step-start-draft = Starten Sie unten, sobald alles bereit ist. Vorher kann niemand bewerten.
step-start-active = Es kann bewertet werden.
step-start-paused = Das Projekt ist pausiert.
step-start-archived = Das Projekt ist archiviert.
step-judge = Bewertungen sammeln
step-judge-done = Jede Aufgabe hat alle nötigen Bewertungen.
step-judge-open = { $n ->
    [one] Noch 1 Bewertung.
   *[other] Noch { $n } Bewertungen.
}
step-export = Exportieren
step-export-some = { $n ->
    [one] 1 Bewertung kann exportiert werden.
   *[other] { $n } Bewertungen können exportiert werden.
}
step-export-none = Noch nichts zu exportieren.
members-few = { $n ->
    [one] 1 Mitglied. Für { NUMBER($overlap) } Bewertungen je Aufgabe fehlen mindestens { NUMBER($missing) } weitere.
   *[other] { $n } Mitglieder. Für { NUMBER($overlap) } Bewertungen je Aufgabe fehlen mindestens { NUMBER($missing) } weitere.
}
members-enough = { $n ->
    [one] 1 Mitglied, das bewerten kann.
   *[other] { $n } Mitglieder. Alle können bewerten.
}

status = Status
status-draft-text = Das Projekt wird eingerichtet. Noch kann niemand bewerten.
status-active-text = Mitglieder können Aufgaben bewerten.
status-paused-text = Es gibt keine neuen Aufgaben. Aufgaben in Arbeit können noch bewertet werden.
status-archived-text = Das Projekt ist archiviert. Es kann gelesen und exportiert werden.
start = Starten
pause = Pausieren
resume = Fortsetzen
reopen = Pausiert wieder öffnen
archive = Archivieren
archive-ask = Archivieren …
archive-project = Projekt archivieren
archive-question = Damit enden Bewerten und Importieren. Bewertungen bleiben und können exportiert werden. Dieses Projekt archivieren?

members-of = Mitglieder · { $project }
members = Mitglieder
members-none = Noch keine Mitglieder. Laden Sie unten jemanden ein.
person = Person
role = Rolle
member-since = Mitglied seit
actions = Aktionen
you = Sie
role-of = Rolle von { $name }
role-change = Rolle ändern
role-change-of = { $role }: Rolle von { $name } ändern
role-question = Die neue Rolle gilt sofort, und die Person wird abgemeldet. Mit der Rolle „Bewertung“ sieht sie nur die Bewertungsseite. Mit der Rolle „Leitung“ kann sie alles ändern, auch die Mitglieder.
role-own-question = Das ist Ihre eigene Rolle. Sie werden abgemeldet. Mit einer niedrigeren Rolle können Sie dieses Projekt nicht mehr leiten, es sei denn, Sie sind Admin der Website.
remove = Entfernen
remove-ask = Entfernen …
remove-named = { $name } entfernen
leave = Projekt verlassen
remove-question = Aufgaben in Arbeit gehen an andere. Bewertungen bleiben. Die Person wird abgemeldet.
leave-question = Das sind Sie selbst. Sie werden abgemeldet und verlieren den Zugang zu diesem Projekt, es sei denn, Sie sind Admin der Website.
role-rater = Bewertung
role-adjudicator = Schlichtung
role-manager = Leitung

add = Mitglied hinzufügen
add-title = Ein vorhandenes Konto hinzufügen
add-text = Für Leute, die hier schon ein Konto haben. Sie sehen das Projekt sofort.
email = E-Mail
invite-title = Jemanden einladen
invite-text = Erstellen Sie einen Link, und verschicken Sie ihn selbst. Wer ihn öffnet, legt ein Konto an oder tritt mit dem vorhandenen bei.
invite-made = Einladung erstellt
invite-made-text = Verschicken Sie diesen Link. Er wird nur einmal gezeigt, gilt einmal und läuft in 24 Stunden ab.
invite-make = Einladung erstellen
invitations = Einladungen
made-utc = Erstellt (UTC)
state = Status
used-on = Benutzt am { $day }
run-out = Abgelaufen
open-until = Gilt bis { $time }
withdraw = Einladung zurückziehen
withdraw-ask = Zurückziehen …
withdraw-question = Der Link funktioniert sofort nicht mehr. Um die Person wieder einzuladen, erstellen Sie eine neue Einladung.
withdraw-of = Die Einladung vom { $time } zurückziehen

new-project = Neues Projekt
new-project-text = Beginnt als Entwurf. Bewertende sehen nichts, bis Sie es starten.
project-name = Name
guidelines-help = Markdown, das Bewertende neben jeder Aufgabe sehen. Sie können es später ändern; Bewertungen behalten die Fassung, unter der sie entstanden.
overlap-help = Wie viele verschiedene Personen jede Aufgabe bewerten. Für eine Mehrheit braucht es 3 oder mehr.
new-project-more = Kriterien, Begründungen und mehr stellen Sie auf der Einstellungsseite ein.
make-project = Projekt anlegen
cancel = Abbrechen

set-up = Einrichten
welcome = Willkommen bei Touchstone
set-up-text = Legen Sie das erste Konto an. Es wird Admin der Website.
set-up-code = Einrichtungscode
set-up-code-help = Steht in dem Terminal, in dem der Server gestartet wurde.
your-name = Ihr Name
password = Passwort
password-help = Mindestens 8 Zeichen; 12 oder mehr sind besser. Ein paar Wörter ohne Zusammenhang eignen sich gut.
make-first = Konto anlegen

accounts = Konten
accounts-text = Neue Personen kommen über die Einladung zu einem Projekt dazu. Ohne Einladung legt auf dem Server der Befehl
accounts-text-end =  ein Konto an.
accounts-count = { $n ->
    [one] 1 Konto
   *[other] { $n } Konten
}
since = Seit
since-day = seit { $day }
active = Aktiv
disabled = Gesperrt
yourself = Sie
site-admin = Admin
admin-remove = Als Admin entfernen
admin-make = Zum Admin machen
admin-make-question = Ein Admin sieht und ändert jedes Projekt und jedes Konto. Die Person wird abgemeldet und hat diese Rechte nach der nächsten Anmeldung.
admin-remove-question = Die Person behält ihre Rollen in Projekten und verliert den Zugang zu allen anderen Projekten und zu dieser Seite. Sie wird abgemeldet.
admin-ask-make = Zum Admin machen …
admin-ask-remove = Als Admin entfernen …
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
    [one] 1 Bewertung mehr als verlangt. Sie zählt in Ergebnissen und Exporten.
   *[other] { $n } Bewertungen mehr als verlangt. Sie zählen in Ergebnissen und Exporten.
}
finished = Alle Aufgaben sind fertig
finished-text = Jede Aufgabe hat alle verlangten Bewertungen.
stuck-all = Niemand kann mehr bewerten
stuck-some = Einige Aufgaben hängen fest
stuck-text = { $n ->
    [one] Alle Mitglieder haben 1 unfertige Aufgabe bewertet oder übersprungen. Fehlende Personen: { NUMBER($raters) }. Laden Sie weitere ein, oder verlangen Sie weniger Bewertungen je Aufgabe.
   *[other] Alle Mitglieder haben { $n } unfertige Aufgaben bewertet oder übersprungen. Fehlende Personen: { NUMBER($raters) }. Laden Sie weitere ein, oder verlangen Sie weniger Bewertungen je Aufgabe.
}
raters-missing = Es fehlen Personen
raters-missing-text = { $n ->
    [one] Jede Person bewertet eine Aufgabe einmal. Es fehlt 1 Person, damit jede Aufgabe fertig wird.
   *[other] Jede Person bewertet eine Aufgabe einmal. Es fehlen { $n } Personen, damit jede Aufgabe fertig wird.
}
stuck = Festhängende Aufgaben
stuck-of = Festhängende Aufgaben · { $project }
stuck-lead = Alle Mitglieder haben diese Aufgaben bewertet oder übersprungen. Bieten Sie eine Aufgabe wieder an, dann bekommen sie auch die, die sie übersprungen haben. Legen Sie sie still, um das Projekt ohne sie zu beenden. Bewertungen bleiben. Hier stehen die ersten 50.
stuck-none = Keine Aufgabe hängt fest
stuck-none-text = Für jede Aufgabe, der noch Bewertungen fehlen, gibt es jemanden, der sie bewerten kann.
stuck-show = Festhängende Aufgaben zeigen
retired = Stillgelegte Aufgaben
retired-lead = Bewertende bekommen diese Aufgaben nicht mehr. Ihre Bewertungen zählen in Ergebnissen und Exporten. Hier stehen die ersten 50.
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
