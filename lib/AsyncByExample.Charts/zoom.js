// A part of a timeline, larger: by buttons below it, by the wheel with Ctrl as everywhere, and by dragging the mouse across
// it where that does not move the time cursor. The wheel alone and a finger scroll the page.
const timeZoom = (function () {
  const css = `
    .abe-part { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.9em; }
    .abe-part output { font-size: 0.85em; font-variant-numeric: tabular-nums; }
    .abe-band { position: absolute; pointer-events: none; border: solid var(--abe-cursor); border-width: 0 1px; background: color-mix(in srgb, var(--abe-cursor) 18%, transparent); }
    @media print { .abe-part button { display: none; } }`;

  const zooms = new WeakMap();
  // As many times the whole is the largest that a part is drawn; and this much of it one press shows, or the wheel.
  const most = 500, press = 1 / 2, notch = 4 / 5, step = 3 / 4;
  // Pixels: below that, a drag was a click.
  const least = 6;

  class Zoom {
    constructor({ chart, tracks, recorded }, redraw) {
      const { canvas } = tracks;
      Object.assign(this, { tracks, canvas, recorded, redraw });
      this.whole = canvas._fullLayout.xaxis.range[1];
      this.build(chart.querySelector(".abe-tools"));
      canvas.addEventListener("wheel", (event) => this.turn(event), { passive: false });
      canvas.addEventListener("pointerdown", (event) => {
        if (event.pointerType === "mouse" && event.button === 0 && !chart.classList.contains("abe-moves")) this.drag(event);
      });
    }

    build(tools) {
      const button = (text, act) => {
        const made = element("button", { type: "button", className: "abe-ask" }, text);
        made.addEventListener("click", act);
        return made;
      };
      this.closer = button("zoom in", () => this.by(press));
      this.whileZoomed = [
        button("zoom out", () => this.by(1 / press)),
        button("← earlier", () => this.move(-step)),
        button("later →", () => this.move(step)),
        button("whole run", () => this.show(0, this.whole)),
      ];
      this.said = element("output", {});
      tools.append(element("span", { className: "abe-part", role: "group", "aria-label": "Part of the run" }, this.closer, ...this.whileZoomed, this.said));
      this.say();
    }

    get range() {
      return this.view ?? [0, this.whole];
    }

    // How many times as long the axis would be that showed the whole.
    get scale() {
      return this.view ? this.whole / (this.view[1] - this.view[0]) : 1;
    }

    // Between whole numbers of printed lines there is nothing: few of them are labelled one by one.
    get tick() {
      return this.recorded.scale === "lines" && this.whole / this.scale < 12 ? 1 : undefined;
    }

    by(factor, around = this.middle()) {
      const [from, to] = this.range;
      const length = Math.min(Math.max((to - from) * factor, this.whole / most), this.whole);
      this.show(around - (around - from) / (to - from) * length, length);
    }

    // What the reader looks at, where that is in sight.
    middle() {
      const [from, to] = this.range;
      const line = this.canvas.querySelector(".abe-line:not([hidden])");
      return line ? Number(line.dataset.x) : (from + to) / 2;
    }

    move(by) {
      const [from, to] = this.range;
      this.show(from + by * (to - from), to - from);
    }

    reveal(x) {
      const [from, to] = this.range;
      if (x < from || x > to) this.show(x - (to - from) / 10, to - from);
    }

    show(from, length) {
      const start = Math.min(Math.max(from, 0), this.whole - length);
      this.view = length < this.whole ? [start, start + length] : undefined;
      this.say();
      cancelAnimationFrame(this.due);
      this.due = requestAnimationFrame(this.redraw);
    }

    say() {
      const { scale, end } = this.recorded;
      const text = (x) => timeCursor.timeText(scale, Math.min(x, end), end);
      this.said.textContent = this.view ? `${text(this.view[0])} to ${text(this.view[1])} of ${text(end)}` : "";
      if (!this.view && this.whileZoomed.includes(document.activeElement)) this.closer.focus();
      for (const button of this.whileZoomed) button.hidden = !this.view;
    }

    turn(event) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.by(event.deltaY < 0 ? notch : 1 / notch, this.tracks.under(event));
    }

    drag(down) {
      const [from, to] = this.range;
      const begin = this.tracks.under(down);
      if (begin < from || begin > to) return;
      const { _size: size } = this.canvas._fullLayout;
      const band = element("div", { className: "abe-band" });
      const ends = (event) => [begin, Math.min(Math.max(this.tracks.under(event), from), to)].sort((one, other) => one - other);
      const move = (event) => {
        const [left, right] = ends(event).map((x) => this.canvas._fullLayout.xaxis.l2p(x));
        Object.assign(band.style, { left: `${size.l + left}px`, width: `${right - left}px`, top: `${size.t}px`, height: `${size.h}px` });
        this.canvas.append(band);
      };
      const up = (event) => {
        removeEventListener("pointermove", move);
        band.remove();
        const [left, right] = ends(event);
        if (Math.abs(event.clientX - down.clientX) >= least) this.show(left, Math.max(right - left, this.whole / most));
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", up, { once: true });
    }
  }

  // Gives a chart that was drawn its zoom, if it is a timeline whose run has ended.
  function attach(chart, redraw) {
    const cursor = timeCursor.of(chart);
    if (!cursor || cursor.recorded.grows || zooms.has(chart)) return;
    cursor.zoom = new Zoom(cursor, redraw);
    zooms.set(chart, cursor.zoom);
  }

  document.head.append(element("style", { textContent: css }));
  return { attach, of: (chart) => zooms.get(chart) };
})();
