/** How people and language models write edges as lines of text. */
import type { LineReading } from '../../graph-files/edge-lines';

/** A way of writing: what a line says, or undefined where it is not written so. */
export type Form = (line: string) => LineReading | undefined;

const BULLET = /^(?:[-*•]|\d{1,6}[.)])\s+/u;
const ARROW = /\s*(?:[-=]{1,2}>|→|⟶)\s*/u;
/** `-[praised]->` and `--praised-->`, as Cypher and Mermaid have them. */
const LABELLED = [
  /^(.+?)\s*-\s*\[\s*:?(.+?)\s*\]\s*->\s*(.+)$/u,
  /^(.+?)\s+--\s*([^->\s][^->]*?)\s*-->\s*(.+)$/u,
];
const PARENTHESES = /^[(<]\s*(.+?)\s*[)>][,;.]?$/u;
const QUOTED = /^(["'“‘`])(.*)["'”’`]$/u;

/**
 * `Ana -> praised -> Bo`, `Ana -> Bo`, `Ana -[praised]-> Bo`.
 *
 * @returns what the line says
 */
export const arrows: Form = (line) => {
  const text = line.replace(BULLET, '');
  const labelled = LABELLED.map((each) => each.exec(text)).find((found) => found !== null);
  if (labelled) return toEdge(labelled.slice(1));
  const cells = text.split(ARROW);
  if (cells.length === 2) return toEdge([cells[0], undefined, cells[1]]);
  return cells.length === 3 ? toEdge(cells) : undefined;
};

/**
 * `(Ana, praised, Bo)`, each part quoted or not.
 *
 * @returns what the line says
 */
export const parentheses: Form = (line) => {
  const inner = PARENTHESES.exec(line.replace(BULLET, ''))?.[1];
  const cells = inner === undefined ? [] : splitCommas(inner);
  return cells.length === 3 ? toEdge(cells) : undefined;
};

function toEdge([first, middle, last]: readonly (string | undefined)[]): LineReading | undefined {
  const [source, target] = [unquote(first ?? ''), unquote(last ?? '')];
  const type = middle === undefined ? undefined : unquote(middle);
  return source === '' || target === '' || type === '' ? undefined : { edges: [{ source, target, type }] };
}

/** Quotation marks, or the parentheses of Cypher's nodes, around a whole name. */
function unquote(text: string): string {
  const bare = /^\(([^()]*)\)$/u.exec(text.trim())?.[1] ?? text.trim();
  return (QUOTED.exec(bare)?.[2] ?? bare).trim();
}

/** Commas within quotation marks are letters. */
function splitCommas(text: string): readonly string[] {
  return (
    text
      .match(/\s*(?:"[^"]*"|'[^']*'(?=\s*(?:,|$))|“[^”]*”|[^,"“][^,]*)\s*(?:,|$)/gu)
      ?.map((cell) => cell.replace(/,$/u, '').trim()) ?? []
  );
}
