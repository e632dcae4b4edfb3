// Draws every chart on the page that is not drawn yet, in the colours of the page around it. Editors render outputs
// lazily and out of order: each chart asks to be drawn, and so does this script once it is there, whichever is last.
window.asyncByExample = (function (Plotly) {
  const light = {
    running: "#3a9d7a", "running-edge": "#2b7a5e",
    blocking: "#d64560", "blocking-edge": "#a82f47",
    waiting: "#8db4ee", "waiting-edge": "#5f8fd6",
    ready: "#eae5d8", "ready-edge": "#cfc7b2",
    p50: "#9dbfee", p95: "#5f8fd6", p99: "#3a62ab", max: "#14264d",
    task: "#b4c0d4", total: "#5b6472", accent: "#3a9d7a", cursor: "#7a3e9d", guess: "#d9a441", ink: "#10233f", pattern: "rgba(255,255,255,0.85)",
  };
  const dark = {
    running: "#43b18c", "running-edge": "#6fd0b0",
    blocking: "#d9506a", "blocking-edge": "#f08a9d",
    waiting: "#3d639f", "waiting-edge": "#6f9be0",
    ready: "#45423b", "ready-edge": "#625d52",
    p50: "#3d639f", p95: "#6f9be0", p99: "#a9c7f5", max: "#f4f8ff",
    task: "#495a78", total: "#8b95a5", accent: "#43b18c", cursor: "#c9a5e6", guess: "#b98524", ink: "#eef3fb", pattern: "rgba(255,255,255,0.6)",
  };

  // Pixels: a legend's row, what an entry takes besides its name, and a letter.
  const legendRow = 20, symbol = 50, letter = 6.6;

  // The layout has room for one row. A legend that is wider than the plot is set in columns of one width.
  // A reader's own chart has its legend where the reader put it.
  function moreLegendRows(figure, width) {
    if (figure.layout.legend?.yref !== "container") return 0;
    const entries = figure.data.filter((trace) => trace.showlegend !== false);
    const widths = entries.map((trace) => symbol + letter * (trace.name ?? "").length);
    const rowNames = (figure.layout.yaxis?.ticktext ?? []).map((name) => letter * name.length);
    const room = width - Math.max(0, ...rowNames) - letter;
    if (figure.data.length < 2 || widths.reduce((sum, entry) => sum + entry, 0) <= room) return 0;
    return Math.ceil(entries.length / Math.max(1, Math.floor(room / Math.max(...widths)))) - 1;
  }

  function themeOf(chart) {
    const style = getComputedStyle(chart.querySelector(".abe-canvas"));
    const [red, green, blue] = (style.color.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
    const isDark = 0.299 * red + 0.587 * green + 0.114 * blue > 140;
    const faded = (alpha) => `rgba(${red},${green},${blue},${alpha})`;
    return {
      ...(isDark ? dark : light),
      text: style.color, muted: faded(0.72), grid: faded(0.16), paper: isDark ? "rgba(0,0,0,0.55)" : "rgba(255,255,255,0.9)",
      font: style.fontFamily,
    };
  }

  // Words that belong to a part of the chart's width say to which: on a telephone there may be no room for them.
  function hasRoom(words, width) {
    return words.share === undefined || words.share * width > 12;
  }

  function draw(chart) {
    const theme = themeOf(chart);
    const json = chart.querySelector("script[type='application/json']").textContent;
    const figure = JSON.parse(json, (_, value) =>
      typeof value === "string" && value[0] === "@" ? theme[value.slice(1)] ?? value : value);
    const canvas = chart.querySelector(".abe-canvas");
    figure.layout.annotations = figure.layout.annotations?.filter((words) => hasRoom(words, canvas.clientWidth));
    const more = legendRow * moreLegendRows(figure, canvas.clientWidth);
    figure.layout.margin.t += more;
    figure.layout.height += more;
    chart.dataset.theme = JSON.stringify(theme);
    // When a chart that was drawn twice changes its width, Plotly takes the height of what it stands in.
    canvas.style.height = `${figure.layout.height}px`;
    canvas.classList.add("abe-drawn");
    Plotly.react(canvas, { ...figure, config: { displayModeBar: false, responsive: true } });
    timeCursor.attach(chart, canvas, theme.cursor);
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
