# Sign-in, invitations and password resets.

sign-in = Sign in
email = Email
password = Password
forgot = Forgot your password? Ask an admin for a reset link.
# A link follows, then a full stop.
no-account = No account? Ask the person who runs this server for an invitation. Programs use
no-account-tokens = tokens

invitation = Invitation
invited-rater = You are invited to judge
invited-rater-text = as a rater. Raters read a prompt and its responses and choose which is better.
invited-adjudicator = You are invited to adjudicate
invited-adjudicator-text = as an adjudicator. Adjudicators judge and see the results.
invited-manager = You are invited to manage
invited-manager-text = as a manager. Managers import tasks, manage members and export judgments.
# The name of the project follows, then one of the texts above.
you-join = You join
# $time is a time in UTC.
works-until = The link works once, until { $time } UTC.
link-dead = This link no longer works
link-dead-text = An invitation works once and expires after 24 hours. This one was used or withdrawn, or has expired. Ask the person who sent it for a new one.
join-as = Join as { $name }
signed-in-with = You are signed in with { $email }. To join with another account, sign out and open the link again.
your-name = Your name
your-name-help = Managers of the project will see it.
email-help = You'll sign in with this address. It can differ from the one the link was sent to.
password-help = At least 8 characters; 12 or more are better. A few unrelated words work well.
join-new = Create account and join
have-account = I already have an account

reset-title = Choose a new password
# $email belongs to the account.
reset-text = For the account { $email }. Your other sessions will end. Tokens keep working.
reset-password = New password
reset-save = Save password and sign in
reset-dead-text = A reset link works once and expires after 24 hours. This one was used or revoked, or has expired. Ask an admin for a new one.
to-sign-in = Sign in
