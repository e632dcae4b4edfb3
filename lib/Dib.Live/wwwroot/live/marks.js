// Marks, in the cells, what a time cursor points at: the line of code and the printed line. Nothing in the page changes:
// the browser draws highlights over ranges of text.
const names = { held: "held-line", last: "last-line", printed: "printed-line" };

export function mark({ isHeld, source, printed }) {
  if (!globalThis.CSS?.highlights) return;
  const code = source && codeOf(source);
  show(names.held, isHeld ? code : null);
  show(names.last, isHeld ? null : code);
  show(names.printed, printed && printedOf(printed));
}

function show(name, range) {
  if (range) CSS.highlights.set(name, new Highlight(range));
  else CSS.highlights.delete(name);
}

// A cell that was edited since is not what ran.
function codeOf({ cell, line }) {
  const code = row(cell)?.matches(".done, .running") ? row(cell).querySelector("pre.code > code") : null;
  return code && lineOf(code, code.textContent.split("\n"), line - 1);
}

// The recording counts its own lines; the cell may have printed others before them, and shown a chart among them.
function printedOf({ cell, line, first, text }) {
  const blocks = [...(row(cell)?.querySelectorAll("pre.printed:not(.stderr)") ?? [])];
  const lines = blocks.flatMap((block) => block.textContent.split("\n").map((words, i, all) => ({ words, i, all, block })));
  const start = lines.findIndex(({ words }) => words.startsWith(first));
  const found = start < 0 ? undefined : lines[start + line];
  if (!found?.words.startsWith(text)) return null;
  const range = lineOf(found.block, found.all, found.i);
  bringIntoSight(found.block, range);
  return range;
}

// Cells carry the numbers of their places.
const row = (number) => document.querySelectorAll("main .row")[number - 1];

function lineOf(element, lines, number) {
  if (number >= lines.length) return null;
  const start = lines.slice(0, number).reduce((sum, line) => sum + line.length + 1, 0);
  const range = document.createRange();
  range.setStart(...pointAt(element, start));
  range.setEnd(...pointAt(element, start + lines[number].length));
  return range;
}

function pointAt(element, offset) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = texts.nextNode();
  while (text && offset > text.length) {
    offset -= text.length;
    text = texts.nextNode() ?? text;
  }
  return text ? [text, Math.min(offset, text.length)] : [element, 0];
}

// Within its own box only: the page stays where the reader is.
function bringIntoSight(block, range) {
  const box = block.getBoundingClientRect(), line = range.getBoundingClientRect();
  if (line.top < box.top) block.scrollTop -= box.top - line.top + line.height;
  else if (line.bottom > box.bottom) block.scrollTop += line.bottom - box.bottom + line.height;
}
