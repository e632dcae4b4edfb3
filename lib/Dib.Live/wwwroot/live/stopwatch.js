// Cells that run show for how long. The style sheet writes the attribute, so that it is no text for Blazor to keep.
const tenth = 100;

setInterval(() => {
  for (const watch of document.querySelectorAll("[data-started]"))
    watch.dataset.elapsed = `${(Math.max(0, Date.now() - Number(watch.dataset.started)) / 1000).toFixed(1)} s`;
}, tenth);
