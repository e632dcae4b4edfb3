// The time cursor: a line across a run's charts at one moment, and in words what went on then. Charts of one run know
// each other by the run's name and move together: they tell of a move by an event, which whoever shows charts in
// separate frames can pass on. The controls are shown when the reader asks for them, or where the chart says so.
const timeCursor = (function () {
  const moved = "abe-cursor";
  const color = "var(--abe-cursor)";
  const css = `
    .abe-canvas:has(.abe-line) { position: relative; touch-action: pan-y; }
    .abe-moves .abe-canvas { cursor: crosshair; }
    .abe-line { position: absolute; width: 0; border-left: 2px solid ${color}; transform: translateX(-1px); pointer-events: none; box-shadow: 0 0 0 1px var(--abe-page); }
    .abe-line[data-time]::after { content: attr(data-time); position: absolute; left: 3px; top: 100%; padding: 0 0.3em; font-size: calc(11px * var(--text-scale, 1)); line-height: 1.3; font-weight: 600; white-space: nowrap; color: ${color}; background: var(--abe-page); border-radius: 3px; }
    .abe-line.abe-flipped::after { left: auto; right: 3px; }
    .abe-tools { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.2em; }
    .abe-ask { font: inherit; font-size: 0.85em; color: inherit; background: transparent; border: 0; padding: 0.15em 0; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
    .abe-ask:hover { color: ${color}; }
    .abe-ask:focus-visible { outline: 2px solid ${color}; outline-offset: 2px; }
    .abe-moment { margin: 0.25em 0 0.5em; font-size: 0.85em; line-height: 1.5; }
    .abe-controls { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35em 0.5em; }
    .abe-controls button, .abe-controls select { font: inherit; color: inherit; background: transparent; border: 1px solid color-mix(in srgb, currentColor 35%, transparent); border-radius: 6px; padding: 0.15em 0.6em; cursor: pointer; }
    .abe-controls button:hover { border-color: ${color}; }
    .abe-controls .abe-play { min-width: 5.6em; }
    .abe-controls option { color: CanvasText; background: Canvas; }
    .abe-controls :focus-visible { outline: 2px solid ${color}; outline-offset: 2px; }
    .abe-controls input { flex: 1 1 9em; min-width: 6em; accent-color: ${color}; }
    .abe-controls output { min-width: 4.5em; font-weight: 600; font-variant-numeric: tabular-nums; }
    .abe-moment dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1em 0.9em; margin: 0.4em 0 0; }
    .abe-moment dt { opacity: 0.75; }
    .abe-moment dd { margin: 0; min-height: 1.5em; overflow-wrap: anywhere; }
    .abe-moment dd.abe-printed { height: 4.5em; overflow: hidden; white-space: pre; font-family: ui-monospace, monospace; }
    .abe-printed div { overflow: hidden; text-overflow: ellipsis; opacity: 0.75; min-height: 1.5em; }
    .abe-printed .abe-newest { opacity: 1; font-weight: 600; background: color-mix(in srgb, ${color} 22%, transparent); box-shadow: -3px 0 ${color}; }
    @media (max-width: 30em) { .abe-moment dd { min-height: 3em; } .abe-moment dd.abe-short { min-height: 1.5em; } }
    @media (forced-colors: active) { .abe-canvas { forced-color-adjust: none; color: CanvasText; } .abe-line { border-color: Highlight; } .abe-printed .abe-newest { forced-color-adjust: none; color: HighlightText; background: Highlight; } }
    @media print { .abe-ask, .abe-moment, .abe-line { display: none; } }`;

  // Where the reader was, by run: a chart that is shown anew goes on there.
  const places = new Map();
  // The runs whose controls the reader has asked for.
  const asked = new Set();
  let teller;
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");

  // The index of the last of a list whose moment has come; -1 before the first.
  function lastUpTo(list, x) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle][0] <= x) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // What went on at a moment. Many lines can be printed at the same moment of virtual time: `line` says up to which.
  function momentAt(recorded, x, line = lastUpTo(recorded.lines, x), isPrinting = false) {
    const at = recorded.bars.filter(([, , from, to]) => from <= x && x < to);
    const printed = recorded.lines[line];
    const printer = isPrinting && printed ? printed[1] : -1;
    const others = (state) => at.filter((bar) => bar[1] === state && bar[0] !== printer);
    const holders = isPrinting && printed
      ? [{ row: printer, state: "running", source: printed[3] }]
      : at.filter((bar) => bar[1] === "running" || bar[1] === "blocking")
        .map((bar) => ({ row: bar[0], state: bar[1], source: sourceOf(recorded, bar, x, line) }));
    return {
      x, line, holders,
      ready: others("ready").sort((one, other) => one[2] - other[2]).map((bar) => bar[0]),
      waiting: others("waiting").sort((one, other) => one[3] - other[3]).map((bar) => ({ row: bar[0], until: bar[3] })),
      source: holders.length > 0 ? holders[0].source : lastSource(recorded, x, line, () => true),
    };
  }

  // A line that blocks is recorded with the stretch; of one that works, where it last printed or took work.
  function sourceOf(recorded, [row, state, from, , source], x, line) {
    return state === "blocking" ? source : lastSource(recorded, x, line, (at, of) => of === row && at >= from);
  }

  function lastSource(recorded, x, line, fits) {
    const marks = [
      ...recorded.lines.slice(0, line + 1).map(([at, row, , source]) => [at, row, source]),
      ...recorded.taken.filter(([at]) => at <= x),
      ...recorded.bars.filter((bar) => bar[4] >= 0 && bar[2] <= x).map((bar) => [bar[2], bar[0], bar[4]]),
    ].filter(([at, row, source]) => source >= 0 && fits(at, row));
    return marks.length > 0 ? marks.reduce((last, mark) => (mark[0] >= last[0] ? mark : last))[2] : -1;
  }

  // Where a step stops: at each printed line, and where a stretch begins that is long enough to be seen.
  function stopsOf(recorded) {
    const least = recorded.end / 500;
    const lines = recorded.lines.map(([x], line) => ({ x: whole(recorded, x), line, isPrinting: true }));
    if (recorded.scale === "lines") return lines;
    const begun = recorded.bars
      .filter(([, , from, to]) => to - from >= least)
      .map((bar) => ({ x: bar[2], line: lastUpTo(recorded.lines, bar[2]), isPrinting: false }));
    const end = { x: recorded.end, line: recorded.lines.length - 1, isPrinting: false };
    return [...lines, ...begun, end]
      .sort((one, other) => one.x - other.x || one.line - other.line || other.isPrinting - one.isPrinting)
      .filter((stop, i, all) => i === 0 || stop.isPrinting || stop.x > all[i - 1].x || all[i - 1].isPrinting);
  }

  // Where the axis counts printed lines, there is nothing between two of them: a moment is the middle of one.
  function whole(recorded, x) {
    return recorded.scale === "lines" ? Math.min(Math.floor(x), Math.max(0, recorded.end - 1)) + 0.5 : x;
  }

  function timeText(scale, x, end) {
    if (scale === "lines") return `line ${Math.floor(x) + 1}`;
    return `${x.toFixed(end < 5 && scale === "s" ? 2 : 1)} ${scale}`;
  }

  // The lines across one chart.
  class Tracks {
    constructor(canvas, tracks) {
      Object.assign(this, { canvas, tracks });
      this.lines = tracks.map(() => element("div", { className: "abe-line", hidden: true }));
      canvas.append(...this.lines);
      canvas.on("plotly_afterplot", () => this.place());
    }

    // A moment in seconds, or in printed lines.
    show(run, at) {
      for (const track of this.tracks)
        if (track.run === run) track.at = at;
      this.place();
    }

    label(time) {
      this.lines[0].dataset.time = time;
    }

    place() {
      this.tracks.forEach((track, i) => {
        const { xaxis, yaxis, _size: size } = this.canvas._fullLayout;
        const x = xOf(track);
        const line = this.lines[i];
        line.hidden = x === undefined || x < xaxis.range[0] || x > xaxis.range[1];
        if (line.hidden) return;
        const top = track.top === null ? size.t : yaxis._offset + yaxis.l2p(track.top);
        const bottom = track.top === null ? size.t + size.h : yaxis._offset + yaxis.l2p(track.bottom);
        Object.assign(line.style, { left: `${xaxis._offset + xaxis.l2p(x)}px`, top: `${top}px`, height: `${bottom - top}px` });
        line.dataset.x = x;
        line.classList.toggle("abe-flipped", xaxis.l2p(x) > xaxis._length / 2);
      });
    }

    // The moment below the pointer, on the axis of the first track.
    under(event) {
      const { xaxis } = this.canvas._fullLayout;
      return xaxis.p2l(event.clientX - this.canvas.getBoundingClientRect().left - xaxis._offset);
    }
  }

  // Where the axis shows a track's moment; a bar that was not growing then stays where it had come to.
  function xOf({ at, unit, spans }) {
    if (at === undefined) return undefined;
    const x = at / unit;
    if (spans === null) return x;
    const i = lastUpTo(spans, x);
    if (i < 0) return undefined;
    const [from, to, length] = spans[i];
    return length + Math.min(x, to) - from;
  }

  // A timeline's cursor: the controls, and what they and the pointer move.
  class Cursor {
    constructor(chart, tracks, { tracks: [track], moments: recorded, player }) {
      Object.assign(this, { chart, tracks, track, recorded, stops: stopsOf(recorded) });
      this.build();
      this.listen();
      // While the example runs the cursor is where it has come to, until the reader looks elsewhere.
      if (recorded.grows && !places.has(track.run)) places.set(track.run, Infinity);
      this.settle(places.get(track.run) ?? 0);
      if (player || asked.has(track.run)) this.open();
      if (recorded.grows && places.get(track.run) === Infinity) this.tell(this.moment);
      else if (!this.panel.hidden) this.draw(this.moment);
    }

    build() {
      const button = (text, label) => element("button", { type: "button", title: label, "aria-label": label }, text);
      this.back = button("◂", "Step back");
      this.play = element("button", { type: "button", className: "abe-play" }, "▶ Play");
      this.forth = button("▸", "Step");
      this.range = element("input", { type: "range", min: 0, max: this.recorded.end, step: "any", "aria-label": "Moment" });
      this.now = element("output", {});
      this.speed = element("select", { "aria-label": "How long playing takes in all" },
        ...[40, 20, 10, 5].map((seconds) => element("option", { value: seconds, selected: seconds === 20 }, `all in ${seconds} s`)));
      this.said = Object.fromEntries([...(this.recorded.lines.length > 0 ? ["printed"] : []), "thread", "ready", "waiting"].map((name) => [name, element("dd", { className: name === "ready" ? "abe-short" : `abe-${name}` })]));
      this.words = element("dl", { "aria-live": "polite" },
        ...Object.entries(this.said).flatMap(([name, words]) => [element("dt", {}, name), words]));
      this.panel = element("div", { className: "abe-moment", hidden: true, role: "group", "aria-label": "What went on at a moment" },
        element("div", { className: "abe-controls" }, this.back, this.play, this.forth, this.range, this.now, this.speed), this.words);
      this.ask = element("button", { type: "button", className: "abe-ask", hidden: this.recorded.grows }, "▶ play this run");
      (this.chart.querySelector(".abe-note") ?? this.tracks.canvas).after(element("div", { className: "abe-tools" }, this.ask), this.panel);
    }

    open() {
      asked.add(this.track.run);
      this.ask.hidden = true;
      this.panel.hidden = false;
      this.chart.classList.add("abe-moves");
    }

    listen() {
      const { canvas } = this.tracks;
      this.ask.addEventListener("click", () => {
        this.open();
        this.play.focus();
        this.start();
      });
      this.play.addEventListener("click", () => (this.isPlaying ? this.pause() : this.start()));
      this.back.addEventListener("click", () => this.step(-1));
      this.forth.addEventListener("click", () => this.step(1));
      this.range.addEventListener("input", () => this.go(Number(this.range.value)));
      this.range.addEventListener("keydown", (event) => this.press(event));
      // The pointer looks ahead; a click stays.
      canvas.addEventListener("pointermove", (event) => {
        if (!this.panel.hidden && !this.isPlaying && event.buttons === 0) this.tell(this.momentNear(this.tracks.under(event)));
      });
      const drag = (event) => this.go(this.tracks.under(event));
      canvas.addEventListener("pointerdown", (event) => {
        if (this.panel.hidden) return;
        drag(event);
        addEventListener("pointermove", drag);
        addEventListener("pointerup", () => removeEventListener("pointermove", drag), { once: true });
      });
      canvas.addEventListener("pointerleave", () => { if (!this.panel.hidden && !this.isPlaying) this.tell(this.moment); });
    }

    press(event) {
      const act = {
        ArrowRight: () => this.step(1), ArrowUp: () => this.step(1), ArrowLeft: () => this.step(-1), ArrowDown: () => this.step(-1),
        " ": () => this.play.click(),
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }

    momentNear(x) {
      return momentAt(this.recorded, whole(this.recorded, Math.min(Math.max(x, 0), this.recorded.end)));
    }

    settle(x) {
      this.moment = this.momentNear(x);
      this.stop = undefined;
    }

    // Goes to a moment and stays there.
    go(x) {
      this.settle(x);
      this.keep();
    }

    keep() {
      places.set(this.track.run, this.moment.x);
      this.tell(this.moment);
    }

    step(by) {
      this.pause();
      const x = this.moment.x, isFirst = this.stop === undefined && by > 0 && x <= (this.stops[0]?.x ?? 0);
      const after = this.stops.findIndex((stop) => stop.x > x);
      const next = this.stop !== undefined ? this.stop + by
        : by > 0 ? (after < 0 ? this.stops.length : after) : this.stops.findLastIndex((stop) => stop.x < x);
      // Before the first step, what is printed at the very start comes first.
      this.stop = Math.min(Math.max(isFirst ? 0 : next, 0), this.stops.length - 1);
      if (this.stop < 0) return;
      const { x: at, line, isPrinting } = this.stops[this.stop];
      this.moment = momentAt(this.recorded, at, line, isPrinting);
      this.keep();
    }

    start() {
      this.played = this.moment.x >= (this.stops.at(-1)?.x ?? 0) ? 0 : this.moment.x;
      this.look(true);
      let before = performance.now();
      const tick = (now) => {
        if (!this.isPlaying || !this.chart.isConnected) return;
        this.played += this.recorded.end * (now - before) / 1000 / Number(this.speed.value);
        before = now;
        // Where movement is not wanted, it jumps from one event to the next.
        const stop = stillness.matches ? this.stops.findLast((each) => each.x <= this.played) : undefined;
        this.go(stop ? stop.x : this.played);
        if (this.played < this.recorded.end) requestAnimationFrame(tick);
        else { this.go(this.recorded.end); this.pause(); }
      };
      requestAnimationFrame(tick);
    }

    pause() {
      this.look(false);
    }

    look(isPlaying) {
      this.isPlaying = isPlaying;
      this.play.textContent = isPlaying ? "❚❚ Pause" : "▶ Play";
      // Nobody can listen to ten moments a second.
      this.words.setAttribute("aria-live", isPlaying ? "off" : "polite");
    }

    // Says it here, and to all charts of this run.
    tell(moment) {
      this.draw(moment);
      const { lines, sources, cell } = this.recorded;
      const source = sources[moment.source];
      teller = this;
      dispatchEvent(new CustomEvent(moved, {
        detail: {
          run: this.track.run, at: moment.x * this.track.unit, isHeld: moment.holders.length > 0,
          source: source ? { file: source.file, line: source.line } : null,
          printed: moment.line >= 0 ? { file: cell, line: moment.line, first: lines[0][2], text: lines[moment.line][2] } : null,
        },
      }));
      teller = undefined;
    }

    // Another chart of this run has moved.
    follow(at) {
      this.pause();
      this.settle(at / this.track.unit);
      this.draw(this.moment);
    }

    draw(moment) {
      this.zoom?.reveal(moment.x);
      const { tasks, sources, scale, end, lines } = this.recorded;
      const time = (x) => timeText(scale, x, end);
      const list = (items) => items.length > 6 ? `${items.slice(0, 6).join(", ")} and ${items.length - 6} more` : items.join(", ") || "nobody";
      const nameOf = (row) => tasks[row] ?? "the program";
      const sourceOf = (source) => (sources[source] ? ` at ${sources[source].name}` : "");
      this.tracks.show(this.track.run, moment.x * this.track.unit);
      this.tracks.label(time(moment.x));
      this.now.textContent = time(moment.x);
      this.range.value = moment.x;
      this.range.setAttribute("aria-valuetext", time(moment.x));
      this.said.thread.textContent = moment.holders.map((holder) => `${nameOf(holder.row)} · ${holder.state}${sourceOf(holder.source)}`).join("; ")
        || `free${moment.source >= 0 ? `; held last${sourceOf(moment.source)}` : ""}`;
      this.said.ready.textContent = list(moment.ready.map(nameOf));
      this.said.waiting.textContent = list(moment.waiting.map(({ row, until }) => `${nameOf(row)} until ${time(until)}`));
      const shown = lines.slice(Math.max(0, moment.line - 2), moment.line + 1);
      this.said.printed?.replaceChildren(...(shown.length > 0
        ? shown.map(([, , text], i) => element("div", i === shown.length - 1 ? { className: "abe-newest" } : {}, text))
        : [element("div", {}, "nothing yet")]));
    }
  }

  const cursors = new WeakMap();

  // Gives a chart that was drawn its cursor.
  function attach(chart, canvas, theme) {
    chart.style.setProperty("--abe-cursor", theme.cursor);
    chart.style.setProperty("--abe-page", theme.page);
    const json = chart.querySelector("script.abe-cursor-data");
    if (!json || chart.dataset.moves) return;
    chart.dataset.moves = "true";
    const data = JSON.parse(json.textContent);
    const tracks = new Tracks(canvas, data.tracks);
    const cursor = data.moments ? new Cursor(chart, tracks, data) : undefined;
    if (cursor) cursors.set(chart, cursor);
    const follow = ({ detail: { run, at } }) => {
      if (!chart.isConnected) return removeEventListener(moved, follow);
      if (cursor?.track.run !== run) tracks.show(run, at);
      else if (cursor !== teller) cursor.follow(at);
    };
    addEventListener(moved, follow);
  }

  document.head.append(element("style", { textContent: css }));
  return { attach, of: (chart) => cursors.get(chart), timeText, momentAt, stopsOf };
})();
