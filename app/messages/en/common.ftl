# Messages that several pages share. The judge page loads them too.

# The name of the language in the language itself.
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

skip-link = Skip to content
site = Site
projects = Projects
account = Account
all-accounts = All accounts
sign-out = Sign out
language = Language

## A protocol: questions and answers

question-verdict = Which response is better?
question-ranking = Rank the responses, best first
question-best = Which response is the best?
question-worst = Which response is the worst?
question-rating = How good is the response?
question-rewrite = Write a better response
question-confidence = How sure are you?

missing-criterion = “{ $name }” needs an answer.
missing-verdict = Choose which response is better.
missing-ranking = Rank every response.
missing-best = Choose the best response.
missing-worst = Choose the worst response.
missing-rating = Rate the response.
missing-rewrite = Write a better response.
missing-confidence = Choose how sure you are.

step-verdict = Verdict
step-ranking = Ranking
step-best = Best
step-worst = Worst
step-rating = Rating
step-rewrite = Rewrite
step-confidence = Confidence

confidence-low = Not very
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

skip-not-my-field = I don't know enough about this
skip-unclear-prompt = The prompt is unclear
skip-wrong-language = I don't read this language
skip-broken = The text is broken or cut off
skip-upsetting = I'd rather not read this
skip-other = Something else

## A task

prompt = Prompt
speaker-system = System
speaker-user = User
speaker-assistant = Assistant
speaker-tool = Tool
# Parts of a message, each folded under its label.
part-reasoning = Reasoning
part-tool-call = Tool call
part-tool-result = Tool result
part-image = Image
response = Response
# $name is a letter.
response-named = Response { $name }
response-empty = (empty response)
go-to-response = Go to { $name }

## Errors

error-signed-out = Sign in to continue.
error-busy = The server is busy. Try again in { NUMBER($seconds) } s.
error-attempts = { $seconds ->
    [one] Too many attempts. Try again in 1 second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
# $incident identifies the error in the log of the server.
error-internal = Something went wrong on the server. If it happens again, send this number to your admin: { $incident }
error-transport = Can't reach the server ({ $reason }). Check your connection and try again.

## A page that cannot be shown

loading = Loading…
to-the-projects = Go to projects
missing-page = Not found
missing-title = Page not found
missing-text = This page doesn't exist, or you are not a member of its project. Check the address or ask for an invitation.
forbidden-title = You don't have access
busy-title = The server is busy
offline-title = No connection
problem-title = Something went wrong

## A project's status

status-draft = Draft
status-active = Active
status-paused = Paused
status-archived = Archived

## Marks on passages

mark-good = Good
mark-wrong = Wrong
mark-verbose = Wordy

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
done-task-put-back = Task put back. Raters can judge it again.
done-task-retired = Task retired.
show-all = Show all { NUMBER($n) }
show-fewer = Show fewer
