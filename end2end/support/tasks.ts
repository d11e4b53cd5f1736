// Pairs of responses to judge, and the files that they come in.

export type Pair = {
  id: string;
  prompt: string;
  responses: { model: string; text: string }[];
};

// `n` pairs that can be told apart: pair 3 has the responses «first answer 3» and «second answer 3».
export function pairs(n: number): Pair[] {
  return Array.from({ length: n }, (_, index) => ({
    id: `pair-${index + 1}`,
    prompt: `Question ${index + 1}?`,
    responses: [
      { model: "model-one", text: `first answer ${index + 1}` },
      { model: "model-two", text: `second answer ${index + 1}` },
    ],
  }));
}

// The pairs as JSON Lines.
export function fileOf(pairs: Pair[]): string {
  return pairs.map((pair) => `${JSON.stringify(pair)}\n`).join("");
}
