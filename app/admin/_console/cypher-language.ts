/** Colours for Cypher: CodeMirror's own mode, and over it labels, parameters and block comments, which it does not know. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StreamParser } from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import type { Extension } from '@codemirror/state';
import { Tag, tags } from '@lezer/highlight';

const label = Tag.define();
const parameter = Tag.define();

interface CypherState {
  readonly base: unknown;
  inComment: boolean;
}

const mode: StreamParser<CypherState> = {
  name: 'cypher',
  startState: (indent) => ({ base: cypher.startState?.(indent), inComment: false }),
  copyState: (state) => ({ ...state }),
  token: (stream, state) => {
    if (state.inComment || stream.match('/*')) {
      state.inComment = !stream.match(/^.*?\*\//u);
      if (state.inComment) stream.skipToEnd();
      return 'comment';
    }
    if (stream.match(/^\$\w+/u)) return 'parameter';
    if (stream.match(/^:[\p{L}_][\p{L}\p{N}_]*/u)) return 'label';
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*(?=:)/u)) return 'variableName';
    return cypher.token(stream, state.base);
  },
  tokenTable: { label, parameter },
};

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)' },
  { tag: label, color: 'var(--material-cooperation)' },
  { tag: parameter, color: 'var(--verbal-cooperation)' },
  { tag: tags.string, color: 'var(--verbal-conflict)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
]);

export const cypherLanguage: Extension = [StreamLanguage.define(mode), syntaxHighlighting(colours)];
