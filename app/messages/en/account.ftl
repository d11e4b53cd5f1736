# One's own account.

title = Account
facts = Facts
name = Name
email = E-mail
since = Account since
office = Office
office-admin = You are a site admin: you look after accounts and projects.

password = Password
password-changed = Your password is changed. Your other sessions have ended.
password-current = Current password
password-new = New password
password-help = At least 8 characters; 12 or more are better. Your other sessions end.
password-change = Change the password

keys = Keys of the judge page
keys-saved = Saved
keys-text = Choose a letter for each. Digits, Enter, Escape, Backspace and «?» stay as they are. A letter left empty is the usual one.
keys-save = Save the keys
keys-usual = Back to the usual keys
keys-usual-ask = Back to the usual keys …
keys-usual-question = All your own keys are replaced by the usual ones.

tokens = Tokens
tokens-text = A token lets a program do what you may do, within its scope.
tokens-link = What programs can do
tokens-none = You have no tokens.
works-until = Works until
actions = Actions
# $day is a date.
token-made = made { $day }, last used { $used }
token-made-unused = made { $day }, never used
token-until-revoked = it is revoked
revoke = Revoke token
revoke-ask = Revoke …
revoke-question = Programs that use this token lose access at once. A token cannot be restored.
revoke-named = Revoke { $name }
revoked = Revoked
scope-read = read
scope-judge = judge
scope-full = full
token-is-made = The token is made
token-copy = Copy it now: it is not shown again.
token-example = For instance, to list your projects:
make-token = Make a token
token-name-help = What it is for, such as «nightly export».
scope = Scope
scope-read-label = Read
scope-read-hint = looks and downloads, changes nothing
scope-judge-label = Judge
scope-judge-hint = reads, claims tasks and judges
scope-full-label = Full
scope-full-hint = all that you may do
works-for = Works for
days = { $days ->
    [one] One day
   *[other] { $days } days
}
a-year = A year
until-revoked = Until revoked
copy = Copy
copied = Copied
copy-by-hand = Selected, press Ctrl C

sessions = Sessions
sessions-text = Sign out of every browser, this one included. Tokens keep working. Judgments that are not sent yet stay on their device.
sign-out-everywhere = Sign out everywhere
sign-out-everywhere-ask = Sign out everywhere …
sign-out-everywhere-question = You are signed out of all browsers, this one included, and must sign in again.

resets = Password reset links
resets-text = With a reset link, somebody can choose a new password for your account. If you did not ask for one, revoke it and ask your admin.
# $name is a site admin.
reset-by = Created by { $name }
reset-by-server = Created on the server's command line
# $time is a time in UTC.
reset-open = Open until { $time } UTC
reset-used = Used { $time } UTC
reset-revoked = Revoked { $time } UTC
reset-expired = Expired { $time } UTC
reset-created-at = { $time } UTC
reset-revoke-of = Revoke the link of { $time }
