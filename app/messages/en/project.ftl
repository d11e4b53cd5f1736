# A project: its tabs, and its page for raters.

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
guidelines-none = No guidelines yet. Judge which response is more helpful.

draft = Not started yet
draft-text = The project is being set up. You can judge once a manager starts it.
paused = Paused
paused-text = A manager has paused this project.
closed = Closed
closed-text = The project is archived. Thank you for your judgments.
empty = No tasks yet
empty-text = Tasks appear here after a manager imports them.
done = Nothing left to judge
done-text = You've done every task available to you. New ones will appear here.

## Numbers

decimal-point = .
percent = { $n }%
range = { $low } to { $high }

waiting = Nothing free right now
waiting-text = Other raters are working on the last tasks. A task becomes free again if they don't finish it.
