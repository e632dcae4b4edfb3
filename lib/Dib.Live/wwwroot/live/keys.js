// The keys of the page: those of Jupyter and VS Code. Shortcuts.cs lists them for the sheet.
import { flush } from "./editor.js";

const anywhere = {
  "Shift+Enter": "run-and-advance",
  "Ctrl+Enter": "run",
  "Meta+Enter": "run",
  "Alt+Enter": "run-and-insert",
  "Ctrl+s": "save",
  "Meta+s": "save",
};
const outsideOfTheEditor = {
  Enter: "edit", Escape: "leave",
  a: "insert-above", b: "insert-below", dd: "delete", z: "undo", m: "to-markdown", y: "to-code",
  j: "next", ArrowDown: "next", k: "previous", ArrowUp: "previous",
  "Alt+ArrowUp": "move-up", "Alt+ArrowDown": "move-down",
  n: "step", ii: "stop", "00": "restart", g: "show-running", o: "outline", v: "variables", h: "runs", "?": "keys",
};
const twice = new Set(["d", "i", "0"]);
// What any frame may ask for. The rest runs or changes something: that only a frame may whose cell has run C# here, and so
// could do all of it anyway. Elsewhere the first press only brings the keyboard back to the page.
const harmless = new Set(["next", "previous", "show-running", "outline", "variables", "runs", "keys", "leave"]);

const typing = "textarea, select, input:not([type=range], [type=checkbox])";

export function listen(page) {
  let last = "";
  // Before the editor sees it: Shift+Enter is ours there too.
  document.addEventListener("keydown", async (event) => {
    const name = nameOf(event);
    const command = commandOf(event, name, last);
    last = twice.has(name) && name !== last ? name : "";
    if (event.target.matches("iframe:not([data-runs])") && command && !harmless.has(command))
      return event.target.closest("[data-cell]").focus({ preventScroll: true });
    if (!command || document.body.hasAttribute("data-offline")) return;
    event.preventDefault();
    event.stopPropagation();
    // The next key is not for the editor any more, however soon it comes.
    if (command === "leave") event.target.closest("[data-cell]")?.focus({ preventScroll: true });
    await flush();
    await page.invokeMethodAsync("PressAsync", command);
  }, { capture: true });
}

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const held = ["Ctrl", "Meta", "Alt"].filter((each) => event[`${each.toLowerCase()}Key`]);
  // A question mark is typed with shift on most keyboards, and on some without.
  if (event.shiftKey && key.length > 1) held.push("Shift");
  return [...held, key].join("+");
}

function commandOf(event, name, last) {
  const asking = event.target.closest(".asking");
  if (asking) return commandIn(asking, event, name, last);
  return anywhere[name] ?? commandOutside(event, name, last);
}

// What is typed where a cell asks is for the cell, also what comes before its next question.
function commandIn(asking, event, name, last) {
  if (anywhere[name] === "save") return "save";
  if (name === "Escape" && !event.isComposing) return event.target === asking ? "leave" : "stop";
  return event.target === asking && last + name === "ii" ? "stop" : undefined;
}

function commandOutside(event, name, last) {
  const target = event.target;
  if (document.querySelector("dialog[open], :popover-open")) return name === "?" ? "keys" : undefined;
  if (target.closest(".editor")) return name === "Escape" && !target.closest(".editor").dataset.busy ? "leave" : undefined;
  if (target.closest(typing)) return undefined;
  if (name === "Enter" && target.closest("button, a, summary")) return undefined;
  if (target.closest("input") && /^(Enter|Arrow)/.test(name)) return undefined;
  const command = outsideOfTheEditor[twice.has(name) ? last + name : name];
  // It cannot be undone: not by letters that were meant for something else.
  return command === "restart" && !target.closest("[data-cell]") ? undefined : command;
}
