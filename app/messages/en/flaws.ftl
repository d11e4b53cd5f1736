# What is wrong with a record of a file, in a cell of a table: no capital, no full stop.

# «expected text, found 3 (a number)»
expected = expected { $wanted }, found { $found }
wanted-text = text
wanted-messages = a list of messages
wanted-text-or-messages = text or a list of messages
wanted-text-as-chosen = text as in chosen
wanted-messages-as-chosen = a list of messages as in chosen
wanted-responses = a list of responses
wanted-id = an id (text or a whole number)
wanted-role = system, developer, user, assistant or tool
an-object = an object
found-nothing = nothing
found-boolean = { $value } (a boolean)
found-number = { $digits } (a number)
found-blank = blank text
found-text = { $text } (text)
found-empty-list = an empty list
found-list = a list of { NUMBER($items) }

too-long = expected at most { NUMBER($most) } characters, found { NUMBER($found) }
too-much-beside = the other fields come to { NUMBER($found) } bytes; at most { NUMBER($most) } are kept
nul-character = the text holds a NUL character (\u0000); remove it
key-twice = the same key stands twice in one object; keep one
unknown-shape = unknown format; found: { $keys }. Known formats are { $known }. Rename the keys, or convert the file
other-shape = not of the format { $format }, which has { $wanted }; found: { $keys }. Choose another format, or rename the keys
list-inside = the file is one object around a list: its key { $key } holds { NUMBER($items) } objects; save that list alone as a file and import it
table = this is a table (CSV) with the columns { $columns }; CSV cannot be imported yet. Convert it to JSON Lines, in Python with pandas.read_csv("in.csv").to_json("out.jsonl", orient="records", lines=True)
not-records = expected JSON Lines (an object on each line) or a JSON list of objects, found text that starts with “{ $found }”
data-frame = { $name } files cannot be imported yet. Convert the file to JSON Lines, in Python with pandas.{ $function }("in").to_json("out.jsonl", orient="records", lines=True)
zip = this is a zip archive or an Excel workbook; unpack it, or save it as JSON Lines
packed = the file is compressed with { $name }; unpack it, or use gzip
sqlite = this is an SQLite database; export its rows as JSON Lines
utf16 = the file is UTF-16; save it as UTF-8
unpacks-too-large = the file unpacks to more than { NUMBER($most) } bytes; split it
bad-gzip = the gzip data is damaged or cut off; compress the file again, or import it unpacked
foreign-word = { $word } is not JSON; write { $instead }
tool-calls = tool calls cannot be shown to raters yet; leave the record out, or write the call as text
other-part = only parts of type "text" can be imported, found “{ $found }”
interrupted = the import stopped before its end and nothing was imported; import the file again
not-utf8 = not UTF-8 at byte { NUMBER($byte) }; save the file as UTF-8
open-list = the file ends before its list does (no closing ]); it may be cut off
nothing-beside-comma = expected an object beside the comma, found nothing
behind-the-list = what stands behind the end of the list is not read
record-too-long = the record is longer than 8 MiB; split or shorten it
too-deep = nested more than 127 levels deep (column { NUMBER($column) })
half-character = half of a surrogate pair (such as \ud800 alone) is not a character (column { NUMBER($column) })
bare-control = not JSON: line breaks and tabs inside text must be written as \n and \t (column { NUMBER($column) })
cut-record = not JSON: it ends in the middle; a record must be whole, and on one line (column { NUMBER($column) })
not-json = not JSON: { $message } (column { NUMBER($column) })

id-twice = line { NUMBER($line) } has the same id with other content; give each record an id of its own, or remove one

two-prompts = expected messages or prompt, found both; leave one out
response-count = expected { $responses }, found { NUMBER($found) }
responses-pair = exactly two responses
responses-ranking = two to nine responses
responses-best-worst = three to nine responses
responses-rating = exactly one response
not-of-pairs = expected { $responses }, found chosen and rejected
input-beside = found both { $name } and input; join them into { $name }
no-assistant = expected an assistant message, found an empty list
last-not-assistant = the last message must be the assistant's, found { $role }
conversation-beside-prompt = expected exactly one message beside a prompt, found a list of { NUMBER($found) }
other-conversation = expected the same messages as in chosen up to the last; conversations that differ earlier cannot be compared yet
not-quoted = expected the text of one of the messages in chosen
blank-prompt = the prompt is blank
no-message = expected at least one message, found an empty list
late-system = a system message may only stand first
nobody-asks = the last message must be the user's or a tool's, found { $role }

## Worth a look

output-blank = the output is blank
response-blank = response { NUMBER($place) } is blank
same-text = both responses are the same text
some-same-text = some responses are the same text
same-role-twice = two { $role } messages in a row; some chat templates refuse that
assistant-first = the conversation starts with the assistant; some chat templates refuse that
reasoning = reasoning is kept as metadata and not shown to raters
other-keys = repeats line { NUMBER($line) } and differs only in other keys; the earlier one is kept
one-answer = no task: the prompt has one answer only: “{ $prompt }”
one-answer-of = no task: the prompt has one answer only (of { $model }): “{ $prompt }”
too-few-answers = no task: the prompt has { NUMBER($found) } answers, and at least { NUMBER($least) } are needed: “{ $prompt }”
too-many-answers = no task: the prompt has { NUMBER($found) } answers, and at most { NUMBER($most) } are possible: “{ $prompt }”
no-baseline = no task: no pair of the prompt includes the baseline model: “{ $prompt }”
