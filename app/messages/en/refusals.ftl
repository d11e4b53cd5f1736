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
name-length = Write a name of 1 to { NUMBER($most) } characters.

## Accounts

email-invalid = Enter an email address such as ann@example.org.
email-taken = An account with this address already exists. Sign in instead.
wrong-credentials = Email or password is wrong.
wrong-password = This is not your current password.
password-too-short = Use at least 8 characters; 12 or more are better.
password-too-long = Use at most 1,000 characters.
password-is-personal = Don't use your name or email address as your password.
password-too-common = This password is too easy to guess. Use four unrelated words instead.
wrong-set-up-code = This is not the code that the server printed when it last started.
first-admin-exists = The first admin account already exists. Sign in instead.
last-admin = This is the last site admin. Make someone else a site admin first.
reset-link-invalid = This link was used or revoked, or has expired. Ask an admin for a new one.
own-password-reset = Change your own password on your account page.
account-disabled = This account is disabled. Enable it first.
token-days-out-of-range = Choose 1 to 366 days, or no expiration.

## Members

no-account = Nobody has an account with this address. Send an invitation instead.
already-member = This account is already a member.
invitation-invalid = This invitation was used or withdrawn, or has expired. Ask the person who sent it for a new one.

## Keys

letter-required = Choose one letter, from A to Z.
# $command is a text from the list of keys.
letter-taken = { $letter } is already used for “{ $command }”. Choose another letter.

## Projects and protocols

overlap-out-of-range = Choose 1 to 100 judgments per task.
lease-out-of-range = Choose a time limit from 1 minute to 1 day.
repeat-share-out-of-range = Choose 0 to 100 percent.
question-type-fixed = The question type can't change, because the project already has tasks. Create another project.
scale-points-out-of-range = A scale needs 2 to 9 points.
level-count-out-of-range = Choose 2 to 9 levels.
thumbs-need-two-levels = Thumbs need exactly 2 levels: down and up.
label-per-level = Give each level a label, worst first.
label-length = Write a label of 1 to { NUMBER($most) } characters.
too-many-criteria = Use at most { NUMBER($most) } criteria.
only-pairs-compare = Only pairs can have a comparison. Ask about each response instead.
only-pairs-have-verdicts = Only pairs have verdicts, so this can't depend on one.
list-length = Enter { NUMBER($least) } to { NUMBER($most) } entries.
invalid-key = A key starts with a lowercase letter, followed by letters, digits or underscores, with at most { NUMBER($most) } characters.
duplicate-key = The key “{ $key }” is used twice. Each key must be unique.
share-out-of-range = Choose 1 to 100 percent.
min-length-out-of-range = Choose 1 to 1,000 characters.

## Judging

rank-gap = Ranks must start at 1 and leave no gaps.
shared-rank = Responses can't share a rank here.
best-is-worst = The best and the worst must be different responses.
empty-rewrite = Write a response, or discard the rewrite.
unchanged-rewrite = The rewrite has the same text as a response. Change it, or discard it.
too-many-spans = Mark at most { NUMBER($most) } passages.
answer-mismatch = This answer doesn't fit the question. Reload the page.
already-judged = You have already judged this task.
already-skipped = You have already skipped this task.
too-many-in-progress = You already have { NUMBER($held) } tasks in progress. Judge those first.
archived = The project is archived and takes no changes.
not-judged = You have not judged this task yet.
newer-judgment-exists = You have a newer judgment of this task. Edit that one.

## Imports

file-required = Choose a file.
file-empty = The file is empty.
upload-interrupted = The upload was interrupted, or the file is too large. Nothing was imported.
import-running = Another import into this project is running. Try again when it is done.
import-stalled = The import stalled and was removed. Import the file again.
protocol-changed = The protocol changed during the import. Import the file again.

## Values

token-scope = The token lacks the required scope.
one-of = Choose one of { $values }.
between = Enter a number between { NUMBER($least) } and { NUMBER($most) }.
unknown-protocol-version = The project never had this version of the protocol.

## Answers

not-asked = This project doesn't ask for this.
not-asked-after-verdict = This is not asked after this verdict.
unknown-criterion = This project has no such criterion.
unknown-response = There is no response at this position.
one-per-response = Give { NUMBER($responses) } values, one for each response.
# $form is the name of a field: grade, levels or choices.
wrong-form = Answer this criterion with { $form }.
duplicate-choice = Choose each option only once.
too-many-choices = Choose only one option.
missing-grade = Add a grade; 0 is a tie.
grade-not-allowed = Leave out the grade when both are bad or both are good.
grade-contradicts-verdict = Grade and verdict contradict each other: negative is a, 0 is tie, positive is b.
empty-span = A passage must end after it starts.
span-outside-text = The passage ends after its text.
duplicate-span = Mark each passage only once.
duplicate-flag = Use each flag only once.
comment-without-flag = There is no flag to comment on.
too-many-assignments = List at most { NUMBER($most) } assignments.
id-taken = This id belongs to another judgment or skip. Create a new id.

## Requests

# $detail is an error message in English.
not-json = Not valid JSON: { $detail }
not-json-type = Send JSON as application/json.
missing-field = This field is required.
unknown-field = There is no such field.
bad-value = This value is not valid: { $detail }
body-too-large = The request is too large.
too-many-bytes = Send at most { NUMBER($most) } bytes.
field-too-large = Write at most { NUMBER($most) } bytes in a field.
body-cut-off = The request was cut off. Send it again.
body-stalled = The request stopped arriving. Send it again.
too-many-fields = Send at most { NUMBER($most) } fields.
too-much-before-file = Send at most { NUMBER($most) } bytes before the file.
file-not-first = The form must start with a file.
wrong-method = This address doesn't support the method. See the Allow header.
unknown-host = This is not a name of this server.
unnamed-host = This is not a name of this server. Set its name with --public-origin.
other-site = Only pages of this site can send this request.
https-required = This server accepts only https. Replace any password or token in this request, because others could read it on the way.
