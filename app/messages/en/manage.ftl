# What managers and site admins see.

guidelines-unwritten = There are none yet. They are written in the settings.
guidelines-version = Version { NUMBER($version) }, as raters read it
guidelines = Guidelines

progress = Progress
judgments-of = judgments of { NUMBER($n) }
tasks-complete-of = tasks complete of { NUMBER($n) }
tasks-in-hand = tasks in hand now
skips = skips
judgments = Judgments
percent-done = { NUMBER($n) }% done
to-go = { $n ->
    [one] 1 judgment to go
   *[other] { $n } judgments to go
}

facts = Facts
protocol = Protocol
criteria = Criteria
none = none
rationale = Rationale
overlap = Judgments per task
version = version { NUMBER($n) }
lease = Lease
repeats = Repeats
repeats-of = { NUMBER($n) } of a hundred tasks
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
rationale-off = not asked for
rationale-optional = optional
rationale-required = { $n ->
    [one] required, 1 character or more
   *[other] required, { $n } characters or more
}
rationale-share = required of { NUMBER($share) } % of the tasks, { NUMBER($n) } characters or more

steps = Next steps
step-guidelines = Write guidelines
step-guidelines-done = Version { NUMBER($n) }.
step-guidelines-open = What makes a response better, and when to call it a tie.
step-tasks = Bring tasks in
step-tasks-done = { $n ->
    [one] 1 task.
   *[other] { $n } tasks.
}
step-tasks-open = From a file of prompts and responses.
step-raters = Invite raters
step-start = Start
step-start-draft = Below, once all is ready. Nothing is handed out before.
step-start-active = Tasks are handed out.
step-start-paused = The project was started, and is paused now.
step-start-archived = The project is archived.
step-judge = Have the tasks judged
step-judge-done = Every task has as many judgments as were asked for.
step-judge-open = { $n ->
    [one] 1 judgment to go.
   *[other] { $n } judgments to go.
}
step-export = Export
step-export-some = { $n ->
    [one] 1 judgment can leave today.
   *[other] { $n } judgments can leave today.
}
step-export-none = There is nothing to take out yet.
members-few = { $n ->
    [one] 1 member. { NUMBER($overlap) } judgments per task need as many people: { NUMBER($missing) } more.
   *[other] { $n } members. { NUMBER($overlap) } judgments per task need as many people: { NUMBER($missing) } more.
}
members-enough = { $n ->
    [one] 1 member. They can all judge.
   *[other] { $n } members. They can all judge.
}

status = Status
status-draft-text = The project is being set up. Nothing is handed out.
status-active-text = Tasks are handed out to members.
status-paused-text = Nothing new is handed out. Tasks in hand may still be judged.
status-archived-text = The project is closed. It can be read and exported.
start = Start
pause = Pause
resume = Resume
reopen = Reopen, paused
archive = Archive
archive-ask = Archive …
archive-project = Archive the project
archive-question = Nothing is handed out or brought in any more. Judgments stay and can be exported. Archive this project?

members-of = Members of { $project }
members = Members
members-none = Nobody belongs to the project yet. Invite somebody below.
person = Person
role = Role
member-since = Member since
actions = Actions
you = you
role-of = Role of { $name }
role-change = Change role
role-change-of = { $role }: change the role of { $name }
role-question = The new role applies at once, and the person is signed out. Raters see only the judge page. Managers can change everything, members included.
role-own-question = This is your own role. You are signed out. With a lower role you cannot manage this project any more, unless you are a site admin.
remove = Remove
remove-ask = Remove …
remove-named = Remove { $name }
leave = Leave the project
remove-question = Tasks in hand go to others; judgments stay. The person is signed out.
leave-question = This is you. You are signed out, and see the project no more unless you look after the site.
role-rater = rater
role-adjudicator = adjudicator
role-manager = manager

add = Add
add-title = Add an account
add-text = For people who have an account here already. They see the project at once.
email = E-mail
invite-title = Invite somebody
invite-text = Make a link and send it yourself. Whoever opens it makes an account, or joins with the one they have.
invite-made = The invitation is made
invite-made-text = Send this link. It is shown this once, works once, and runs out in 24 hours.
invite-make = Make an invitation
invitations = Invitations
made-utc = Made (UTC)
state = State
used-on = Used on { $day }
run-out = Run out
open-until = Open until { $time }
withdraw = Withdraw invitation
withdraw-ask = Withdraw …
withdraw-question = The link stops working at once. To invite the person again, create a new invitation.
withdraw-of = Withdraw the invitation of { $time }

new-project = New project
new-project-text = It begins as a draft. Nothing is handed out until you start it.
project-name = Name
guidelines-help = Markdown, shown to raters beside every task. You can change it later; judgments keep the version they were made under.
overlap-help = From 1 to 100, each from another rater. Three let a majority form; one is enough to try things out.
new-project-more = Criteria, rationales and more are on the project's settings page.
make-project = Make the project
cancel = Cancel

set-up = Set up
welcome = Welcome to Touchstone
set-up-text = Nobody has an account here yet. You make the first one; it looks after the whole site.
set-up-code = Set-up code
set-up-code-help = Printed in the terminal where the server was started.
your-name = Your name
password = Password
password-help = At least 8 characters; 12 or more are better. A few unrelated words do well.
make-first = Make the first account

accounts = Accounts
accounts-text = People come in by invitation to a project, from its members page. On the server,
accounts-text-end =  makes an account without one.
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
admin-make-question = A site admin sees and changes every project and every account. The person is signed out and has these rights at the next sign-in.
admin-remove-question = The person keeps the roles they have in projects, and loses access to all other projects and to this page. The person is signed out.
admin-ask-make = Make site admin …
admin-ask-remove = Remove as site admin …
disable-ask = Disable …
disable-question = The person is signed out, cannot sign in, and their tokens stop working. Their judgments stay. You can enable the account again.
enable = Enable
disable = Disable

reset-create = Create reset link
reset-created = Reset link created
reset-created-text = Send this link to the owner of the account. It is shown only once, works once and expires in 24 hours. The owner sees that you created it.
# $time is a time in UTC.
reset-open = Reset link open until { $time } UTC
reset-revoke = Revoke reset link
surplus = { $n ->
    [one] 1 judgment more than asked for. It counts in results and exports.
   *[other] { $n } judgments more than asked for. They count in results and exports.
}
finished = All tasks are complete
finished-text = Every task has the judgments you asked for.
stuck-all = Nobody is left to judge
stuck-some = Some tasks are stuck
stuck-text = { $n ->
    [one] Every member has judged or skipped 1 incomplete task. Raters missing: { NUMBER($raters) }. Invite more, or ask for fewer judgments per task.
   *[other] Every member has judged or skipped { $n } incomplete tasks. Raters missing: { NUMBER($raters) }. Invite more, or ask for fewer judgments per task.
}
raters-missing = More raters needed
raters-missing-text = { $n ->
    [one] Each rater judges a task once. 1 more rater is needed to complete every task.
   *[other] Each rater judges a task once. { $n } more raters are needed to complete every task.
}
stuck = Tasks that nobody is left to judge
stuck-of = Stuck tasks of { $project }
stuck-lead = Every member has judged or skipped them. Put a task back to offer it again to those who skipped it, or retire it, so that it no longer holds the project up. Its judgments stay. The first 50 are listed.
stuck-none = No task is stuck
stuck-none-text = Somebody is left to judge every task that still wants judgments.
stuck-show = Show them
retired = Retired tasks
retired-lead = They are no longer handed out. Their judgments count in results and exports. The first 50 are listed.
put-back = Put back
retire = Retire
# The name of a button that stands beside a task.
of-task = { $action }: { $task }
judgments-of-wanted = { NUMBER($done) } of { NUMBER($wanted) } judgments
skipped-by = Skipped by
to-overview = Back to the overview
tasks-retired = { $n ->
    [one] 1 retired task
   *[other] { $n } retired tasks
}
