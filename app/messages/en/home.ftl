# The first page: one's projects and one's own work.

title = Projects
new-project = New project
# One judgment of each task is wanted, or several.
per-task = { $n ->
    [one] 1 judgment per task
   *[other] { $n } judgments per task
}
bar = Judgments of { $project }
no-tasks = no tasks yet
progress = { $of ->
    [one] { NUMBER($done) } of 1 judgment
   *[other] { NUMBER($done) } of { $of } judgments
}
percent = { NUMBER($n) }%
step-judge = Judge
step-import = Bring tasks in
step-export = Export
step-open = Open
you-manage = You manage
you-adjudicate = You adjudicate
you-judge = You judge
not-member = You are not a member

nothing-title = Nothing to judge yet
nothing-text = You are not a member of any project. Whoever runs one can add you or send you an invitation.
begin-title = Begin here
begin-text = Set up a project of your own, or look around with a sample: forty real pairs of answers that you can judge at once.
sample = Make a sample project

## One's own work

work = Your work
today = Today
in-all = In all
time = Time
time-each = Each
last-days = The last 14 days
days-title = Judgments on each of the last 14 days, { NUMBER($n) } in all
day = Day
judgments = Judgments
day-judgments = { $date }: { NUMBER($n) }
own = { $today ->
    [0] { NUMBER($all) } judged by you
   *[other] { NUMBER($all) } judged by you, { $today } today
}
# $alike and $repeats count tasks; the others are percentages.
consistency = { NUMBER($alike) } of { NUMBER($repeats) } tasks judged alike when met again ({ $share }, between { $low } and { $high })
new-guidelines = The guidelines have changed since your last judgment.
read-changes = See what is new

## What has changed in the guidelines

changes-title = Guidelines · { $project }
changes-heading = What is new in the guidelines
changes-since = Version { NUMBER($to) } beside version { NUMBER($from) }: what went is struck, what came is underlined.
changes-none = Version { NUMBER($to) } is the newest, and the one that you asked about.
guidelines-now = The guidelines as they are now
guidelines-empty = This project has no guidelines.

## What is left for a rater

left = { $n ->
    [one] 1 task left for you
   *[other] { $n } tasks left for you
}
left-more = { NUMBER($n) }+ tasks left for you
left-none = You have done every task available to you.
left-waiting = Other raters are working on the last tasks.
