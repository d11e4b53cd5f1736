# Refusals: a sentence beside a field or above a form.

## Permissions

only-admins = Only site admins can do this.
only-members = Only members of the project can judge.
only-adjudicators = Only managers and adjudicators can see results.
only-managers = Only managers of the project can do this.

## Texts

nul-character = The text contains a NUL character. Remove it.
too-long = Write at most { NUMBER($most) } characters.
length = Write { NUMBER($least) } to { NUMBER($most) } characters.
name = Write a name of 1 to { NUMBER($most) } characters.

## Accounts

no-email = Enter an email address such as ann@example.org.
email-taken = An account with this address already exists. Sign in instead.
wrong-sign-in = Email or password is wrong.
wrong-password = This is not your current password.
password-short = Use at least 8 characters; 12 or more are better.
password-long = Use at most 1,000 characters.
password-of-owner = Don't use your name or email address as your password.
password-guessed = This password is too easy to guess. Use four unrelated words instead.
wrong-code = This is not the code that the server printed when it last started.
first-admin-made = The first admin account already exists. Sign in instead.
last-admin = This is the last site admin. Make someone else a site admin first.
reset-gone = This link was used or revoked, or has expired. Ask an admin for a new one.
own-reset = Change your own password on your account page.
account-disabled = This account is disabled. Enable it first.
token-days = Choose 1 to 366 days, or no expiration.

## Members

no-account = Nobody has an account with this address. Send an invitation instead.
member-already = This account is already a member.
invitation-gone = This invitation was used or withdrawn, or has expired. Ask the person who sent it for a new one.

## Keys

no-letter = Choose one letter, from A to Z.
# $command is what the letter does, as in the list of keys.
letter-taken = { $letter } is already used for “{ $command }”. Choose another letter.

## Projects and protocols

overlap = Choose 1 to 100 judgments per task.
lease = Choose a time limit from 1 minute to 1 day.
repeat-share = Choose 0 to 100 percent.
kind-stays = The question type can't change, because the project already has tasks. Create another project.
scale-points = A scale needs 2 to 9 points.
level-count = Choose 2 to 9 levels.
thumb-levels = Thumbs need exactly 2 levels: down and up.
label-per-level = Give each level a label, worst first.
label = Write a label of 1 to { NUMBER($most) } characters.
too-many-criteria = Use at most { NUMBER($most) } criteria.
only-pairs-compare = Only pairs can have a comparison. Ask about each response instead.
only-pairs-have-verdicts = Only pairs have verdicts, so this can't depend on one.
list-length = Enter { NUMBER($least) } to { NUMBER($most) } entries.
key-form = A key starts with a lowercase letter, followed by letters, digits or underscores, with at most { NUMBER($most) } characters.
key-twice = The key “{ $key }” is used twice. Each key must be unique.
share = Choose 1 to 100 percent.
min-length = Choose 1 to 1,000 characters.

## Judging

rank-left-out = Ranks must start at 1 and leave no gaps.
rank-shared = Responses can't share a rank here.
best-is-worst = The best and the worst must be different responses.
empty-rewrite = Write a response, or discard the rewrite.
unchanged-rewrite = The rewrite has the same text as a response. Change it, or discard it.
too-many-spans = Mark at most { NUMBER($most) } passages.
no-answer = This answer doesn't fit the question. Reload the page.
judged-already = You have already judged this task.
skipped-already = You have already skipped this task.
not-claimed = You don't have this task. Claim it first.
hands-full = You already have { NUMBER($held) } tasks in progress. Judge those first.
archived = The project is archived and takes no changes.
not-judged = You have not judged this task yet.
not-the-last = You have a newer judgment of this task. Edit that one.

## Imports

no-file = Choose a file.
file-empty = The file is empty.
upload-cut-off = The upload was interrupted, or the file is too large. Nothing was imported.
import-running = Another import into this project is running. Try again when it is done.
import-swept = The import stalled and was removed. Import the file again.
question-changed = The protocol changed during the import. Import the file again.
