// One Monaco editor, in the cell that is being edited.
import { longestRead, register } from "./language.js";

const place = "/_content/BlazorMonaco/lib/monaco-editor/min/vs";
const languages = { csharp: "csharp", markdown: "markdown", html: "html", javascript: "javascript" };
const pause = 200, patience = 5000;

let loading;
let current;

export async function mount(element, text, kind, port) {
  const monaco = await load();
  const editor = monaco.editor.create(element, {
    value: text,
    language: languages[kind] ?? "plaintext",
    theme: themeName(),
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    lineNumbersMinChars: 3,
    overviewRulerLanes: 0,
    ...sizes(),
    padding: { top: 10, bottom: 10 },
    fontFamily: getComputedStyle(document.querySelector("pre, code") ?? element).fontFamily,
    scrollbar: { alwaysConsumeMouseWheel: false },
    fixedOverflowWidgets: true,
    accessibilitySupport: "on",
    ariaLabel: "Code of this cell. Escape leaves the editor.",
    tabFocusMode: false,
  });
  const mounted = new Mounted(monaco, editor, element, port);
  current = mounted;
  editor.focus();
  return mounted;
}

/** Hands over what has been typed but not told yet. */
export const flush = () => current?.tell() ?? Promise.resolve();

/** Gives the cell with what has been typed there but not told yet, if there is any. */
export const untold = () => current?.untold();

class Mounted {
  constructor(monaco, editor, element, port) {
    editor.getModel().setEOL(monaco.editor.EndOfLineSequence.LF);
    Object.assign(this, { monaco, editor, element, port, told: editor.getValue() });
    editor.getModel().port = port;
    editor.onDidContentSizeChange(() => this.fit());
    editor.onDidChangeModelContent(() => this.later());
    editor.onDidBlurEditorText(() => this.tell());
    // Escape closes a list first, and only then leaves the editor.
    this.watch = new MutationObserver(() => this.lookForLists());
    this.watch.observe(element, { subtree: true, attributes: true, attributeFilter: ["class"] });
    this.fit();
    this.check();
  }

  fit() {
    this.element.style.height = `${Math.min(Math.max(this.editor.getContentHeight(), 38), 0.7 * innerHeight)}px`;
    this.editor.layout();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell().then(() => this.check()), pause);
  }

  /** Another page has changed the text. */
  look() {
    this.looks = true;
    this.tell();
  }

  // One after the other, until both sides have the same.
  tell() {
    return this.telling ??= this.exchange().finally(() => (this.telling = undefined));
  }

  // While the connection is lost the text waits here.
  async exchange() {
    while (this.looks || this.untold()) {
      const text = this.editor.getModel()?.getValue();
      if (text === undefined) return;
      this.looks = false;
      try {
        if (!isConnected()) throw new Error("no connection");
        const merged = await answer(this.port.invokeMethodAsync("Type", this.told, text), patience + text.length / 1000);
        this.told = text;
        if (merged === null) continue;
        // Who has typed on meanwhile gets what others did the next time round.
        if (this.editor.getModel()?.getValue() === text) this.put(merged);
        else this.looks = true;
      } catch {
        this.looks = true;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  untold() {
    const text = this.editor.getModel()?.getValue();
    return text === undefined || text === this.told ? undefined : { cell: this.element.dataset.editor, known: this.told, text };
  }

  put(text) {
    this.told = text;
    this.editor.executeEdits("elsewhere", [change(this.editor.getModel(), text)]);
  }

  async check() {
    const model = this.editor.getModel();
    if (!model || model.getValueLength() > longestRead) return;
    const text = model.getValue();
    const mistakes = await this.port.invokeMethodAsync("DiagnoseAsync", text).catch(() => []);
    if (model?.isDisposed() ?? true) return;
    if (model.getValue() !== text) return;
    this.monaco.editor.setModelMarkers(model, "roslyn", mistakes.map((mistake) => this.marker(mistake)));
    this.element.dataset.mistakes = mistakes.length;
  }

  marker({ span, severity, code, message }) {
    const { Hint, Info, Warning, Error } = this.monaco.MarkerSeverity;
    return {
      startLineNumber: span.start.line + 1, startColumn: span.start.character + 1,
      endLineNumber: span.end.line + 1, endColumn: span.end.character + 1,
      severity: [Hint, Info, Warning, Error][severity], message: `${code}: ${message}`,
    };
  }

  lookForLists() {
    if (this.element.querySelector(".suggest-widget.visible, .parameter-hints-widget.visible, .find-widget.visible"))
      this.element.dataset.busy = "true";
    else delete this.element.dataset.busy;
  }

  async dispose() {
    clearTimeout(this.timer);
    await this.tell();
    this.watch.disconnect();
    if (current === this) current = undefined;
    this.editor.getModel()?.dispose();
    this.editor.dispose();
  }
}

// Calls that were under way when the connection broke are never answered.
const answer = (call, time) =>
  Promise.race([call, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), time))]);

const isConnected = () => !document.querySelector("#components-reconnect-modal.components-reconnect-show, #components-reconnect-modal.components-reconnect-retrying");

// Only what differs, so that the cursor stays where it is.
function change(model, text) {
  const before = model.getValue();
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === text.at(-1 - same)) same++;
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(before.length - same)];
  return {
    range: { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column },
    text: text.slice(start, text.length - same),
  };
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more), (forced-colors: active)");

// As large as the page's code.
const sizes = () => {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { fontSize: 0.8125 * rem, lineHeight: 1.25 * rem };
};

const isDark = () => ({ light: false, dark: true })[document.documentElement.dataset.theme] ?? dark.matches;

// The page's own colours, so that a cell looks the same when the editor comes; with high contrast, the editor's.
function themeName() {
  if (contrast.matches) return isDark() ? "hc-black" : "hc-light";
  const style = getComputedStyle(document.documentElement);
  // Each is a pair, the dark one last, which no element has asked to be resolved yet.
  const colour = (name) => style.getPropertyValue(`--${name}`).match(/#\w+/g).at(isDark() ? -1 : 0);
  const rule = (token, name) => ({ token, foreground: colour(name).slice(1) });
  window.monaco.editor.defineTheme("page", {
    base: isDark() ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      rule("", "text"), rule("keyword", "keyword"), rule("string", "string"), rule("number", "number"),
      rule("type", "type"), { ...rule("comment", "muted"), fontStyle: "italic" },
    ],
    colors: {
      "editor.background": colour("surface"), "editor.foreground": colour("text"),
      "editorLineNumber.foreground": colour("muted"),
    },
  });
  return "page";
}

function adapt() {
  window.monaco.editor.setTheme(themeName());
  for (const editor of window.monaco.editor.getEditors()) editor.updateOptions(sizes());
}

function load() {
  return loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${place}/loader.js`;
    script.onerror = reject;
    script.onload = () => {
      require.config({ paths: { vs: place } });
      require(["vs/editor/editor.main"], () => {
        register(window.monaco);
        for (const query of [dark, contrast]) query.addEventListener("change", adapt);
        new MutationObserver(adapt).observe(document.documentElement, { attributeFilter: ["data-theme", "data-size"] });
        resolve(window.monaco);
      }, reject);
    };
    document.head.append(script);
  });
}
