// Hostile texts, and projects with them in every field that people, files and models can fill.
import { randomUUID } from "node:crypto";

import { expect } from "@playwright/test";

import { done, type Person } from "./person";
import { Project } from "./project";

export const ELSEWHERE = "https://elsewhere.example";

// Each would act if any of it reached the page as more than text.
export const ATTACKS = [
  `<script>window.attacked = 1</script>`,
  `<img src=x onerror="window.attacked = 1">`,
  `<svg onload="window.attacked = 1"><script>window.attacked = 1</script></svg>`,
  `<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>`,
  `<style>* { background: url(${ELSEWHERE}/style) !important; display: none }</style>`,
  `<a href="javascript:window.attacked = 1">a link</a> [click](javascript:window.attacked=1)`,
  `[click](data:text/html,<script>window.attacked=1</script>) <vbscript:attacked>`,
  `![picture](${ELSEWHERE}/pixel.png) <img src="${ELSEWHERE}/tag.png">`,
  `</p></div></section><form action="${ELSEWHERE}"><button>Submit</button></form>`,
  `<base href="${ELSEWHERE}"><meta http-equiv="refresh" content="0;url=${ELSEWHERE}">`,
  `<div id="main" class="verdict" style="position:fixed;inset:0">over everything</div>`,
  `"><script>window.attacked = 1</script><!-- --> <![CDATA[ ]]> {{7*7}} \${7*7}`,
];

// Characters that turn the text behind them around.
export const TURNS = /[\u202A-\u202E\u2066-\u2069]/;

export const BIDI = "safe \u202Egnp.exe\u202C and \u2066isolated\u2069 and zero\u200Bwidth";

// For fields that take few characters: it alone would lead the page elsewhere.
export const SHORT = `</title><meta http-equiv=refresh content=0;url=//e.example>`;

const MARKUP = `${SHORT}<svg onload=attacked=1>`;

// For names: it ends turned around, with everything that follows in the same line.
export const NAME = `${MARKUP}\u202E`;

const LONG = `${NAME}\n\n${ATTACKS.join("\n\n")}\n\n${BIDI}`;
const COMMENT = LONG.slice(0, 1_000);

// An address that is shown beside a name.
export function addressOf(name: string): string {
  return `"><svg/onload=attacked=1>${name}@elsewhere.example`;
}

// A manager's own words are no attack on the order of the line.
const HELP = COMMENT.replaceAll(new RegExp(TURNS, "g"), "");
const NAMED = ["one", "two"].map((key) => ({ key, name: MARKUP }));
const LEVELS = { look: "labels", count: 2, labels: [SHORT, `${SHORT}.`] };

// What is asked beside a question, with every text that a manager can write.
const BESIDE = {
  rationale: { ask: "optional" },
  rewrite: "optional",
  spans: true,
  confidence: true,
  flags: [{ key: "unsafe", name: MARKUP }],
};
const CRITERIA = [
  { name: MARKUP, help: HELP, key: "b", form: { levels: LEVELS } },
  { name: MARKUP, help: HELP, key: "c", form: { choices: { list: NAMED, several: true } } },
];
const PAIRWISE = { name: MARKUP, help: HELP, key: "a", form: { pairwise: { points: 3 } } };

// The kinds of question, how many responses each needs, and an answer to it.
export const KINDS = [
  { kind: "pair", question: { scale: { points: 7, both_bad: true } }, responses: 2, answer: {} },
  { kind: "ranking", question: { ties: true }, responses: 3, answer: { ranking: [1, 2, 2] } },
  { kind: "rating", question: { levels: LEVELS }, responses: 1, answer: { rating: 2 } },
];
type Kind = (typeof KINDS)[number];

// A project of a kind whose members have judged, skipped, and filled every field.
export async function planted(kind: Kind, admin: Person, people: Record<string, Person>): Promise<Project> {
  const { id } = await admin.makes<{ id: string }>("/projects", { name: NAME, guidelines: LONG, overlap: 9 });
  const project = Project.at(`/projects/${id}`, admin);
  const criteria = kind.kind === "pair" ? [PAIRWISE, ...CRITERIA] : CRITERIA;
  await project.asks({ kind: kind.kind, ...kind.question, ...BESIDE, criteria });
  await done(admin.api.patch(`/api/v1${project.page()}`, { data: { guidelines: `${LONG}\n\nmore` } }));
  for (const [role, person] of Object.entries(people)) await project.admits(person, role);
  await bringsIn(project, kind.responses);
  await project.becomes("active");
  for (const person of Object.values(people)) await decides(person, project, kind);
  const tasks: { id: string; skips: number }[] = await (await done(admin.api.get(`/api/v1${project.page("tasks")}`))).json();
  const skipped = tasks.find((task) => task.skips > 0);
  await done(admin.api.put(`/api/v1/tasks/${skipped?.id}/state`, { data: { state: "retired" } }));
  return project;
}

async function bringsIn(project: Project, responses: number): Promise<void> {
  const metadata = { [NAME]: { [NAME]: [NAME] } };
  const record = (n: number) => ({
    id: `${NAME} ${n}`,
    prompt: [{ role: "system", content: LONG }, { role: "user", content: `${LONG} ${n}` }],
    responses: Array.from({ length: responses }, (_, k) => ({ model: `${NAME} ${k}`, text: `${LONG} ${k}`, metadata })),
    tags: [NAME],
    ...metadata,
  });
  const send = (records: object[]) => {
    const headers = { "content-type": "application/jsonl" };
    const path = `/api/v1${project.page("imports")}?file_name=${encodeURIComponent(NAME)}`;
    return project.manager.api.post(path, { headers, data: records.map((one) => JSON.stringify(one)).join("\n") });
  };
  await done(send([1, 2, 3, 4].map(record)));
  // The same ids with other content: the report names them.
  await done(send([1, 2].map((n) => ({ ...record(n), tags: [] }))));
  const refused = [
    [{ ...record(5), prompt: [{ role: NAME, content: "x" }] }, { [NAME]: NAME, id: 7 }],
    [{ [NAME]: NAME }],
    [{ [NAME]: [record(6)] }],
  ];
  for (const records of refused) expect((await send(records)).status()).toBe(422);
}

// Judges one task with something hostile in every answer, and skips another.
async function decides(person: Person, project: Project, kind: Kind): Promise<void> {
  const claims = project.page("claims");
  const { assignment_id } = await person.makes<{ assignment_id: string }>(claims, {});
  const isPair = kind.kind === "pair";
  const criteria = { b: { levels: Array(kind.responses).fill(2) }, c: { choices: ["one"] } };
  const judgment = {
    ...(isPair ? { verdict: "a", grade: -2 } : {}),
    rationale: LONG,
    answers: {
      ...kind.answer,
      flags: [{ reason: "unsafe" }, { reason: "unsafe", response: 0 }],
      flag_comment: COMMENT,
      spans: [{ response: 0, start: 0, end: 90, mark: "wrong", comment: COMMENT }],
      rewrite: { text: `${LONG} better` },
      criteria: isPair ? { a: { grade: -1 }, ...criteria } : criteria,
    },
  };
  const id = randomUUID();
  await person.makes(`/assignments/${assignment_id}/judgments`, { id, ...judgment });
  // A correction is shown beside it.
  await person.makes(`/assignments/${assignment_id}/judgments`, { id: randomUUID(), ...judgment, revises: id, rationale: `${LONG} again` });
  const next = await person.makes<{ assignment_id: string }>(claims, {});
  await person.makes(`/assignments/${next.assignment_id}/skips`, { id: randomUUID(), reason: "other", comment: LONG });
}
