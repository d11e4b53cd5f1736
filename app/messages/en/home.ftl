# The home page: projects and your own work.

title = Projects
new-project = New project
# How many judgments each task needs.
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
step-import = Import tasks
step-export = Export
step-open = Open
you-manage = You manage
you-adjudicate = You adjudicate
you-judge = You judge
not-member = You are not a member

nothing-title = Nothing to judge yet
nothing-text = You are not a member of any project. Ask a project manager to add you or send you an invitation.
begin-title = Get started
begin-text = Create a project, or look around with a sample: 40 real pairs of answers that you can judge right away.
sample = Create sample project

## Your own work

work = Your work
today = Today
in-all = Total
time = Time
time-each = Per judgment
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
consistency = You judged { NUMBER($alike) } of { NUMBER($repeats) } repeated tasks the same way again ({ $share }, 95% interval { $low } to { $high }).
new-guidelines = The guidelines have changed since your last judgment.
read-changes = See changes

## Changes to the guidelines

changes-title = Guidelines · { $project }
changes-heading = Changes to the guidelines
changes-since = Version { NUMBER($to) } compared with version { NUMBER($from) }. Deletions struck, additions underlined.
changes-none = Version { NUMBER($to) } is the newest. There are no later changes.
guidelines-now = Current guidelines
guidelines-empty = This project has no guidelines.

## Tasks left for a rater

left = { $n ->
    [one] 1 task left for you
   *[other] { $n } tasks left for you
}
left-more = { NUMBER($n) }+ tasks left for you
left-none = You've done every task available to you.
left-waiting = Other raters are working on the last tasks.
