# What the judgments of a project say, and each of them.

results-of = Results of { $project }
adding-up = Adding up judgments …
rankings-count = Each ranking counts as comparisons of every two of its responses. Comparisons of one ranking hang together, so the intervals are narrower than they should be.
numbers-behind = The numbers behind it
model = Model
judgments = Judgments
tasks = Tasks
share = Share
all = All

agreement = Agreement
agreement-none = No task has two judgments yet, so nothing can be said about agreement.
agreement-text = How often two raters of the same task decide the same, without a correction for chance. Pooled counts every pair of judgments, per task gives every task the same weight.
counting = Counting
pooled = Pooled
per-task = Per task
by-guessing = By guessing
agreeing-pairs = Pairs that agree
with-ties = With ties
with-ties-note = a tie is a decision like the others
without-ties = Without ties
without-ties-note = ties are left out first
no-pairs = no pairs
number-of = { $n } of { $of }

aspect-none = Nobody has answered this yet.
no-model = no model named
levels-text = From “{ $worst }” = 1 to “{ $best }” = { NUMBER($n) }: the mean, and how often each was given. Raters use levels differently, so means of different raters are not the same measure.
levels-of = Levels: { $name }
mean = Mean
ratings = Ratings
choices-of = Choices: { $name }
choice = Choice

none = No judgments yet
none-others = They show up here as soon as raters send them.
overview = Overview
none-tasks = The project has no tasks. Bring some in first.
bring-in = Bring tasks in
none-active = Raters can begin. Make sure that the project has some.
look-members = Look after members
none-inactive = Raters cannot judge while the project is not active.
change-status = Change its status

majority-title = { $n ->
    [one] Majority verdicts of 1 task
   *[other] Majority verdicts of { $n } tasks
}
majority = Majority verdicts
majority-text = { $n ->
    [one] 1 task with a judgment, by what more than half of their raters say. First and second are the responses as they stand in the file, whichever side raters saw them on. No majority is a finding: raters are split.
   *[other] { $n } tasks with a judgment, by what more than half of their raters say. First and second are the responses as they stand in the file, whichever side raters saw them on. No majority is a finding: raters are split.
}
majority-head = Majority
first-better = First response better
tie = Tie
second-better = Second response better
both-good = Both good
both-bad = Both bad
no-majority = No majority

matrix = Model against model
matrix-text = How often the model of the row is preferred to the model of the column, ties counting half, and the number of judgments. Where they are fewer than { NUMBER($n) }, the number stands alone.
same-model = the same model
never-compared = never compared
judgments-counted = { $n ->
    [one] 1 judgment
   *[other] { $n } judgments
}
of-number = of { $n }

win-rate = Win rate per model
win-rate-none = There is nothing to compare: win rates need judged tasks whose two responses name different models.
win-rate-title = Win rates of { NUMBER($n) } models with their intervals
win-rate-text = How often a model is preferred to the ones it was compared with; a tie, both bad and both good among them, counts half. The line is the 95% interval (Wilson), the dashes are even.
too-few-models = { $n ->
    [one] 1 model has fewer than { NUMBER($enough) } judgments, too few for a rate.
   *[other] { $n } models have fewer than { NUMBER($enough) } judgments, too few for a rate.
}
untold = What the rate does not tell
untold-text = Whom a model met: one that met only weak models looks strong, so read it beside the table below. Several judgments of one task resemble each other, which makes the interval somewhat too narrow; overlapping intervals do not mean that two models are equal.
win-rates = Win rates
rate = Win rate
interval = 95% interval
won = Won
tied = Tied
lost = Lost
too-few = too few

pairs = Agreement per pair of raters
pairs-text = Cohen’s kappa is agreement beyond what the two raters’ own habits bring about by chance: 1 is perfect, 0 is chance, less is worse than chance.
pairs-most = The { NUMBER($shown) } pairs of { NUMBER($all) } with the most tasks in common.
raters = Raters
in-common = Tasks in common
decided-same = Decided the same
kappa-symmetric = Kappa, symmetric
kappa = Kappa
which-kappa = Which kappa to read
which-kappa-text = The symmetric one: it does not depend on which response happens to be stored first. The plain one does, and is there to compare with other tools. With fewer than { NUMBER($n) } tasks in common, both are too uncertain to show.
and = and
kappa-none = none
kappa-nothing-shared = no task was judged by both
kappa-no-variation = both always gave the same answer

progress = Progress
judgments-of = judgments of { NUMBER($n) }
tasks-complete-of = tasks complete of { NUMBER($n) }
in-hands = tasks in raters’ hands
skips-few = skips
part-done = { $share } done

per-rater = Judgments per rater
per-rater-text = Prefers the side shown first: the share of judgments for the response that stood on the left, with its 95% interval (Wilson). Sides are drawn at random, so without bias the interval holds 50%, the dashes.
rater = Rater
skips = Skips
ties = Ties
median-time = Median time
first-side = Prefers the side shown first
drawn = Drawn
how-counted = How these are counted
how-counted-text = Judgments include repeats of a task. The median time is over judgments that were timed, and counts only the time in front of the task: half of them took less.
how-ties-ranked-text = Ties are the share of comparisons of two responses that share a rank.
how-ties-counted-text = Ties are the share of comparisons without a preference, both bad and both good among them.

judgments-of-project = Judgments of { $project }
were-all = These were all judgments
newest = To the newest
nobody = Nobody has judged yet
nobody-text = Here stands every judgment, newest first, and each can be looked at as its rater saw it.
to-overview = To the overview
list-text = Newest first, with sides as they were shown. Open one to see what its rater saw.
task = Task
verdict = Verdict
rationale = Rationale
when = When (UTC)
older = Older
a-better = A better
b-better = B better
level = Level { NUMBER($level) }
best-worst = Best { $best }, worst { $worst }
correction = correction
late = late
repeat = shown again
not-counted = not counted

rater-on = { $rater } on { $task }
as-seen = As the rater saw it; the names of models were hidden.
all-judgments = All judgments
metadata = Metadata, hidden from raters
guidelines-version = Guidelines, version { NUMBER($version) }
guidelines-none = There were none.
flags = Flags
passages = Passages
flag-response = { $reason }: response { $name }
flag-task = { $reason }: the task
not-timed = not timed
circumstances = Circumstances
submitted = Submitted
time-in-front = Time in front of the task
versions = Versions
versions-text = protocol { NUMBER($protocol) }, guidelines { NUMBER($guidelines) }
stands = stands
revisions = Revisions

scales-several = The levels were changed while the project ran. Each version has its own table, because their means cannot be compared.
win-rate-ranked-text = How often a response of the model is placed above a response of another model; a tie counts half. The line is the 95% interval (Wilson), the dashes are even.
win-rate-others = { $n ->
    [one] Show 1 more model
   *[other] Show { $n } more models
}
matrix-dense-text = Models are sorted by win rate. Hold the pointer over a cell to see both names and the number of judgments; a dot marks too few of them.
matrix-cell = { $row } against { $column }: { $share }, { $number }
matrix-few = { $row } against { $column }: { $number }, too few for a rate

ranks = Mean rank per model
ranks-text = 1 is the best. Responses that share ranks get the mean of them.
ranks-best-text = The best response has rank 1, the worst the last rank, and those between share the mean of the ranks between.
ranks-interval-text = The 95% interval takes tasks as the observations, because judgments of one task resemble each other. It needs { NUMBER($n) } tasks.
ranks-of = { NUMBER($n) } responses ranked together
ranks-none = No response names its model, so there are no ranks per model.
mean-rank = Mean rank
ranked = Times ranked
ranked-first = First
ranked-last = Last
tau = Kendall’s tau-b
tau-text = Kendall’s tau-b says how far two raters agree on an order: 1 is the same order, 0 is chance, −1 is the opposite order. It allows for ties.
tau-ranks-text = Here it compares the ranks of the responses within each task. The mean gives every task the same weight.
tau-levels-text = Here it compares the levels that two raters gave to the same tasks. The mean weights each pair of raters by the tasks in common.
tau-mean = mean tau-b
tau-tasks = tasks with two raters or more
tau-counted-text = Of several judgments of a rater on one task the first counts. Tau-b is not defined where one of the two raters ties everything; such tasks are left out. Pairs of raters with fewer than { NUMBER($n) } tasks in common are too uncertain to show.
