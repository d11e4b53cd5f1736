# Anmelden, und wohin eine Einladung führt.

sign-in = Anmelden
email = E-Mail
password = Passwort
forgot = Passwort vergessen? Bitten Sie einen Admin um einen Link zum Zurücksetzen.
no-account = Kein Konto? Bitten Sie die Person, die diesen Server betreibt, um eine Einladung. Programme benutzen
no-account-tokens = Token

invitation = Einladung
invited-rater = Sie sind zum Bewerten eingeladen
invited-rater-text = bei. Bewertende lesen einen Prompt und seine Antworten und wählen, welche besser ist.
invited-adjudicator = Sie sind zum Entscheiden eingeladen
invited-adjudicator-text = bei, um Strittiges zu entscheiden: Sie bewerten und sehen die Ergebnisse.
invited-manager = Sie sind eingeladen, ein Projekt zu leiten
invited-manager-text = bei, um es zu leiten: Sie importieren Aufgaben, verwalten Mitglieder und exportieren Bewertungen.
you-join = Sie treten
works-until = Der Link gilt einmal, bis { $time } UTC.
link-dead = Dieser Link gilt nicht mehr
link-dead-text = Eine Einladung gilt einmal und läuft nach 24 Stunden ab. Diese wurde benutzt oder zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.
join-as = Als { $name } beitreten
signed-in-with = Sie sind mit { $email } angemeldet. Um mit einem anderen Konto beizutreten, melden Sie sich ab und öffnen Sie den Link noch einmal.
your-name = Ihr Name
your-name-help = Die Leitung des Projekts sieht ihn.
email-help = Mit dieser Adresse melden Sie sich an. Sie kann von der abweichen, an die der Link ging.
password-help = Mindestens 8 Zeichen; 12 oder mehr sind besser. Ein paar Wörter ohne Zusammenhang eignen sich gut.
join-new = Konto anlegen und beitreten
have-account = Ich habe schon ein Konto

reset-title = Neues Passwort wählen
reset-text = Für das Konto { $email }. Ihre anderen Sitzungen enden. Token gelten weiter.
reset-password = Neues Passwort
reset-save = Passwort speichern und anmelden
reset-dead-text = Ein Link zum Zurücksetzen gilt einmal und läuft nach 24 Stunden ab. Dieser wurde benutzt oder widerrufen oder ist abgelaufen. Bitten Sie einen Admin um einen neuen.
to-sign-in = Anmelden
