# The judge page.

# The title of the window.
title = Judge · { $project }
on-its-way = Loading the next task…
correct-heading = Edit your earlier answer
skipped-heading = You skipped this task
heading-ranking = Rank the responses
heading-best-worst = Which response is the best, and which is the worst?

## Above the task

correcting = Editing your earlier answer
skipped = Skipped
in-this-session = { NUMBER($n) } this session
left = { NUMBER($n) } left
left-more = { NUMBER($n) }+ left
undo = Undo
undo-title = Go back to your last judgment or skip
guidelines = Guidelines
keys = Keys
no-differences = No differences
# “Difference 2 of 7”. Narrow windows show only the second part.
difference = Difference
difference-place = { NUMBER($at) } of { NUMBER($of) }
difference-texts = . A: { $a }. B: { $b }.
nothing = nothing
saved = Saved
saving = Saving…
not-saved = { NUMBER($n) } not saved yet

## View options

view = View
flip = Flip A and B
dim = Dim shared text
raw = Raw text
columns = Scroll columns separately
together = Sync scrolling
next-difference = Next difference
previous-difference = Previous difference
text-size = Text size
width-of-a = Width of A
suggest-breaks = Suggest breaks
percent = { NUMBER($n) }%

## Connection

offline = No connection. Retrying…
try-now = Retry now
signed-out = You are signed out, or signed in with another account.
sign-in-new-tab = Sign in in a new tab
have-signed-in = I've signed in
not-taken = The server didn't accept your answer:
earlier-missed = The earlier task didn't load.
no-connection = Can't reach the server.
understood = Dismiss
draft-stays = Your draft is kept.
kept-here = { $n ->
    [one] 1 answer is kept in this browser and will be sent later.
   *[other] { $n } answers are kept in this browser and will be sent later.
}
in-this-tab = { $n ->
    [one] 1 answer is in this tab only. Keep the tab open until everything is saved.
   *[other] { $n } answers are in this tab only. Keep the tab open until everything is saved.
}

break-title = Time for a short break?
break-text = You've been judging for 25 minutes. Everything stays as it is.
break-go-on = Continue
break-never = Don't remind me

## The verdict

verdict = Verdict
skip = Skip
submit = Submit
correct = Save correction
cancel = Cancel
flag = Flag
flags = { $n ->
    [one] 1 flag
   *[other] { $n } flags
}
questions = Questions
# $question is the text of the question.
question-place = Question { NUMBER($at) } of { NUMBER($of) }: { $question }
answered = answered
open = open

why = Why?
why-optional = optional
why-least = { $least ->
    [one] at least one character
   *[other] at least { $least } characters
}
why-length = { NUMBER($length) } characters (minimum { NUMBER($least) })
why-missing = { $least ->
    [one] Please explain your choice.
   *[other] Please explain your choice in at least { $least } characters.
}
why-short = Write at least { NUMBER($least) } characters. You have { NUMBER($length) }.

## A ranking

rank-of = Rank of { $name }
all-ranked = All responses are ranked.
rank = Rank { NUMBER($rank) }
not-ranked = Not ranked yet
ranking = Ranking, best first
best-first = Best first
chip-unranked = Response { $name }, not ranked
chip-ranked = Response { $name }, rank { NUMBER($rank) }

## A rewrite

rewrite-from = From { $name }
rewrite-from-nothing = From scratch
your-response = Your response
discard = Discard rewrite
rewrite-unchanged = This is still the original text. Edit it or discard it.
changed-in = Your changes to { $name }

## Passages

spans = Passages
spans-hint = Select words of a response to mark them.
# $passage is the marked text.
span-comment = Comment on “{ $passage }”
span-remove = Remove the mark from “{ $passage }”

## Flags

flags-title = What's wrong here?
flags-text = Flags are sent with your judgment. Flagged texts stay out of training data until someone has reviewed them.
flags-save = Save flags
flag-task-head = Task
flag-task = { $reason }: the task
flag-response = { $reason }: response { $name }

## Skipping

skip-title = Why skip this task?
skip-reason = Reason
skip-comment-needed = (required for “Something else”)
skip-comment-missing = Briefly explain why you are skipping.
skip-submit = Skip task

## Guidelines

guidelines-version = version { NUMBER($version) }
guidelines-none = This project has no guidelines.
# Above the guidelines, before the first task. $key shows them again.
guidelines-first = Read the guidelines before your first task. Press { $key } to see them again.
start-judging = Start judging
continue-judging = Continue judging
guidelines-news = The guidelines have changed since your last judgment.
guidelines-see = See changes

## Keys

keys-answer = Answer the current question and go to the next
keys-overall = Go back to the overall question
keys-discard = Discard your rewrite
keys-next-step = Next question
keys-previous-step = Previous question
keys-rank = Rank A, B, C…, best first; press again to undo
keys-take-back = Remove the last response from the ranking
keys-rate = Choose a rating, from worst to best
keys-grade = Choose a verdict
keys-a-better = Choose “A better”
keys-b-better = Choose “B better”
keys-tie = Choose a tie; in a ranking, tie the last response with the one before
keys-both-good = Choose “Both good”
keys-both-bad = Choose “Both bad”
keys-submit = Submit your answer
keys-why = Write a rationale, if asked for; Ctrl+Enter submits from there
keys-mark-good = Mark the selected words as good, if asked for
keys-mark-wrong = Mark the selected words as wrong
keys-mark-verbose = Mark the selected words as wordy
keys-skip = Skip the task and give a reason
keys-flag = Flag the task or a response, if available
keys-undo = Go back to your last judgment or skip, like Ctrl+Z; press again to go further back
keys-next-difference = Next difference between the responses
keys-previous-difference = Previous difference
keys-dim = Toggle dimming of shared text
keys-flip = Swap the places of A and B
keys-raw = Toggle raw text and rendered Markdown
keys-columns = Toggle separate scrolling of columns
keys-together = Toggle synced scrolling
keys-guidelines = Show guidelines
keys-list = Show this list
keys-escape = Close the open panel or cancel a correction
keys-change = Change keys

## Instead of a task

nothing-draft = This project hasn't started yet
nothing-draft-text = You can judge once a manager starts it.
nothing-paused = This project is paused
nothing-paused-text = A manager has paused this project. Everything you sent is saved.
nothing-archived = This project is closed
nothing-archived-text = It takes no more judgments. Everything you sent is saved.
nothing-empty = No tasks yet
nothing-empty-text = Tasks appear here after a manager imports them.
nothing-finished = All done
nothing-finished-text = You've done every task available to you. New ones will appear here.
nothing-now = Nothing to judge right now
# A time of day follows, then nothing-until-end.
nothing-until = Other raters are working on the remaining tasks. One may become free at
nothing-until-end = . This page checks automatically.
look-again = Check again
to-the-project = Go to project
trouble-offline = Offline: the next task loads when you reconnect
trouble-signed-out = Sign in to continue
trouble = The next task didn't load
trouble-text = Your answers are saved. This page retries automatically.

## For screen readers

announce-next = Next task.
announce-saved = Saved.
announce-reopened = Editing your earlier answer.
announce-skipped = You skipped this task. You can judge it now or go on.
announce-no-earlier = There is no earlier task.
