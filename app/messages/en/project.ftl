# A project: its tabs, and what raters see of it.

tabs = Project
overview = Overview
tasks = Tasks
members = Members
judgments = Judgments
results = Results
export = Export
settings = Settings
judge = Judge

own = { $n ->
    [0] You have not judged a task of this project yet.
    [one] You have judged 1 task of this project.
   *[other] You have judged { $n } tasks of this project.
}
guidelines = Guidelines
guidelines-none = None were written. Judge which response helps more.

draft = Not started yet
draft-text = The project is being set up. Whoever runs it will start it when all is ready.
paused = Paused
paused-text = Nothing new is handed out at the moment. Whoever runs the project can resume it.
closed = Closed
closed-text = The project is archived. Thank you for your judgments.
empty = No tasks yet
empty-text = Nothing has been brought in yet. Look again later.
done = Nothing left to judge
done-text = You have done every task available to you. New ones will appear here. Thank you.

## Numbers

decimal-point = .
percent = { $n }%
range = { $low } to { $high }

waiting = Nothing free right now
waiting-text = Other raters are working on the last tasks. A task becomes free again if they don’t finish it.
