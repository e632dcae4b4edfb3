// Draws every chart on the page that is not drawn yet, in the colours of the page around it. Editors render outputs
// lazily and out of order: each chart asks to be drawn, and so does this script once it is there, whichever is last.
window.asyncByExample = (function (Plotly) {
  // About as wide as Plotly makes the plot, which leaves room for the names of the rows.
  function plotWidth(figure, width) {
    const rowNames = (figure.layout.yaxis?.ticktext ?? []).flatMap((name) => name.split("<br>")).map(lengthOf);
    return width - Math.max(0, ...rowNames) - 3 * letter;
  }

  function lengthOf(words) {
    return letter * words.replace(/<[^>]*>/g, "").length;
  }

  // Pixels: a legend's row, what an entry takes besides its name, and a letter.
  const legendRow = 20, symbol = 50, letter = 6.6;

  // The layout has room for one row. A legend that is wider than the plot is set in columns of one width.
  // A reader's own chart has its legend where the reader put it.
  function moreLegendRows(figure, width) {
    if (figure.layout.legend?.yref !== "container") return 0;
    const entries = figure.data.filter((trace) => trace.showlegend !== false);
    const widths = entries.map((trace) => symbol + letter * (trace.name ?? "").length);
    const room = plotWidth(figure, width);
    if (figure.data.length < 2 || widths.reduce((sum, entry) => sum + entry, 0) <= room) return 0;
    return Math.ceil(entries.length / Math.max(1, Math.floor(room / Math.max(...widths)))) - 1;
  }

  function themeOf(chart) {
    const style = getComputedStyle(chart.querySelector(".abe-canvas"));
    const [red, green, blue] = (style.color.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
    const isDark = 0.299 * red + 0.587 * green + 0.114 * blue > 140;
    const faded = (alpha) => `rgba(${red},${green},${blue},${alpha})`;
    return {
      ...(isDark ? palette.dark : palette.light),
      text: style.color, muted: faded(0.72), grid: faded(0.16),
      font: style.fontFamily,
      scale: Number(style.getPropertyValue("--text-scale")) || 1,
    };
  }

  // What is as large as words: letters, and what has room for them.
  const wordSizes = new Set(["height", "yshift", "xshift", "standoff", "minsize"]);

  function enlarge(part, scale) {
    for (const [key, value] of Object.entries(part)) {
      if (wordSizes.has(key) && typeof value === "number") part[key] *= scale;
      if (typeof value !== "object" || value === null) continue;
      if (key.endsWith("font") && value.size) value.size *= scale;
      if (key === "margin") for (const side of ["t", "b"]) value[side] *= scale;
      enlarge(value, scale);
    }
  }

  // A row's words must stay in the plot, and beside what they name. On a telephone there is less room for them: words
  // have shorter forms, those of a part of the width are left out, and an axis goes on until what stands behind its
  // bars has room.
  function fitWords({ layout }, width, zoom) {
    if (!layout.annotations || !layout.yaxis?.ticktext) return;
    const axis = layout.xaxis;
    if (zoom > 1) for (const words of layout.annotations) if (words.share) stayInSight(words, axis.range, zoom);
    for (const words of layout.annotations) {
      const room = (words.share ?? 1) * width;
      const forms = [words.text, ...(words.shorter ?? [])];
      words.text = forms.find((text) => lengthOf(text) <= room) ?? (words.share ? "" : forms.at(-1));
      if (words.behind) axis.range[1] = Math.max(axis.range[1], words.x / (1 - Math.min(0.7, (lengthOf(words.text) + 10) / width)));
    }
    layout.annotations = layout.annotations.filter((words) => words.text);
    for (const words of layout.annotations) {
      const [from, to] = axis.range;
      const x = (words.x - from) / (to - from) * width, length = lengthOf(words.text);
      if (words.yref === "paper" && words.xanchor === "left") words.xshift = Math.min(0, width - x - length);
      if (words.yref === "paper" && words.xanchor === "right") words.xshift = Math.max(0, length - x);
    }
  }

  // Of what words name, the middle of the part that is drawn.
  function stayInSight(words, [from, to], zoom) {
    const half = words.share * (to - from) * zoom / 2;
    const [left, right] = [Math.max(words.x - half, from), Math.min(words.x + half, to)];
    Object.assign(words, { x: (left + right) / 2, share: (right - left) / (to - from) });
  }

  function draw(chart) {
    const theme = themeOf(chart);
    const json = chart.querySelector("script[type='application/json']").textContent;
    const figure = JSON.parse(json, (_, value) =>
      typeof value === "string" && value[0] === "@" ? theme[value.slice(1)] ?? value : value);
    const canvas = chart.querySelector(".abe-canvas");
    const { layout } = figure;
    const width = canvas.clientWidth / theme.scale;
    const zoom = timeZoom.of(chart);
    if (zoom?.view) Object.assign(layout.xaxis, { range: zoom.view, dtick: zoom.tick });
    fitWords(figure, plotWidth(figure, width), zoom?.scale ?? 1);
    const more = legendRow * moreLegendRows(figure, width);
    layout.margin.t += more;
    layout.height += more;
    layout.font = { size: 12, ...layout.font };
    if (theme.scale !== 1) enlarge(figure, theme.scale);
    // What the reader has hidden by the legend stays hidden when a chart is drawn anew.
    layout.uirevision ??= true;
    chart.dataset.theme = JSON.stringify(theme);
    // When a chart that was drawn twice changes its width, Plotly takes the height of what it stands in.
    canvas.style.height = `${layout.height}px`;
    canvas.classList.add("abe-drawn");
    Plotly.react(canvas, { ...figure, config: { displayModeBar: false, responsive: true } });
    timeCursor.attach(chart, canvas, theme);
    timeZoom.attach(chart, () => draw(chart));
    legendKeys.attach(canvas);
  }

  function drawAll() {
    for (const chart of document.querySelectorAll(".abe-chart"))
      if (chart.dataset.theme !== JSON.stringify(themeOf(chart))) draw(chart);
  }

  // Themes change by a class or an attribute in editors, and by the system's preference in a file.
  const observer = new MutationObserver(() => requestAnimationFrame(drawAll));
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributes: true });
  for (const preference of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
    matchMedia(preference).addEventListener("change", () => requestAnimationFrame(drawAll));
  addEventListener("beforeprint", drawAll);
  return { drawAll, timeCursor };
})(Plotly);
window.asyncByExample.drawAll();
