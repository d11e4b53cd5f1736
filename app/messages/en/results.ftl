# Results of a project, and its list of judgments.

results-of = Results · { $project }
adding-up = Counting judgments…
rankings-count = Each ranking counts as comparisons between all pairs of its responses. Comparisons from one ranking are not independent, so the intervals are narrower than they should be.
numbers-behind = Table
model = Model
judgments = Judgments
tasks = Tasks
share = Share
all = All

agreement = Agreement
agreement-none = No task has two judgments yet, so there is no agreement to show.
agreement-text = How often two raters of the same task agree, without correction for chance. Pooled weights every pair of judgments equally. Per task weights every task equally.
counting = Method
pooled = Pooled
per-task = Per task
by-guessing = Expected by chance
agreeing-pairs = Agreeing pairs
with-ties = With ties
with-ties-note = a tie is an answer like any other
without-ties = Without ties
without-ties-note = ties are removed first
no-pairs = no pairs
number-of = { $n } of { $of }

aspect-none = No answers yet.
no-model = no model name
levels-text = From “{ $worst }” = 1 to “{ $best }” = { NUMBER($n) }: the mean, and how often each level was chosen. Raters use levels differently, so don't compare means across raters.
levels-of = Levels: { $name }
mean = Mean
ratings = Ratings
choices-of = Choices: { $name }
choice = Choice

none = No judgments yet
none-others = They appear here as soon as raters submit them.
overview = Overview
none-tasks = The project has no tasks. Import some first.
bring-in = Import tasks
none-active = Raters can judge now. Check that the project has members.
look-members = Manage members
none-inactive = Raters can't judge until the project is active.
change-status = Change status

majority-title = { $n ->
    [one] Majority verdicts of 1 task
   *[other] Majority verdicts of { $n } tasks
}
majority = Majority verdicts
majority-text = { $n ->
    [one] 1 judged task, by the verdict of more than half of its raters. First and second are the order in the file, not on the screen. No majority means that raters are split.
   *[other] { $n } judged tasks, by the verdict of more than half of their raters. First and second are the order in the file, not on the screen. No majority means that raters are split.
}
majority-head = Majority
first-better = First response better
tie = Tie
second-better = Second response better
both-good = Both good
both-bad = Both bad
no-majority = No majority

matrix = Model vs. model
matrix-text = How often the row's model is preferred to the column's, and the number of judgments. A tie counts half. Cells with fewer than { NUMBER($n) } judgments show only their number.
same-model = the same model
never-compared = never compared
judgments-counted = { $n ->
    [one] 1 judgment
   *[other] { $n } judgments
}
of-number = of { $n }

win-rate = Win rate per model
win-rate-none = Nothing to compare yet. Win rates need judged tasks whose two responses name different models.
win-rate-title = Win rates of { NUMBER($n) } models with intervals
win-rate-text = How often a model is preferred to the models it was compared with. A tie counts half, as do “Both bad” and “Both good”. Error bars: 95% Wilson interval. Dashed line: 50%.
too-few-models = { $n ->
    [one] 1 model has fewer than { NUMBER($enough) } judgments, too few for a rate.
   *[other] { $n } models have fewer than { NUMBER($enough) } judgments, too few for a rate.
}
untold = Caveats
untold-text = A model compared only with weak models looks strong, so read this with the table below. Judgments of one task are not independent, so the interval is slightly too narrow. Overlapping intervals don't mean that two models are equal.
win-rates = Win rates
rate = Win rate
interval = 95% interval
won = Won
tied = Tied
lost = Lost
too-few = too few

pairs = Agreement per pair of raters
pairs-text = Cohen's kappa is agreement beyond chance, given how often each rater uses each answer. 1: perfect. 0: chance. Below 0: worse than chance.
pairs-most = The { NUMBER($shown) } of { NUMBER($all) } pairs with the most shared tasks.
raters = Raters
in-common = Shared tasks
decided-same = Agreed
kappa-symmetric = Kappa, symmetric
kappa = Kappa
which-kappa = Which kappa should I use?
which-kappa-text = Use the symmetric one. It doesn't depend on which response is stored first. The plain one does; use it to compare with other tools. With fewer than { NUMBER($n) } shared tasks, both are too uncertain to show.
and = and
kappa-none = none
kappa-nothing-shared = no shared tasks
kappa-no-variation = both always gave the same answer

progress = Progress
judgments-of = of { NUMBER($n) } judgments
tasks-complete-of = of { NUMBER($n) } tasks complete
in-hands = in progress
skips-few = skips
part-done = { $share } done

per-rater = Judgments per rater
per-rater-text = Prefers the side shown first: the share of judgments for the response on the left, with its 95% Wilson interval. Sides are random, so the interval of an unbiased rater includes 50% (dashed line).
rater = Rater
skips = Skips
ties = Ties
median-time = Median time
first-side = Prefers the side shown first
drawn = Chart
how-counted = How these are counted
how-counted-text = Judgments include repeated tasks. The median time covers timed judgments and counts only time spent on the task.
how-ties-ranked-text = Ties are the share of comparisons of two responses that share a rank.
how-ties-counted-text = Ties are the share of comparisons without a preference, including “Both bad” and “Both good”.

judgments-of-project = Judgments · { $project }
were-all = No more judgments
newest = Back to newest
nobody = No judgments yet
nobody-text = Every judgment will be listed here, newest first. Open one to see what its rater saw.
to-overview = Go to overview
list-text = Newest first. A and B are the sides as shown to the rater. Open one to see what its rater saw.
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
as-seen = As the rater saw it, without model names.
all-judgments = All judgments
metadata = Metadata, hidden from raters
guidelines-version = Guidelines, version { NUMBER($version) }
guidelines-none = No guidelines.
flags = Flags
passages = Passages
flag-response = { $reason }: response { $name }
flag-task = { $reason }: the task
not-timed = not timed
circumstances = Details
submitted = Submitted
time-in-front = Time on task
versions = Versions
versions-text = protocol { NUMBER($protocol) }, guidelines { NUMBER($guidelines) }
stands = current
revisions = Revisions

scales-several = The levels changed during the project. Each version has its own table, because their means can't be compared.
win-rate-ranked-text = How often a response of the model is ranked above a response of another model. A tie counts half. Error bars: 95% Wilson interval. Dashed line: 50%.
win-rate-others = { $n ->
    [one] Show 1 more model
   *[other] Show { $n } more models
}
matrix-dense-text = Models are sorted by win rate. Hover over a cell to see both names and the number of judgments. A dot means too few judgments.
matrix-cell = { $row } vs. { $column }: { $share }, { $number }
matrix-few = { $row } vs. { $column }: { $number }, too few for a rate

ranks = Mean rank per model
ranks-text = 1 is the best. Responses that share ranks get their mean.
ranks-best-text = The best response has rank 1 and the worst the last rank. All others share the mean of the ranks between.
ranks-interval-text = The 95% interval treats each task as one observation, because judgments of one task are not independent. It needs { NUMBER($n) } tasks.
ranks-of = { NUMBER($n) } responses ranked together
ranks-none = No response names its model, so there are no ranks per model.
mean-rank = Mean rank
ranked = Times ranked
ranked-first = First
ranked-last = Last
tau = Kendall's tau-b
tau-text = Kendall's tau-b measures how far two raters agree on an order. 1: the same order. 0: chance. −1: the opposite order. It allows for ties.
tau-ranks-text = Here it compares the ranks of the responses within each task. The mean weights every task equally.
tau-levels-text = Here it compares the levels that two raters gave to the same tasks. The mean weights each pair of raters by their shared tasks.
tau-mean = mean tau-b
tau-tasks = tasks with two or more raters
tau-counted-text = If a rater judged a task more than once, the first judgment counts. Tau-b is undefined where one of the raters ties everything; such tasks are left out. Pairs of raters with fewer than { NUMBER($n) } shared tasks are too uncertain to show.
