# Imports and exports.

tasks-of = Tasks · { $project }
import-archived = The project is archived. Reopen it to import tasks.
bring-in-title = Import tasks
bring-in = Import
stop = Cancel
format = Format
format-detect = Detect automatically
baseline = Baseline model
baseline-hint = (for outputs; only pairs with this model)
drop = Drop a file here, or choose one
drop-hint = JSONL or JSON, also compressed with gzip. If any line is wrong, nothing is imported and every error is listed. Importing the same file again changes nothing.
looking = Reading the file…
stopped = Upload canceled. Nothing was imported.
nothing-in = Import failed: nothing was added
sent = Uploaded
sent-percent = { NUMBER($n) }% uploaded
on-the-way = uploading
all-there = checking the file
errors-found = { $n ->
    [one] The file has 1 error.
   *[other] The file has { $n } errors.
}
the-report = The report
the-report-names = lists each with its line and field.
prompts-without-task = { $n ->
    [one] 1 prompt created no task.
   *[other] { $n } prompts created no task.
}
the-report-says-why = explains why.
no-task = No tasks created
records-of = { $n ->
    [one] 1 record
   *[other] { $n } records
}
part-new = { NUMBER($n) } new
part-there = { NUMBER($n) } already imported
part-changed = { NUMBER($n) } changed (earlier content kept)
part-repeated = { NUMBER($n) } repeated in the file
part-wrong = { NUMBER($n) } with errors
part-held-back = { NUMBER($n) } not imported
nothing-new = Nothing new
brought-in = { $n ->
    [one] 1 task imported
   *[other] { $n } tasks imported
}
cut-off = the upload was interrupted
answered-status = status { $status }
file-unreadable = the file can't be read; choose it again

imports-none = No imports yet
imports-none-text = Each line of a file of pairs looks like this. Model names are optional and never shown to raters.
imports = Imports
file = File
state = Status
records = Records
new-tasks = New tasks
begun = Started (UTC)
running = Running
done = Done
failed = Failed
format-unknown = unknown format
file-errors = { $n ->
    [one] { $file }: 1 error
   *[other] { $file }: { $n } errors
}
file-worth-a-look = { $n ->
    [one] { $file }: 1 warning
   *[other] { $file }: { $n } warnings
}
and-more = And { NUMBER($n) } more.
report-json = Report as JSON
unusable = Records with errors
line = Line
field = Field
reason = Reason
worth-a-look = Warnings

preview-format-unknown = Unknown format
preview-title = As raters will see it
preview-nothing = Nothing to show. The file is empty, or its first record is longer than a megabyte.
preview-wrong = Some of the first records have errors
preview-wrong-text = A file with errors cannot be imported. Import it anyway to check every record and list all errors.
one-output = one output
hidden-models = Hidden from raters:
prompt-of = Prompt of { $id }
response-of = Response { NUMBER($place) } of { $id }
model-silent = The model gave no text.
format-pairs = Pairs, rankings, ratings: a prompt and its responses per record
format-preferences = Preferences (TRL): prompt, chosen, rejected
format-outputs = Outputs (AlpacaEval): one model's answer per record

export-of = Export · { $project }
counting = Counting…
disagree = When raters disagree
disagree-hint = For preferences, and for good and bad responses. Best responses have one row per prompt; tables have every judgment.
per-judgment = Separate rows for each rater
by-majority = One row if most judgments agree
flagged = Flagged texts
flagged-out = Leave out
flagged-keep = Keep
count-again = Refresh
to-preferences = Preferences for training (TRL, JSONL)
to-unpaired = Good and bad responses for training (TRL unpaired, KTO, JSONL)
to-sft = Best responses for training (TRL SFT, JSONL)
to-judgments = All judgments (JSONL)
to-csv = All judgments, for spreadsheets (CSV)
to-csv-raw = All judgments, for programs (CSV, texts unchanged)
for-preferences = prompt, chosen and rejected as messages; for DPO and reward models; without ties
for-unpaired = a response and whether it is good, for KTO; from ratings directly, from pairs and rankings by who won
for-sft = one row per prompt: the best response or a rater's rewrite; for supervised fine-tuning
for-judgments = one line per judgment and skip, with all details
for-csv = one row per judgment and skip; cells that a spreadsheet would run as formulas are marked as text
for-csv-raw = the same rows, with every cell unchanged

nothing-out = Nothing to export yet
nothing-out-text = Judgments can be exported here as soon as raters submit them.
first = Finish setup
in-rows = Used: { $used ->
    [one] 1 judgment
   *[other] { $used } judgments
} in { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
what-leaves = Export summary
judgments-skips = Judgments and skips
share = Share
amount = Number
all = Total
left-out = Left out: { $reason }
out-tie = tie
out-both-bad = both bad
out-both-good = both good
out-skip = skipped
out-no-majority = no majority
out-contradiction = contradicted by another task
out-superseded = replaced by a later judgment
out-uncounted = submitted too late
out-repeat = repeat of an earlier task
out-identical = identical texts
out-blank = blank text
out-rewritten = a rewrite is better
out-outranked = another response is better
out-flagged = flagged by a rater
out-unrepresentable = not possible in this format
duplicates = { $n ->
    [one] 1 task has the same texts as another and shares its row.
   *[other] { $n } tasks have the same texts as others and share their rows.
}
empty-columns = Empty columns are left out of the file: { $columns }.
nothing-left-out = Nothing is left out.
counted-now = Counts may change before you download.
file-empty = The file would be empty. Choose another format to export all judgments.
download = { $n ->
    [one] Download 1 row
   *[other] Download { $n } rows
}
loading-it = Load the file
rows-preferences = The rows are conversational preferences. Use them with TRL's DPOTrainer and RewardTrainer as they are.
rows-unpaired = The rows are conversational unpaired data. Use them with TRL's KTOTrainer as they are.
rows-sft = The rows are conversational messages. Use them with TRL's SFTTrainer as they are.
from-program = From a program
tokens-before = Create a token in
tokens-account = your account
tokens-after = ; the read scope is enough.
