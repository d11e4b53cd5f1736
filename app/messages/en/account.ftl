# The account page.

title = Account
facts = Profile
name = Name
email = Email
since = Account created
office = Role
office-admin = You are a site admin. You manage all accounts and projects.

password = Password
password-changed = Password changed. Your other sessions have ended.
password-current = Current password
password-new = New password
password-help = At least 8 characters; 12 or more are better. Your other sessions will end.
password-change = Change password

keys = Judge page keys
keys-saved = Saved
keys-text = Choose a letter for each action. Digits, Enter, Escape, Backspace and “?” cannot be changed. Leave a field empty to use the default.
keys-save = Save keys
keys-usual = Reset to default keys
keys-usual-ask = Reset to default keys…
keys-usual-question = This replaces all your own keys with the defaults.

tokens = Tokens
tokens-text = Programs use a token to act for you, within its scope.
tokens-link = API reference
tokens-none = No tokens yet. Create one below.
works-until = Expires
actions = Actions
# $day is a date.
token-made = created { $day }, last used { $used }
token-made-unused = created { $day }, never used
token-until-revoked = never
revoke = Revoke token
revoke-ask = Revoke…
revoke-question = Programs that use this token lose access at once. A revoked token cannot be restored.
revoke-named = Revoke { $name }
revoked = Revoked
scope-read = read
scope-judge = judge
scope-full = full
token-is-made = Token created
token-copy = Copy it now. It won't be shown again.
token-example = For example, to list your projects:
make-token = Create token
token-name-help = Its purpose, such as “nightly export”.
scope = Scope
scope-read-label = Read
scope-read-hint = reads and downloads, changes nothing
scope-judge-label = Judge
scope-judge-hint = reads, claims tasks and submits judgments
scope-full-label = Full
scope-full-hint = does everything you can do
works-for = Expiration
days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
a-year = 1 year
until-revoked = No expiration
copy = Copy
copied = Copied
copy-by-hand = Selected. Press Ctrl+C.

sessions = Sessions
sessions-text = Sign out of every browser, including this one. Tokens keep working. Unsent judgments stay on their device.
sign-out-everywhere = Sign out everywhere
sign-out-everywhere-ask = Sign out everywhere…
sign-out-everywhere-question = This signs you out of every browser, including this one.

resets = Password reset links
resets-text = A reset link lets someone choose a new password for your account. If you didn't ask for one, revoke it and tell your admin.
# $name is a site admin.
reset-by = Created by { $name }
reset-by-server = Created on the server's command line
# $time is a time in UTC.
reset-open = Valid until { $time } UTC
reset-used = Used { $time } UTC
reset-revoked = Revoked { $time } UTC
reset-expired = Expired { $time } UTC
reset-created-at = { $time } UTC
reset-revoke-of = Revoke the link created { $time }
