# Pages for managers and site admins.

guidelines-unwritten = No guidelines yet. Write them on the settings page.
guidelines-version = Version { NUMBER($version) }, as raters see it
guidelines = Guidelines

progress = Progress
judgments-of = of { NUMBER($n) } judgments
tasks-complete-of = of { NUMBER($n) } tasks complete
tasks-in-hand = in progress
skips = skips
judgments = Judgments
percent-done = { NUMBER($n) }% done
to-go = { $n ->
    [one] 1 judgment to go
   *[other] { $n } judgments to go
}

facts = Details
protocol = Protocol
criteria = Criteria
none = none
rationale = Rationale
overlap = Judgments per task
version = version { NUMBER($n) }
lease = Task time limit
repeats = Repeats
repeats-of = { NUMBER($n) }% of tasks
created = Created
minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}
pair-points = Pair, { NUMBER($n) } points
pair-bad = Pair, { NUMBER($n) } points and both bad
pair-good = Pair, { NUMBER($n) } points and both good
pair-bad-good = Pair, { NUMBER($n) } points, both bad and both good
ranking-ties = Ranking, with ties
ranking-no-ties = Ranking, without ties
best-worst = Best and worst
rating-thumbs = Rating by thumbs
rating-stars = Rating by { NUMBER($n) } stars
rating-levels = Rating by { NUMBER($n) } levels
rationale-off = off
rationale-optional = optional
rationale-required = { $n ->
    [one] required, at least 1 character
   *[other] required, at least { $n } characters
}
rationale-share = required for { NUMBER($share) }% of tasks, at least { NUMBER($n) } characters

steps = Next steps
step-guidelines = Write guidelines
step-guidelines-done = Version { NUMBER($n) }.
step-guidelines-open = Explain what makes a response better, and when to choose a tie.
step-tasks = Import tasks
step-tasks-done = { $n ->
    [one] 1 task.
   *[other] { $n } tasks.
}
step-tasks-open = From a file of prompts and responses.
step-raters = Invite raters
step-start = Start
step-start-draft = Start below when everything is ready. Raters can't judge until then.
step-start-active = Raters can judge.
step-start-paused = The project is paused.
step-start-archived = The project is archived.
step-judge = Collect judgments
step-judge-done = Every task has all the judgments it needs.
step-judge-open = { $n ->
    [one] 1 judgment to go.
   *[other] { $n } judgments to go.
}
step-export = Export
step-export-some = { $n ->
    [one] 1 judgment ready to export.
   *[other] { $n } judgments ready to export.
}
step-export-none = Nothing to export yet.
members-few = { $n ->
    [one] 1 member. To collect { NUMBER($overlap) } judgments per task, add at least { NUMBER($missing) } more.
   *[other] { $n } members. To collect { NUMBER($overlap) } judgments per task, add at least { NUMBER($missing) } more.
}
members-enough = { $n ->
    [one] 1 member, who can judge.
   *[other] { $n } members, who can all judge.
}

status = Status
status-draft-text = The project is being set up. Raters can't judge yet.
status-active-text = Members can judge tasks.
status-paused-text = Raters get no new tasks. Tasks in progress can still be judged.
status-archived-text = The project is closed. It can be read and exported.
start = Start
pause = Pause
resume = Resume
reopen = Reopen as paused
archive = Archive
archive-ask = Archive…
archive-project = Archive project
archive-question = This stops judging and importing. Judgments stay and can be exported. Archive this project?

members-of = Members · { $project }
members = Members
members-none = No members yet. Invite someone below.
person = Person
role = Role
member-since = Member since
actions = Actions
you = you
role-of = Role of { $name }
role-change = Change role
role-change-of = { $role }: change the role of { $name }
role-question = The new role applies at once, and the person is signed out. Raters see only the judge page. Managers can change everything, including members.
role-own-question = This is your own role. You will be signed out. With a lower role you can no longer manage this project, unless you are a site admin.
remove = Remove
remove-ask = Remove…
remove-named = Remove { $name }
leave = Leave project
remove-question = Tasks in progress go to other raters. Judgments stay. The person is signed out.
leave-question = This is you. You will be signed out and lose access to this project, unless you are a site admin.
role-rater = rater
role-adjudicator = adjudicator
role-manager = manager

add = Add member
add-title = Add an existing account
add-text = For people who already have an account here. They see the project at once.
email = Email
invite-title = Invite someone
invite-text = Create a link and send it yourself. The recipient creates an account, or joins with an existing one.
invite-made = Invitation created
invite-made-text = Send this link. It is shown only once, works once and expires in 24 hours.
invite-make = Create invitation
invitations = Invitations
made-utc = Created (UTC)
state = Status
used-on = Used on { $day }
run-out = Expired
open-until = Valid until { $time }
withdraw = Withdraw invitation
withdraw-ask = Withdraw…
withdraw-question = The link stops working at once. To invite the person again, create a new invitation.
withdraw-of = Withdraw the invitation created { $time }

new-project = New project
new-project-text = Starts as a draft. Raters see nothing until you start it.
project-name = Name
guidelines-help = Markdown. Raters see it beside every task. You can change it later; each judgment keeps the version it was made under.
overlap-help = How many different raters judge each task. Use 3 or more for a majority.
new-project-more = You can set criteria, rationales and more on the settings page.
make-project = Create project
cancel = Cancel

set-up = Set up
welcome = Welcome to Touchstone
set-up-text = Create the first account. It will be the site admin.
set-up-code = Setup code
set-up-code-help = Printed in the terminal where the server was started.
your-name = Your name
password = Password
password-help = At least 8 characters; 12 or more are better. A few unrelated words work well.
make-first = Create account

accounts = Accounts
accounts-text = People join through a project invitation. To create an account without one, run
accounts-text-end =  on the server.
accounts-count = { $n ->
    [one] 1 account
   *[other] { $n } accounts
}
since = Since
since-day = since { $day }
active = Active
disabled = Disabled
yourself = You
site-admin = site admin
admin-remove = Remove as site admin
admin-make = Make site admin
admin-make-question = A site admin can see and change every project and account. The person is signed out and has these rights after signing in again.
admin-remove-question = The person keeps their project roles, and loses access to all other projects and to this page. The person is signed out.
admin-ask-make = Make site admin…
admin-ask-remove = Remove as site admin…
disable-ask = Disable…
disable-question = The person is signed out and cannot sign in. Their tokens stop working. Their judgments stay. You can enable the account again.
enable = Enable
disable = Disable

reset-create = Create reset link
reset-created = Reset link created
reset-created-text = Send this link to the owner of the account. It is shown only once, works once and expires in 24 hours. The owner sees that you created it.
# $time is a time in UTC.
reset-open = Reset link valid until { $time } UTC
reset-revoke = Revoke reset link
surplus = { $n ->
    [one] 1 judgment more than requested. It counts in results and exports.
   *[other] { $n } judgments more than requested. They count in results and exports.
}
finished = All tasks are complete
finished-text = Every task has all the judgments you requested.
stuck-all = No raters left
stuck-some = Some tasks are stuck
stuck-text = { $n ->
    [one] Every member has judged or skipped 1 unfinished task. More raters needed: { NUMBER($raters) }. Invite raters, or lower the judgments per task.
   *[other] Every member has judged or skipped { $n } unfinished tasks. More raters needed: { NUMBER($raters) }. Invite raters, or lower the judgments per task.
}
raters-missing = More raters needed
raters-missing-text = { $n ->
    [one] Each rater judges a task once. 1 more rater is needed to finish every task.
   *[other] Each rater judges a task once. { $n } more raters are needed to finish every task.
}
stuck = Stuck tasks
stuck-of = Stuck tasks · { $project }
stuck-lead = Every member has judged or skipped these tasks. Put a task back to offer it again to raters who skipped it. Retire it to finish the project without it. Judgments stay. The first 50 are listed.
stuck-none = No stuck tasks
stuck-none-text = Every unfinished task still has a rater who can judge it.
stuck-show = Show stuck tasks
retired = Retired tasks
retired-lead = Raters no longer get these tasks. Their judgments count in results and exports. The first 50 are listed.
put-back = Put back
retire = Retire
# The name of a button next to a task.
of-task = { $action }: { $task }
judgments-of-wanted = { NUMBER($done) } of { NUMBER($wanted) } judgments
skipped-by = Skipped by
to-overview = Back to overview
tasks-retired = { $n ->
    [one] 1 retired task
   *[other] { $n } retired tasks
}
