// What frames may say, and nothing else is heard: how high they are, which moment of a run the reader looks at, and which
// keys were pressed there that the frame has no use for.
// What they are told: the reader's theme and size of text, that moment, and the newest content of an output that is updated in place.
import { leave } from "./follow.js";
import { mark } from "./marks.js";

const highest = 5000;
const longest = 500;

const frames = () => [...document.querySelectorAll("iframe.frame")];

addEventListener("message", ({ source, data }) => {
  const frame = frames().find((each) => each.contentWindow === source);
  if (!frame || typeof data !== "object" || data === null) return;
  const height = Number(data.height);
  if (height >= 0) frame.style.height = `${Math.min(height, highest)}px`;
  const cursor = cursorOf(data.cursor);
  if (cursor) passOn(frame, cursor);
  if (data.key) press(frame, data.key);
  if (data.scrolls === true) leave();
});

// A script cannot press keys by itself: the reader has to be in its frame, and to have done something just now.
function press(frame, { key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (document.activeElement !== frame || !navigator.userActivation.isActive || typeof key !== "string") return;
  const [ctrl, meta, alt, shift] = [ctrlKey, metaKey, altKey, shiftKey].map((held) => held === true);
  frame.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift, bubbles: true }));
}

// Once for each picture that the browser paints, however much a frame talks.
let last;

function passOn(frame, cursor) {
  if (!last) requestAnimationFrame(() => {
    for (const other of frames())
      if (other !== last.frame) other.contentWindow.postMessage({ cursor: last.cursor }, "*");
    mark(last.cursor);
    last = undefined;
  });
  last = { frame, cursor };
}

async function update(frame) {
  const address = frame.dataset.newest;
  const answer = address && await fetch(address).catch(() => undefined);
  if (!answer?.ok) return;
  const content = await answer.text();
  if (frame.dataset.newest === address) frame.contentWindow?.postMessage({ content }, "*");
}

new MutationObserver((changes) => changes.forEach(({ target }) => update(target)))
  .observe(document.body, { subtree: true, attributeFilter: ["data-newest"] });

const tellLook = (frame) => frame.contentWindow.postMessage({ look: { ...document.documentElement.dataset } }, "*");
new MutationObserver(() => frames().forEach(tellLook))
  .observe(document.documentElement, { attributeFilter: ["data-theme", "data-size"] });

// What was new while the frame was loading, it may have missed.
document.addEventListener("load", ({ target }) => {
  if (!target.matches?.("iframe.frame")) return;
  tellLook(target);
  update(target);
}, true);

// A frame that takes the place of another is as high as that was until it says otherwise, so that nothing below it moves.
new MutationObserver((changes) => {
  for (const own of Map.groupBy(changes, ({ target }) => target).values()) {
    const [gone, come] = ["removedNodes", "addedNodes"].map((nodes) =>
      own.flatMap((change) => [...change[nodes]]).filter((node) => node.matches?.("iframe.frame")));
    come.forEach((frame, i) => { frame.style.height ||= gone[i]?.style.height ?? ""; });
  }
}).observe(document.body, { subtree: true, childList: true });

// Frames far below are loaded when there is nothing else to do, one after the other: on paper there is no scrolling.
const pause = 300;

setInterval(() => {
  const next = frames().find((frame) => frame.loading === "lazy");
  if (next) next.loading = "eager";
}, pause);

// On paper a frame keeps the width that its picture was drawn for, and is made smaller.
const paper = 680;

addEventListener("beforeprint", () => {
  for (const frame of frames()) {
    const { offsetWidth: width, offsetHeight: height } = frame;
    const scale = Math.min(1, paper / width);
    Object.assign(frame.style, { width: `${width}px`, transform: `scale(${scale})`, marginBottom: `${(scale - 1) * height}px` });
  }
});
addEventListener("afterprint", () => {
  for (const frame of frames()) Object.assign(frame.style, { width: "", transform: "", marginBottom: "" });
});

// A cell's script can say anything in a frame's name: what goes on is built anew, of numbers in their bounds and of
// text that is only compared.
function cursorOf(said) {
  if (typeof said !== "object" || said === null) return undefined;
  const { run, at, isHeld, source, printed } = said;
  if (typeof run !== "string" || !/^[0-9a-f]{32}(-lines)?$/.test(run) || typeof at !== "number" || !Number.isFinite(at) || at < 0) return undefined;
  return { run, at, isHeld: isHeld === true, source: placeOf(source), printed: printedOf(printed) };
}

function placeOf(said) {
  const cell = cellOf(said?.file);
  return cell && isCount(said.line, 1) ? { cell, line: said.line } : null;
}

function printedOf(said) {
  const cell = cellOf(said?.file);
  const isText = [said?.first, said?.text].every((text) => typeof text === "string" && text.length <= longest);
  return cell && isCount(said.line, 0) && isText ? { cell, line: said.line, first: said.first, text: said.text } : null;
}

function cellOf(file) {
  return typeof file === "string" ? Number(/^cell ([1-9][0-9]{0,4})$/.exec(file)?.[1]) || undefined : undefined;
}

const isCount = (value, least) => Number.isInteger(value) && value >= least && value < 1e7;
