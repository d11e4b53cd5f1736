# Why the server did not do something: a sentence beside a field or above a form.

## Who may

only-admins = Only site admins may do this.
only-members = Only members of the project may judge.
only-adjudicators = Only managers and adjudicators may see results.
only-managers = Only managers of the project may do this.

## Texts

nul-character = The text holds a NUL character; remove it.
too-long = Write { NUMBER($most) } characters at most.
length = Write { NUMBER($least) } to { NUMBER($most) } characters.
name = Write a name of 1 to { NUMBER($most) } characters.

## Accounts

no-email = Write an e-mail address such as ann@example.org.
email-taken = There is an account with this address; sign in.
wrong-sign-in = E-mail address and password do not match.
wrong-password = This is not your current password.
password-short = A password has at least 8 characters; 12 or more are better.
password-long = A password has at most 1,000 characters.
password-of-owner = A password must not be made of your name or e-mail address.
password-guessed = This is among the first that are guessed; take four unrelated words instead.
wrong-code = This is not the code printed at the last start.
first-admin-made = The first admin has been made already; sign in.
last-admin = This is the last site admin; make another one first.
reset-gone = This link was used or revoked, or has expired. Ask an admin for a new one.
own-reset = Change your own password on your account page.
account-disabled = This account is disabled. Enable it first.
token-days = A token lasts 1 to 366 days, or for ever.

## Members

no-account = Nobody has an account with this address; send an invitation.
member-already = This account is a member already.
invitation-gone = This invitation was used, withdrawn or has run out; ask whoever sent it for a new one.

## Keys

no-letter = Choose one letter, from A to Z.
# $command is what the letter does, as in the list of keys.
letter-taken = { $letter } is taken already: «{ $command }». Choose another.

## Projects and protocols

overlap = Judgments per task must be between 1 and 100.
lease = A lease lasts from 1 minute to a day.
repeat-share = Repeat 0 to 100 tasks in a hundred.
kind-stays = The kind of question stays once tasks were brought in; make another project.
scale-points = A scale has 2 to 9 points.
level-count = There are 2 to 9 levels.
thumb-levels = Thumbs are down or up: 2 levels.
label-per-level = Give each level a label, from the worst to the best.
label = A label has 1 to { NUMBER($most) } characters.
too-many-criteria = Ask { NUMBER($most) } criteria at most.
only-pairs-compare = Only two responses can be compared: rate each instead.
only-pairs-have-verdicts = Only pairs have verdicts to ask after.
list-length = Give { NUMBER($least) } to { NUMBER($most) } of them.
key-form = A key is a small letter and then letters, digits or underscores, { NUMBER($most) } at most.
key-twice = The key «{ $key }» stands twice; give each its own.
share = Say of how many tasks in a hundred, 1 to 100.
min-length = Require 1 to 1,000 characters.

## Judging

rank-left-out = Ranks go from 1 on and leave none out.
rank-shared = Two responses cannot share a rank here.
best-is-worst = One response cannot be the best and the worst.
empty-rewrite = Write a response, or leave it out.
unchanged-rewrite = This is the text of a response. Change it, or discard the rewrite.
too-many-spans = Mark { NUMBER($most) } passages at most.
no-answer = This is not an answer to what is asked; load the page again.
judged-already = You have judged this task already.
skipped-already = You have skipped this task already.
not-claimed = Claim the task before you judge it.
hands-full = You hold { NUMBER($held) } tasks already; judge those first.
archived = The project is archived; nothing more is collected.
not-judged = You have not judged this task yet.
not-the-last = This is not your last judgment of the task: look at that one.

## Imports

no-file = Choose a file.
file-empty = The file is empty.
upload-cut-off = The upload was cut off or is too large; nothing was brought in.
import-running = Another import of this project is running; try again when it is done.
import-swept = The import was interrupted and nothing was imported. Import the file again.
question-changed = What is asked was changed meanwhile; send the file again.
