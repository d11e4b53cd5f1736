# Tasks that come in, and judgments that go out.

tasks-of = Tasks of { $project }
import-archived = The project is archived: nothing can be brought in.
bring-in-title = Bring tasks in
bring-in = Bring in
stop = Stop
format = Format
format-detect = Recognise it by the first record
baseline = Baseline model
baseline-hint = (for outputs; makes only its pairs)
drop = Drop a file here, or choose one
drop-hint = JSONL or JSON, also compressed with gzip. All of its tasks come in, or none and a report of every wrong line. The same file twice changes nothing.
looking = Looking at the file …
stopped = The sending was stopped. Nothing was brought in.
nothing-in = Nothing was brought in
sent = Sent
sent-percent = { NUMBER($n) }% sent
on-the-way = on the way
all-there = all there, being checked
errors-found = { $n ->
    [one] The file has 1 error.
   *[other] The file has { $n } errors.
}
the-report = The report
the-report-names = names each with its line and field.
prompts-without-task = { $n ->
    [one] 1 prompt makes no task.
   *[other] { $n } prompts make no task.
}
the-report-says-why = says why.
no-task = No task created
records-of = { $n ->
    [one] 1 record
   *[other] { $n } records
}
part-new = { NUMBER($n) } new
part-there = { NUMBER($n) } already there
part-changed = { NUMBER($n) } changed since (earlier content kept)
part-repeated = { NUMBER($n) } repeated in the file
part-wrong = { NUMBER($n) } with errors
part-held-back = { NUMBER($n) } not imported
nothing-new = Nothing new
brought-in = { $n ->
    [one] 1 task brought in
   *[other] { $n } tasks brought in
}
cut-off = the sending was cut off
answered-status = it answered with status { $status }
file-unreadable = the file cannot be read; choose it again

imports-none = Nothing was brought in yet
imports-none-text = A line of a file of pairs looks like this; a model’s name is optional and never shown to raters.
imports = Imports
file = File
state = State
records = Records
new-tasks = New tasks
begun = Begun (UTC)
running = Running
done = Done
failed = Failed
format-unknown = format not known
file-errors = { $n ->
    [one] { $file }: 1 error
   *[other] { $file }: { $n } errors
}
file-worth-a-look = { $n ->
    [one] { $file }: 1 notice
   *[other] { $file }: { $n } notices
}
and-more = And { NUMBER($n) } more.
report-json = The report as JSON
unusable = Records that cannot be used
line = Line
field = Field
reason = Reason
worth-a-look = Worth a look

preview-format-unknown = a format that is not known
preview-title = As raters will see it
preview-nothing = There is nothing to show: the file is empty, or its first record is longer than a megabyte.
preview-wrong = Some of the first records cannot be used
preview-wrong-text = Nothing comes in while a record is wrong. Bringing the file in all the same checks the whole of it and lists every such record.
one-output = one output
hidden-models = Hidden from raters:
prompt-of = Prompt of { $id }
response-of = Response { NUMBER($place) } of { $id }
model-silent = The model said nothing.
format-pairs = Pairs, rankings, ratings: a prompt and its responses per record
format-preferences = Preferences (TRL): prompt, chosen, rejected
format-outputs = Outputs (AlpacaEval): one model's answer per record

export-of = Export of { $project }
counting = Counting …
disagree = Where raters disagree
disagree-hint = For preferences, and for good and bad responses. Best responses are one per prompt; tables have every judgment.
per-judgment = Each rater has rows of their own
by-majority = One row where most judgments agree
flagged = Texts that a rater has flagged
flagged-out = Leave them out
flagged-keep = Keep them
count-again = Count again
to-preferences = Preferences for training (TRL, JSONL)
to-unpaired = Good and bad responses for training (TRL unpaired, KTO, JSONL)
to-sft = Best responses for training (TRL SFT, JSONL)
to-judgments = All judgments (JSONL)
to-csv = All judgments, for spreadsheets (CSV)
to-csv-raw = All judgments, for programs (CSV, texts untouched)
for-preferences = prompt, chosen and rejected as messages; for DPO and reward models; ties are left out
for-unpaired = a response and whether it is good; for KTO; of ratings by themselves, of pairs and rankings by who won
for-sft = one row per prompt: the response with the best record, or a rater's rewrite; for supervised fine-tuning
for-judgments = a line per judgment and skip with all that is known of it
for-csv = a row per judgment and skip; cells that a spreadsheet would run as formulas are marked as text
for-csv-raw = the same rows with every cell exactly as it is

nothing-out = Nothing to take out yet
nothing-out-text = Judgments leave from here as soon as there are some.
first = What is to be done first
in-rows = { $n ->
    [one] In 1 row
   *[other] In { $n } rows
}
what-leaves = What would leave
judgments-skips = Judgments and skips
share = Share
amount = Number
all = All
left-out = Left out: { $reason }
out-tie = tie
out-both-bad = both bad
out-both-good = both good
out-skip = skipped
out-no-majority = no majority
out-contradiction = tasks contradict each other
out-superseded = replaced by a later judgment
out-uncounted = came too late
out-repeat = the same rater's task once more
out-identical = both texts the same
out-blank = a text is blank
out-rewritten = a rater wrote a better one
out-outranked = another response is better
out-flagged = flagged by a rater
out-unrepresentable = not possible in this format
duplicates = { $n ->
    [one] 1 task has the same texts as another and shares its row.
   *[other] { $n } tasks have the same texts as others and share their rows.
}
empty-columns = Columns without any value are not in the file: { $columns }.
nothing-left-out = Nothing is left out.
counted-now = Counted now; the file is counted again at the moment of its download.
file-empty = The file would be empty. Choose another format to see all judgments.
download = { $n ->
    [one] Download 1 row
   *[other] Download { $n } rows
}
loading-it = Loading it
rows-preferences = The rows are conversational preferences: TRL’s DPOTrainer and RewardTrainer take them as they are.
rows-unpaired = The rows are conversational unpaired data: TRL’s KTOTrainer takes them as they are.
rows-sft = The rows are conversational messages: TRL’s SFTTrainer takes them as they are.
from-program = From a program
tokens-before = Tokens are made in
tokens-account = your account
tokens-after = ; reading is scope enough.
