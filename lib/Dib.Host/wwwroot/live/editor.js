// One Monaco editor, in the cell that is being edited.
import { register } from "./language.js";

const place = "/_content/BlazorMonaco/lib/monaco-editor/min/vs";
const languages = { csharp: "csharp", markdown: "markdown", html: "html", javascript: "javascript" };
const pause = 200;

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
    fontSize: 13,
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

class Mounted {
  constructor(monaco, editor, element, port) {
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

  // While the connection is lost the text waits here.
  async tell() {
    const text = this.editor.getModel()?.getValue();
    if (text === undefined || text === this.told) return;
    try {
      await this.port.invokeMethodAsync("Type", text);
      this.told = text;
    } catch {
      this.later();
    }
  }

  async check() {
    const model = this.editor.getModel();
    const text = model?.getValue();
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

  setText(text) {
    this.told = text;
    if (text !== this.editor.getValue()) this.editor.executeEdits("elsewhere", [{ range: this.editor.getModel().getFullModelRange(), text }]);
  }

  dispose() {
    clearTimeout(this.timer);
    this.watch.disconnect();
    if (current === this) current = undefined;
    this.editor.getModel()?.dispose();
    this.editor.dispose();
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more), (forced-colors: active)");

const themeName = () => `${contrast.matches ? "hc" : "vs"}${contrast.matches ? (dark.matches ? "-black" : "-light") : (dark.matches ? "-dark" : "")}`;

function load() {
  return loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${place}/loader.js`;
    script.onerror = reject;
    script.onload = () => {
      require.config({ paths: { vs: place } });
      require(["vs/editor/editor.main"], () => {
        register(window.monaco);
        for (const query of [dark, contrast])
          query.addEventListener("change", () => window.monaco.editor.setTheme(themeName()));
        resolve(window.monaco);
      }, reject);
    };
    document.head.append(script);
  });
}
