// Keeps the result of the cell that runs in sight while it grows, until the reader goes elsewhere.
let watch;

export function follow(cell) {
  leave();
  watch = new ResizeObserver(() => reveal(cell));
  watch.observe(cell);
}

export function leave() {
  watch?.disconnect();
  watch = undefined;
}

for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(act, leave, { capture: true, passive: true });

// The whole cell where there is room for it; else the line where it failed, or what it has put out.
function reveal(cell) {
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(cell);
  const room = innerHeight - parseFloat(scrollMarginTop) - parseFloat(scrollMarginBottom);
  const part = cell.offsetHeight <= room ? cell : cell.querySelector("mark") ?? cell.querySelector(".outputs");
  part.scrollIntoView({ block: "nearest", behavior: "instant" });
}
