// Connects the page to the host, and again for as long as the host is there.
const everySecond = 1000, forHalfAnHour = 1800;

await Blazor.start({
  circuit: {
    reconnectionOptions: { maxRetries: forHalfAnHour, retryIntervalMilliseconds: everySecond },
  },
});

// When the host has forgotten this page, a new one shows the same notebook: the notebook lives in the host.
const sign = document.getElementById("components-reconnect-modal");
new MutationObserver(() => {
  if (sign.classList.contains("components-reconnect-rejected")) location.reload();
}).observe(sign, { attributes: true, attributeFilter: ["class"] });
