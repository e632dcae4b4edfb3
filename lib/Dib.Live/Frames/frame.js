// In a block: its names are not those of the output's own scripts.
{
  // A frame cannot be measured from outside, nor do charts in it hear of each other.
  const tell = () => parent.postMessage({ height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
  tell();

  // Before charts draw themselves for paper, which is light.
  let theme;
  addEventListener("beforeprint", () => ([theme, document.documentElement.dataset.theme] = [document.documentElement.dataset.theme ?? "", "light"]), { capture: true });
  addEventListener("afterprint", () => (document.documentElement.dataset.theme = theme));

  let passesOn = false;
  addEventListener("abe-cursor", ({ detail }) => { if (!passesOn) parent.postMessage({ cursor: detail }, "*"); });
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data.look) Object.assign(document.documentElement.dataset, data.look);
    if (data.content !== undefined) update(data.content);
    if (!data.cursor) return;
    passesOn = true;
    dispatchEvent(new CustomEvent("abe-cursor", { detail: data.cursor }));
    passesOn = false;
  });

  const update = (content) => {
    const output = document.getElementById("output");
    output.innerHTML = content;
    for (const script of output.querySelectorAll("script:not([type='application/json'])")) {
      const anew = document.createElement("script");
      anew.textContent = script.textContent;
      script.replaceWith(anew);
    }
  };

  // Keys that nothing in here is for are the page's.
  const typing = "textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=radio], [type=button])";
  const pressed = "input, button, a, summary";

  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const isOwn = target.closest(pressed) && !ctrlKey && !metaKey && !altKey && !shiftKey && /^(Enter$| $|Arrow)/.test(key);
    if (event.defaultPrevented || target.closest(typing) || isOwn) return;
    if (/^Arrow(Up|Down)$/.test(key) || (key === "s" && (ctrlKey || metaKey))) event.preventDefault();
    parent.postMessage({ key: { key, ctrlKey, metaKey, altKey, shiftKey } }, "*");
  });
  addEventListener("wheel", () => parent.postMessage({ scrolls: true }, "*"), { passive: true });
}
