// Loads the client and lets it take over the page that the server rendered.
// The two placeholders become the names of the built files.
import initialise, { hydrate } from "./JS_FILE";

const messages = fetch(document.getElementById("messages").href).then((answer) => answer.text());
const wasm = new URL("./WASM_FILE", import.meta.url);
await initialise({ module_or_path: wasm });
hydrate(await messages);
// Whoever drives a browser by program waits for this before using what needs scripts.
setTimeout(() => document.documentElement.toggleAttribute("data-alive", true));
