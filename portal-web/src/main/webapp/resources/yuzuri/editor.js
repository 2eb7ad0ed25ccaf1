/* The editor of install settings: CodeMirror over the form's text area. Findings and what fits at the
   cursor come from the server, which checks while somebody types. */
import { autocompletion, acceptCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { forEachDiagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";

const PAUSE = 500;
const OFFER_PAUSE = 200;

const frame = document.getElementById("editor");
const area = frame.querySelector("textarea");
const here = document.getElementById("here");
let view, keepDraft, waiting, asked;
let unanswered = 0;

/* findings */

function diagnostics(doc) {
  return Array.from(document.querySelectorAll(".findings .finding"))
    .filter((item) => Number(item.dataset.line) > 0 && Number(item.dataset.line) <= doc.lines)
    .map((item) => {
      const line = doc.line(Number(item.dataset.line));
      const from = Math.min(line.to, line.from + Math.max(0, Number(item.dataset.column) - 1));
      return {
        from, to: line.to, severity: item.dataset.severity.toLowerCase(),
        message: item.dataset.code + " " + item.querySelector(".finding-text").textContent
      };
    });
}

function checked() {
  view.dispatch(setDiagnostics(view.state, diagnostics(view.state.doc)));
  tellHere();
}

function tellHere() {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const said = [];
  forEachDiagnostic(view.state, (diagnostic, from) => {
    if (from >= line.from && from <= line.to) {
      said.push(diagnostic.message);
    }
  });
  if (here.textContent !== said.join(" · ")) {
    here.textContent = said.join(" · ");
  }
}

function go(item) {
  const line = view.state.doc.line(Math.min(view.state.doc.lines, Number(item.dataset.line)));
  const at = Math.min(line.to, line.from + Math.max(0, Number(item.dataset.column) - 1));
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
  view.focus();
}

/* what fits at the cursor */

/* a word at the line's beginning, an option, a group, or a value that the lists know */
function invites(before) {
  return /^\s*%?\w+$/.test(before) || /\s--[^\s]*$/.test(before) || /^\s*@[^\s]*$/.test(before) ||
    /^\s*(timezone|lang|keyboard|d-i)\s(.*\s)?[\w/+-]+$/.test(before);
}

function ask(context) {
  const line = context.state.doc.lineAt(context.pos);
  if (!context.explicit && !invites(line.text.slice(0, context.pos - line.from))) {
    return null;
  }
  document.getElementById("settings:line").value = line.number;
  document.getElementById("settings:column").value = context.pos - line.from + 1;
  return new Promise((resolve) => {
    asked = { place: line.number + ":" + (context.pos - line.from + 1), line, resolve };
    context.addEventListener("abort", () => resolve(null));
    unanswered += 1;
    window.yuzuriComplete();
  });
}

/* A question stays open until its own answer is there: an earlier one's may come after it was asked. When no more can
   come, as after a request that failed, nothing fits. */
function offered() {
  unanswered -= 1;
  if (!asked) {
    return;
  }
  const list = document.getElementById("settings:offers").firstElementChild;
  const answered = list.dataset.place === asked.place;
  if (!answered && unanswered > 0) {
    return;
  }
  const answers = answered ? Array.from(list.children) : [];
  const options = answers.map((item) => ({
    label: item.dataset.text, detail: item.dataset.kind,
    from: asked.line.from + Number(item.dataset.start) - 1, to: asked.line.from + Number(item.dataset.end) - 1
  }));
  const nothingNew = options.length === 0 ||
    (options.length === 1 && view.state.sliceDoc(options[0].from, options[0].to) === options[0].label);
  asked.resolve(nothingNew ? null : { from: options[0].from, to: options[0].to, options, filter: false });
  asked = null;
}

/* the editor itself */

function changed(update) {
  if (update.docChanged) {
    area.value = update.state.doc.toString();
    keepDraft();
    window.clearTimeout(waiting);
    waiting = window.setTimeout(window.yuzuriCheck, PAUSE);
  }
  if (update.docChanged || update.selectionSet) {
    tellHere();
  }
}

function put(text) {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  view.focus();
}

/* CodeMirror's own words, in the page's language */
function phrases() {
  return Object.fromEntries(Array.from(document.querySelectorAll("#editor-phrases dt"))
    .map((term) => [term.textContent, term.nextElementSibling.textContent]));
}

function start() {
  const saved = area.value;
  view = new EditorView({
    doc: saved,
    extensions: [
      lineNumbers(), lintGutter(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), history(),
      search({ top: true }), highlightSelectionMatches(),
      autocompletion({
        override: [ask], selectOnOpen: false, interactionDelay: 0, icons: false, activateOnTypingDelay: OFFER_PAUSE
      }),
      keymap.of([
        { key: "Tab", run: acceptCompletion },
        { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
        ...searchKeymap, ...historyKeymap, ...defaultKeymap
      ]),
      EditorState.tabSize.of(8),
      EditorState.phrases.of(phrases()),
      EditorView.contentAttributes.of({
        "aria-labelledby": "settings:textLabel", "aria-describedby": "editor-keys here", spellcheck: "false", autocapitalize: "off", tabindex: "0"
      }),
      EditorView.theme({}, { dark: window.matchMedia("(prefers-color-scheme: dark)").matches }),
      EditorView.updateListener.of(changed)
    ]
  });
  area.hidden = true;
  area.before(view.dom);
  keepDraft = window.yuzuriDraft({
    slot: frame.dataset.draft, saved, isUnsaved: frame.dataset.unsaved === "true", form: area.form,
    read: () => area.value, put: (text) => window.setTimeout(() => put(text), 0)
  });
  document.getElementById("settings:textLabel").addEventListener("click", () => view.focus());
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".finding .go");
    if (button) {
      go(button.closest(".finding"));
    }
  });
  checked();
}

window.yuzuriEditor = { checked, offered };
start();
