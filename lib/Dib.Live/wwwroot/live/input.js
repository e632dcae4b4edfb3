// The field of a cell that asks: it takes the keyboard when it comes, and leaves it in its cell when it goes.
export const mount = (element) => new Asking(element);

class Asking {
  constructor(element) {
    Object.assign(this, { element, cell: element.closest("[data-cell]") });
    element.addEventListener("focusin", ({ target }) => (this.focused = target));
    // Before the next key is pressed.
    this.watch = new MutationObserver(() => this.leaveTo(element));
    this.watch.observe(element, { childList: true });
  }

  ask() {
    if (!isTyping()) this.element.querySelector("input")?.focus();
  }

  leaveTo(place) {
    const isLost = this.focused?.isConnected === false && document.activeElement === document.body;
    if (isLost) place.focus({ preventScroll: true });
  }

  // It may be called before the field is gone, and after.
  dispose() {
    this.watch.disconnect();
    if (this.element.contains(document.activeElement)) this.cell.focus({ preventScroll: true });
    else this.leaveTo(this.cell);
  }
}

const isTyping = () => document.activeElement?.closest("input, textarea, select, .editor") != null;
