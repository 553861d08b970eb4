'use client';

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useRef, type RefObject } from 'react';

import type { TextPosition } from '@/lib/model/entente-error';

import { cypherLanguage } from './cypher-language';

interface CypherEditorProps {
  readonly text: string;
  /** Where the last statement failed, with what to say there. */
  readonly fault: { readonly position: TextPosition; readonly message: string } | undefined;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--raised)', fontSize: '13.5px' },
  '.cm-content': {
    padding: '2px 0 12px',
    caretColor: 'var(--ink)',
  },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.75' },
  '.cm-gutters': { backgroundColor: 'var(--raised)', color: 'var(--ink-3)', border: 'none' },
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--sheet)',
    border: '1px solid var(--line-strong)',
    color: 'var(--ink)',
  },
});

/** The statement, in CodeMirror. Ctrl-Enter (Cmd-Enter) runs it; Tab leaves the editor, so that the keyboard is never trapped. */
export function CypherEditor({ text, fault, onChange, onRun }: CypherEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const handlers = useRef({ onChange, onRun });
  const first = useRef(text);

  useEffect(() => {
    handlers.current = { onChange, onRun };
  });

  useEffect(() => {
    if (!place.current) return;
    const editor = createEditor(place.current, first.current, handlers);
    view.current = editor;
    return () => {
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const end = editor.state.doc.length;
    const from = Math.min(fault?.position.start ?? 0, end);
    const to = Math.min(Math.max(fault?.position.end ?? 0, from), end);
    editor.dispatch(
      setDiagnostics(editor.state, fault ? [{ from, to, severity: 'error', message: fault.message }] : []),
    );
  }, [fault]);

  return <div ref={place} />;
}

function createEditor(
  parent: HTMLElement,
  text: string,
  handlers: RefObject<Pick<CypherEditorProps, 'onChange' | 'onRun'>>,
): EditorView {
  const nonce = findNonce();
  const run = () => {
    handlers.current.onRun();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run },
            { key: 'Ctrl-Enter', run },
          ]),
        ),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        history(),
        lineNumbers(),
        lintGutter(),
        bracketMatching(),
        placeholder('MATCH (a:Entity)-[r]->(b:Entity) RETURN a, r, b'),
        cypherLanguage,
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Cypher statement' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) handlers.current.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
}

/** The nonce that this document was served with; a page that came by navigation within it was rendered with another. */
function findNonce(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}
