// Whoever works with the keyboard keeps a place: what has the focus and goes leaves it to the selected cell.
let focused;

// A cell that asks looks after its own field, between its questions too.
document.addEventListener("focusin", ({ target }) => (focused = target.closest(".asking") ? undefined : target));

new MutationObserver(() => {
  const isGone = focused && (!focused.isConnected || focused.disabled || focused.hidden);
  if (isGone && document.activeElement === document.body)
    document.querySelector(".row[aria-current]")?.focus({ preventScroll: true });
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled", "hidden", "aria-current"] });
