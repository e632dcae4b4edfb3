// Entries of a legend hide and show what they name. Plotly's hear the pointer only: here they hear the keyboard too.
const legendKeys = (function () {
  const css = `
    .legendtoggle:focus { outline: none; }
    .legendtoggle:focus-visible { outline: 2px solid var(--abe-cursor); outline-offset: -1px; }`;

  function name(canvas) {
    for (const toggle of canvas.querySelectorAll(".legendtoggle")) {
      const entry = toggle.closest(".traces");
      const isShown = entry.style.opacity !== "0.5";
      const attributes = { tabindex: 0, role: "button", "aria-label": entry.querySelector(".legendtext").textContent, "aria-pressed": isShown };
      for (const [key, value] of Object.entries(attributes)) toggle.setAttribute(key, value);
    }
  }

  function press(event) {
    if (!event.target.matches(".legendtoggle") || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    for (const type of ["mousedown", "mouseup"]) event.target.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  }

  function attach(canvas) {
    name(canvas);
    if (canvas.dataset.keys) return;
    canvas.dataset.keys = "true";
    canvas.addEventListener("keydown", press);
    canvas.on("plotly_afterplot", () => name(canvas));
  }

  document.head.append(element("style", { textContent: css }));
  return { attach };
})();
