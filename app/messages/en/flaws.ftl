# Errors and warnings about a record, in a cell of a table: no capital, no full stop.

# “expected text, found 3 (a number)”
expected = expected { $wanted }, found { $found }
wanted-text = text
wanted-messages = a list of messages
wanted-text-or-messages = text or a list of messages
wanted-text-as-chosen = text as in chosen
wanted-messages-as-chosen = a list of messages as in chosen
wanted-responses = a list of responses
wanted-id = an id (text or a whole number)
wanted-role = system, developer, user, assistant or tool
wanted-tool-calls = a list of tool calls
an-object = an object
found-nothing = nothing
found-boolean = { $value } (a boolean)
found-number = { $digits } (a number)
found-blank = blank text
found-text = { $text } (text)
found-empty-list = an empty list
found-list = a list of { NUMBER($items) }

too-long = expected at most { NUMBER($most) } characters, found { NUMBER($found) }
too-much-beside = the other fields add up to { NUMBER($found) } bytes; the limit is { NUMBER($most) }
nul-character = the text contains a NUL character (\u0000); remove it
key-twice = an object has the same key twice; keep one
unknown-shape = unknown format with the keys { $keys }. Known formats are { $known }. Rename the keys, or convert the file
other-shape = not in the format { $format }, which has { $wanted }; found { $keys }. Choose another format, or rename the keys
list-inside = the file is an object, and its key { $key } has a list of { NUMBER($items) } objects; save only that list as a file and import it
table = this is a CSV table with the columns { $columns }; CSV can't be imported yet. Convert it to JSON Lines, in Python with pandas.read_csv("in.csv").to_json("out.jsonl", orient="records", lines=True)
not-records = expected JSON Lines (an object on each line) or a JSON list of objects, found text that starts with “{ $found }”
data-frame = { $name } files can't be imported yet. Convert the file to JSON Lines, in Python with pandas.{ $function }("in").to_json("out.jsonl", orient="records", lines=True)
zip = this is a zip archive or an Excel workbook; unpack it, or save it as JSON Lines
packed = the file is compressed with { $name }; unpack it, or use gzip
sqlite = this is an SQLite database; export its rows as JSON Lines
utf16 = the file is UTF-16; save it as UTF-8
unpacks-too-large = the file unpacks to more than { NUMBER($most) } bytes; split it
bad-gzip = the gzip data is damaged or incomplete; compress the file again, or import it uncompressed
foreign-word = { $word } is not JSON; write { $instead }
other-part = expected a part of type text, image_url, reasoning, tool_use or tool_result, found “{ $found }”
interrupted = the import was interrupted and nothing was imported; import the file again
not-utf8 = not UTF-8 at byte { NUMBER($byte) }; save the file as UTF-8
open-list = the list in the file has no closing ]; the file may be cut off
nothing-beside-comma = expected an object before and after each comma, found nothing
behind-the-list = everything after the end of the list is ignored
record-too-long = the record is longer than 8 MiB; split or shorten it
too-deep = nested more than 127 levels deep (column { NUMBER($column) })
half-character = half of a surrogate pair (such as \ud800 alone) is not a character (column { NUMBER($column) })
bare-control = not JSON: line breaks and tabs inside text must be written as \n and \t (column { NUMBER($column) })
cut-record = not JSON: it ends too early; each record must be complete and on one line (column { NUMBER($column) })
not-json = not JSON: { $message } (column { NUMBER($column) })

id-twice = line { NUMBER($line) } has the same id but different content; give each record its own id, or remove one

two-prompts = expected either messages or prompt, found both; remove one
response-count = expected { $responses }, found { NUMBER($found) }
responses-pair = exactly two responses
responses-ranking = two to nine responses
responses-best-worst = three to nine responses
responses-rating = exactly one response
not-of-pairs = expected { $responses }, found chosen and rejected
input-beside = found both { $name } and input; join them into { $name }
no-assistant = expected an assistant message, found an empty list
last-not-assistant = the last message must be from the assistant, found { $role }
first-not-assistant = the response must start with a message from the assistant, found { $role }
other-conversation = the conversations in chosen and rejected must start with the same message
not-quoted = expected the text of one of the messages in chosen
blank-prompt = the prompt is blank
no-message = expected at least one message, found an empty list
late-system = a system message must come first
nobody-asks = the last message must be from the user or a tool, found { $role }

## Warnings

output-blank = the output is blank
response-blank = response { NUMBER($place) } is blank
same-text = both responses are the same text
some-same-text = some responses are the same text
same-role-twice = two { $role } messages in a row; some chat templates reject that
assistant-first = the conversation starts with the assistant; some chat templates reject that
reasoning = the reasoning is shown to raters, folded
image = images are not shown; raters see a placeholder
other-keys = repeats line { NUMBER($line) } with different other keys; the earlier record is kept
one-answer = no task: the prompt has only one answer: “{ $prompt }”
one-answer-of = no task: the prompt has only one answer (from { $model }): “{ $prompt }”
too-few-answers = no task: the prompt has { NUMBER($found) } answers and needs at least { NUMBER($least) }: “{ $prompt }”
too-many-answers = no task: the prompt has { NUMBER($found) } answers; the limit is { NUMBER($most) }: “{ $prompt }”
no-baseline = no task: no pair of the prompt includes the baseline model: “{ $prompt }”
