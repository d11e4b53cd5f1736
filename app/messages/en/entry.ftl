# Signing in, and what an invitation leads to.

sign-in = Sign in
email = E-mail
password = Password
forgot = Forgot your password? Ask an admin for a reset link.
# A link follows, then a full stop.
no-account = No account? Ask the person who runs this server for an invitation. Programs use
no-account-tokens = tokens

invitation = Invitation
invited-rater = You are invited to judge
invited-rater-text = as a rater. Raters read a prompt and its responses and say which is better.
invited-adjudicator = You are invited to adjudicate
invited-adjudicator-text = as an adjudicator. Adjudicators judge and see the results.
invited-manager = You are invited to manage
invited-manager-text = as a manager. Managers bring tasks in, look after members and take judgments out.
# The name of the project follows, then one of the texts above.
you-join = You join
# $time is a time in UTC.
works-until = The link works once, until { $time } UTC.
link-dead = This link no longer works
link-dead-text = An invitation works once and for 24 hours. This one was used, was withdrawn or has run out. Ask whoever sent it for a new one.
join-as = Join as { $name }
signed-in-with = You are signed in with { $email }. To join with another account, sign out and open the link again.
your-name = Your name
your-name-help = As managers of the project will see it.
email-help = You sign in with it. It need not be the address where the link arrived.
password-help = At least 8 characters; 12 or more are better. A few unrelated words do well.
join-new = Make an account and join
have-account = I have an account

reset-title = Choose a new password
# $email is whose password it is.
reset-text = For the account { $email }. Your other sessions will end. Tokens keep working.
reset-password = New password
reset-save = Save password and sign in
reset-dead-text = A reset link works once and for 24 hours. This one was used or revoked, or has expired. Ask an admin for a new one.
to-sign-in = Sign in
