import { untold } from "./editor.js";
import { follow, leave } from "./follow.js";
import { listen } from "./keys.js";
import "./focus.js";
import "./frames.js";
import "./stopwatch.js";

// What a click in a cell means: select it, or edit its code.
export function start(page) {
  listen(page);
  bringBack(page);
  recallFolds(page);
  goTo(page);
  addEventListener("hashchange", () => goTo(page));
  document.body.dataset.listens = "true";
  document.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (!cell || event.target.closest("button, a, input, summary, iframe, .editor")) return;
    const wantsText = getSelection().toString() !== "";
    page.invokeMethodAsync("Select", cell.dataset.cell, !wantsText && event.target.closest("[data-edit]") !== null);
  });
  document.addEventListener("dblclick", (event) => {
    const prose = event.target.closest("[data-prose]");
    if (prose) page.invokeMethodAsync("Select", prose.closest("[data-cell]").dataset.cell, true);
  });
}

// What the host does not know yet when the page is closed, or opened again because the host has forgotten it.
addEventListener("pagehide", () => {
  const typed = untold();
  if (typed) sessionStorage.setItem("typed", JSON.stringify({ ...typed, address: location.pathname }));
});

function bringBack(page) {
  const typed = JSON.parse(sessionStorage.getItem("typed"));
  sessionStorage.removeItem("typed");
  if (typed?.address === location.pathname) page.invokeMethodAsync("BringBack", typed.cell, typed.known, typed.text);
}

// Folds last over a reload, in this browser.
const folds = `folds of ${location.pathname}`;

export const keepFolds = (...folded) => localStorage.setItem(folds, JSON.stringify(folded));

function recallFolds(page) {
  const folded = JSON.parse(localStorage.getItem(folds));
  if (folded) page.invokeMethodAsync("Fold", ...folded);
}

const row = (id) => document.getElementById(`cell-${id}`);

// The address names the cell that the reader is at, by its number or by a heading, so that Back and links lead there.
function goTo(page) {
  const number = numberOf(location.hash);
  if (number) page.invokeMethodAsync("GoTo", number);
}

function numberOf(hash) {
  const heading = [...document.querySelectorAll("main .anchor")].find((anchor) => anchor.hash === hash);
  return heading ? [...document.querySelectorAll("main .row")].indexOf(heading.closest(".row")) + 1
    : Number(/^#cell-([1-9][0-9]{0,4})$/.exec(hash)?.[1]);
}

export function place(number) {
  if (numberOf(location.hash) !== number) history.replaceState(history.state, "", `${location.pathname}#cell-${number}`);
}

// Gives a cell the keyboard, and brings it into sight, at the line where it failed if it did; but first of all the
// result of the cell that runs.
export function show(id, ran) {
  const cell = row(id);
  if (!cell) return;
  if (!cell.querySelector(".editor")) cell.focus({ preventScroll: true });
  if (ran && row(ran)) return follow(row(ran));
  leave();
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  (cell.querySelector("mark") ?? cell).scrollIntoView({ block: "nearest", behavior: smooth ? "smooth" : "instant" });
}

export function open(dialog) {
  if (!dialog.open) dialog.showModal();
}
