// The reader's theme and size of text: attributes of the document, which style sheets read. This browser keeps them in
// cookies, which hold whatever port a live page has, and in its storage, because a file has no cookies.
{
  const root = document.documentElement;
  const names = ["theme", "size"];
  const keyOf = (name) => `async-by-example-${name}`;
  const aYear = 365 * 24 * 3600;

  // Where the browser gives a page nothing to keep things in, the choice lasts as long as the page.
  const storage = (() => { try { return localStorage; } catch { return {}; } })();
  const cookieOf = (key) => document.cookie.split("; ").find((cookie) => cookie.startsWith(`${key}=`))?.slice(key.length + 1);

  const show = () => {
    for (const name of names) {
      root.dataset[name] = cookieOf(keyOf(name)) ?? storage[keyOf(name)] ?? "";
      const choice = document.querySelector(`#look [name=${name}]`);
      if (choice) choice.value = root.dataset[name];
    }
  };
  const keep = ({ name, value }) => {
    root.dataset[name] = storage[keyOf(name)] = value;
    document.cookie = `${keyOf(name)}=${value}; path=/; max-age=${aYear}; samesite=strict`;
  };

  show();
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("change", ({ target }) => { if (target.closest("#look")) keep(target); });
  // Chosen on another page, or before the reader came back to this one.
  for (const event of ["storage", "pageshow"]) addEventListener(event, show);
  // Before charts draw themselves for paper, which is light.
  addEventListener("beforeprint", () => (root.dataset.theme = "light"), { capture: true });
  addEventListener("afterprint", show);
}
