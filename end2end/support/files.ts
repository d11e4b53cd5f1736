// Files that a person brings along or takes away.
import { readFile } from "node:fs/promises";

import type { Download, Locator } from "@playwright/test";

// A file as a file picker hands it over.
export function picked(name: string, text: string) {
  return { name, mimeType: "application/jsonl", buffer: Buffer.from(text) };
}

// Drops a file on an element, as from the desktop.
export async function drop(target: Locator, name: string, text: string): Promise<void> {
  const make = ([name, text]: string[]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    return transfer;
  };
  const dataTransfer = await target.page().evaluateHandle(make, [name, text]);
  await target.dispatchEvent("drop", { dataTransfer });
}

// What was downloaded.
export async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}
