// Monaco asks Roslyn, through the notebook's kernel.
export function register(monaco) {
  const { languages } = monaco;
  languages.registerCompletionItemProvider("csharp", {
    triggerCharacters: ["."],
    provideCompletionItems: async (model, position) => {
      const told = await ask("CompleteAsync", model, position);
      const word = model.getWordUntilPosition(position);
      const range = {
        startLineNumber: position.lineNumber, endLineNumber: position.lineNumber,
        startColumn: word.startColumn, endColumn: word.endColumn,
      };
      return { suggestions: (told?.items ?? []).map((item) => suggestion(languages, item, range)) };
    },
  });
  languages.registerHoverProvider("csharp", {
    provideHover: async (model, position) => {
      const told = await ask("HoverAsync", model, position);
      return told && { contents: told.content.flatMap(paragraphs) };
    },
  });
  languages.registerSignatureHelpProvider("csharp", {
    signatureHelpTriggerCharacters: ["(", ","],
    provideSignatureHelp: async (model, position) => {
      const told = await ask("SignaturesAsync", model, position);
      return told && { value: signatures(told), dispose: () => {} };
    },
  });
}

// As in the host: the compiler is not asked about longer texts.
export const longestRead = 200_000;

const ask = (question, model, position) =>
  model.getValueLength() > longestRead ? null : model.port?.invokeMethodAsync(question, model.getValue(), position.lineNumber - 1, position.column - 1).catch(() => null);

// A declaration, then its documentation as a quotation; neither is HTML, whatever stands between < and >.
const paragraphs = (told) => told.split(/\r?\n> /).map((text, i) => ({
  value: i === 0 ? `\`\`\`csharp\n${text}\n\`\`\`` : text.replaceAll("<", "&lt;"),
}));

const suggestion = (languages, item, range) => ({
  label: item.label,
  kind: languages.CompletionItemKind[item.kind] ?? languages.CompletionItemKind.Text,
  insertText: item.insert, filterText: item.filter, sortText: item.sort, documentation: item.documentation, range,
});

const signatures = (told) => ({
  activeSignature: told.active,
  activeParameter: told.parameter,
  signatures: told.signatures.map((each) => ({
    label: each.label,
    documentation: each.documentation?.value,
    parameters: each.parameters.map((parameter) => ({ label: parameter.label, documentation: parameter.documentation?.value })),
  })),
});
