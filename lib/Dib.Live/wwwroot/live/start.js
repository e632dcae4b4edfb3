// Connects the page to the host, and again for as long as the host is there.
const everySecond = 1000, forHalfAnHour = 1800;

await Blazor.start({
  circuit: {
    reconnectionOptions: { maxRetries: forHalfAnHour, retryIntervalMilliseconds: everySecond },
  },
});

const sign = document.getElementById("components-reconnect-modal");
new MutationObserver(() => {
  // When the host has forgotten this page, a new one shows the same notebook: the notebook lives in the host.
  if (sign.classList.contains("components-reconnect-rejected")) location.reload();
  tell(/components-reconnect-(show|retrying|failed)/.test(sign.className));
}).observe(sign, { attributes: true, attributeFilter: ["class"] });

// What needs the host says so while there is none.
const buttons = "button:not([popovertarget]), a.button";

function tell(isOffline) {
  if (isOffline === document.body.hasAttribute("data-offline")) return;
  document.body.toggleAttribute("data-offline", isOffline);
  for (const button of document.querySelectorAll(buttons)) (isOffline ? rest : restore)(button);
}

function rest(button) {
  button.dataset.title = button.title;
  button.title = "There is no connection to the host: this does nothing until it is back.";
  button.setAttribute("aria-disabled", "true");
}

function restore(button) {
  button.title = button.dataset.title ?? button.title;
  button.removeAttribute("aria-disabled");
}

addEventListener("click", (event) => {
  if (!document.body.hasAttribute("data-offline") || !event.target.closest(buttons)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });
