# What several pages say. Loaded by the judge page, too.

# What the speakers of the language call it.
language-name = English
# ltr or rtl.
language-direction = ltr

-touchstone = Touchstone

close = Close
back = Back
optional = (optional)
comment = Comment
your-projects = Your projects
try-again = Try again

# Keys, as they are printed on keyboards.
key-enter = Enter
key-escape = Esc
key-backspace = Backspace
key-delete = Del

## The frame around every page

skip-link = Skip to the content
site = Site
projects = Projects
account = Account
all-accounts = All accounts
sign-out = Sign out
language = Language

## A protocol: what is asked and what may be answered

question-verdict = Which response is better?
question-ranking = Rank the responses, the best first
question-best = Which response is the best?
question-worst = Which response is the worst?
question-rating = How good is the response?
question-rewrite = Write a better response
question-confidence = How sure are you?

missing-criterion = «{ $name }» needs an answer.
missing-verdict = Say which response is better.
missing-ranking = Rank every response.
missing-best = Say which response is the best.
missing-worst = Say which response is the worst.
missing-rating = Say how good the response is.
missing-rewrite = Write a better response.
missing-confidence = Say how sure you are.

step-verdict = Verdict
step-ranking = Ranking
step-best = Best
step-worst = Worst
step-rating = Rating
step-rewrite = Rewrite
step-confidence = Confidence

confidence-low = A little
confidence-middle = Fairly
confidence-high = Very

# $side is a letter, A or B.
grade-much = { $side } much better
grade-better = { $side } better
grade-slightly = { $side } slightly better
grade-barely = { $side } barely better
grade-tie = Tie
both-bad = Both bad
both-good = Both good

level-bad = Bad
level-good = Good
level-stars = { $stars ->
    [one] 1 star
   *[other] { $stars } stars
}

skip-not-my-field = I do not know enough about this
skip-unclear-prompt = The prompt is unclear
skip-wrong-language = I do not read this language
skip-broken = The text is broken or cut off
skip-upsetting = I would rather not read this
skip-other = Something else

## A task as it is read

prompt = Prompt
speaker-system = System
speaker-user = User
speaker-assistant = Assistant
speaker-tool = Tool
response = Response
# $name is a letter.
response-named = Response { $name }
response-empty = (empty response)
go-to-response = Go to { $name }

## What went wrong

error-signed-out = Sign in to continue.
error-busy = The server is busy; try again in { NUMBER($seconds) } s.
error-attempts = { $seconds ->
    [one] Too many attempts. Try again in 1 second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
# $incident is a number to tell those who run the server.
error-internal = Something went wrong on our side ({ $incident }).
error-transport = The server cannot be reached ({ $reason }); check your connection and try again.

## A page that cannot be shown

loading = Loading …
to-the-projects = To the projects
missing-page = Not found
missing-title = Not here
missing-text = There is no such thing here, or you are not a member. Check the address, or ask for an invitation.
forbidden-title = Not for you
busy-title = One moment
offline-title = No connection
problem-title = This did not work

## A project's status

status-draft = Draft
status-active = Active
status-paused = Paused
status-archived = Archived

## Marks of passages

mark-good = Good
mark-wrong = Wrong
mark-verbose = Too much

done-member-added = Member added.
done-member-removed = Member removed.
done-role-changed = Role changed.
done-invitation-withdrawn = Invitation withdrawn. Its link no longer works.
done-token-revoked = Token revoked.
done-account-disabled = Account disabled.
done-account-enabled = Account enabled.
done-admin-made = The account is now a site admin.
done-admin-removed = The account is no longer a site admin.
done-project-active = The project is active. Raters can judge now.
done-project-paused = The project is paused.
done-project-archived = The project is archived.
done-task-put-back = The task is offered again.
done-task-retired = The task is retired.
show-all = Show all { NUMBER($n) }
show-fewer = Show fewer
