# The page on which raters judge.

# The title of the window.
title = Judge · { $project }
on-its-way = The next task is on its way
correct-heading = Correct your judgment
skipped-heading = You skipped this task
heading-ranking = Rank the responses
heading-best-worst = Which response is the best, and which the worst?

## Above the task

correcting = Correcting
skipped = Skipped
in-this-sitting = { NUMBER($n) } in this sitting
left = { $n ->
    [one] 1 left for you
   *[other] { $n } left for you
}
left-more = more than { NUMBER($n) } left for you
undo = Undo
undo-title = Go back to what you judged or skipped last
guidelines = Guidelines
keys = Keys
no-differences = No differences
# «Difference 2 of 7»; narrow windows show the second part alone.
difference = Difference
difference-place = { NUMBER($at) } of { NUMBER($of) }
difference-texts = . A: { $a }. B: { $b }.
nothing = nothing
saved = Saved
saving = Saving …
not-saved = { NUMBER($n) } not saved yet

## How it is read

view = View
flip = Flip A and B
dim = Dim what is common
raw = Raw text
columns = Columns that scroll
together = Scroll together
next-difference = Next difference
previous-difference = Previous difference
text-size = Text size
width-of-a = Width of A
suggest-breaks = Suggest breaks
percent = { NUMBER($n) } %

## What stands between the rater and the server

offline = No connection, trying again.
try-now = Try now
signed-out = You are signed out, or signed in with another account.
sign-in-new-tab = Sign in in a new tab
have-signed-in = I have signed in
not-taken = The server did not take what you decided:
earlier-missed = The earlier task did not arrive.
no-connection = There is no connection to the server.
understood = Understood
draft-stays = Your draft stays here.
kept-here = { $n ->
    [one] One decision is kept in this browser and sent afterwards.
   *[other] { $n } decisions are kept in this browser and sent afterwards.
}
in-this-tab = { $n ->
    [one] One decision is in this tab alone: leave it open until all is saved.
   *[other] { $n } decisions are in this tab alone: leave it open until all is saved.
}

break-title = Time for a short break?
break-text = You have judged for 25 minutes at a stretch. Everything stays as it is.
break-go-on = Go on
break-never = Do not remind me

## The verdict

verdict = Verdict
skip = Skip
submit = Submit
correct = Correct
cancel = Cancel
flag = Flag
flags = { $n ->
    [one] 1 flag
   *[other] { $n } flags
}
questions = Questions
# $question is what is asked.
question-place = Question { NUMBER($at) } of { NUMBER($of) }: { $question }
answered = answered
open = open

why = Why?
why-optional = optional
why-least = { $least ->
    [one] at least one character
   *[other] at least { $least } characters
}
why-length = { NUMBER($length) } of at least { NUMBER($least) } characters
why-missing = { $least ->
    [one] Say why.
   *[other] Say why, in { $least } characters or more.
}
why-short = Say a little more: { NUMBER($least) } characters at least, these are { NUMBER($length) }.

## A ranking

rank-of = Rank of { $name }
all-ranked = All are ranked.
rank = Rank { NUMBER($rank) }
not-ranked = Not ranked yet
ranking = Ranking, the best first
best-first = The best first
chip-unranked = Response { $name }, not ranked
chip-ranked = Response { $name }, rank { NUMBER($rank) }

## A rewrite

rewrite-from = From { $name }
rewrite-from-nothing = From nothing
your-response = Your response
discard = Discard it
rewrite-unchanged = This is still the original text. Edit it or discard it.
changed-in = What you changed in { $name }

## Passages

spans = Passages
spans-hint = Select words of a response to mark them.
# $passage is what is marked.
span-comment = Comment on «{ $passage }»
span-remove = Take back «{ $passage }»

## Flags

flags-title = What is wrong here?
flags-text = Flags go with your judgment. What is flagged is held back from training data until somebody has looked at it.
flags-save = Save flags
flag-task-head = Task
# $reason is what is wrong.
flag-task = { $reason }: the task
flag-response = { $reason }: response { $name }

## Skipping

skip-title = Why skip this task?
skip-reason = Reason
skip-comment-needed = (needed for «something else»)
skip-comment-missing = Say in a few words why you skip.
skip-submit = Skip the task

## Guidelines

guidelines-version = version { NUMBER($version) }
guidelines-none = This project has no guidelines.
# Above the guidelines, before the first task. $key shows them again.
guidelines-first = Read the guidelines before your first task. Press { $key } to see them again.
start-judging = Start judging
continue-judging = Continue judging
guidelines-news = The guidelines have changed since your last judgment.
guidelines-see = See what is new

## Keys

keys-answer = answer what is asked now, and go on to the next
keys-overall = go back to the overall question
keys-discard = discard your response
keys-next-step = to the next question
keys-previous-step = to the question before
keys-rank = place A, B, C …, the best first; again, take it back
keys-take-back = take the last one back
keys-rate = draft a rating, from the worst to the best
keys-grade = draft a verdict, along the scale
keys-a-better = draft «A better»
keys-b-better = draft «B better»
keys-tie = draft a tie; in a ranking, tie the last one with the one before
keys-both-good = draft «both good»
keys-both-bad = draft «both bad»
keys-submit = submit the drafted verdict
keys-why = say why, where that is asked; Ctrl Enter submits from there
keys-mark-good = mark the selected words as good, where that is asked
keys-mark-wrong = mark the selected words as wrong
keys-mark-verbose = mark the selected words as too much
keys-skip = skip the task, with a reason
keys-flag = flag the task or a response, where that is offered
keys-undo = go back to what you judged or skipped last, as does Ctrl Z; again, to the one before
keys-next-difference = to the next difference between the responses
keys-previous-difference = to the difference before
keys-dim = dim what both have in common, or show it as it is again
keys-flip = flip A and B in place, or back
keys-raw = texts as they were written, or with their Markdown rendered
keys-columns = let each column scroll by itself, or the page again
keys-together = let scrolling columns follow each other, paragraph by paragraph, or no longer
keys-guidelines = guidelines
keys-list = this list
keys-escape = close what is open, leave a correction
keys-change = Change the letters

## Instead of a task

nothing-draft = The project has not started yet
nothing-draft-text = It is still being set up. Tasks are handed out once a manager starts it.
nothing-paused = The project is paused
nothing-paused-text = Its managers hand nothing out at the moment. All that you sent is kept.
nothing-archived = The project is closed
nothing-archived-text = Nothing more is collected. All that you sent is kept.
nothing-empty = There are no tasks yet
nothing-empty-text = Nothing has been brought in. Tasks appear here once a manager does.
nothing-finished = That was the last one
nothing-finished-text = You have judged or skipped every task of this project that wants judgments. Thank you. Should more be brought in, they appear here.
nothing-now = Nothing to judge just now
# A time of day follows, then nothing-until-end.
nothing-until = The rest is in the hands of other raters. Should one let a task lie, it is free at
nothing-until-end = . This page looks again by itself.
look-again = Look again
to-the-project = To the project
trouble-offline = The next task comes with the connection
trouble-signed-out = Sign in to go on
trouble = The next task did not arrive
trouble-text = What you have decided is kept. This page tries again by itself.

## For those who hear the page

announce-next = Next task.
announce-saved = Saved.
announce-reopened = Your earlier judgment, to be corrected.
announce-skipped = You skipped this task. Judge it after all, or go on.
announce-no-earlier = There is no earlier task.
