import { EventEmitter } from 'node:events';

import { DataFactory, Parser } from 'n3';

import { readLines } from '../../bytes/read-lines';
import type { Line } from '../../bytes/split-lines';
import type { Meter } from '../../bytes/meter';

/** A term as RDF/JS has it; one of the type `Quad` is a statement itself. */
export interface RdfTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
  readonly subject?: RdfTerm;
  readonly predicate?: RdfTerm;
  readonly object?: RdfTerm;
}

export interface RdfQuad {
  readonly subject: RdfTerm;
  readonly predicate: RdfTerm;
  readonly object: RdfTerm;
  readonly graph: RdfTerm;
}

/** A statement, or what cannot be read: the line of N-Triples and N-Quads, and all from that line on of Turtle and TriG. */
export type RdfRecord =
  | {
      readonly kind: 'statement';
      readonly quad: RdfQuad;
      readonly line: number;
      readonly raw: string | undefined;
      /** Which statement of its line it is, where that says more than the line. */
      readonly record?: number | undefined;
    }
  | { readonly kind: 'fault'; readonly line: number; readonly reason: string; readonly raw: string };

/** `lines`: N-Triples and N-Quads. `blocks`: Turtle and TriG. `notation`: Notation3, which has `=` for what is the same. */
export type RdfSyntax = 'lines' | 'blocks' | 'notation';

/** Statements may speak of statements; none does so more than a few deep. */
const DEEPEST = 20;
const SHOWN = 2000;
const PART_LINES = 500;

/** Reads RDF of any size in flat memory, some thousand statements at a time. Throws what `readLines` throws. */
export async function* readRdf(
  path: string,
  syntax: RdfSyntax,
  meter?: Meter,
): AsyncGenerator<readonly RdfRecord[]> {
  if (syntax === 'lines') {
    const read = createLineReader();
    for await (const lines of readParts(path, meter)) yield lines.flatMap(read);
    return;
  }
  const parser = createBlockReader(syntax === 'notation' ? 'N3' : 'TriG');
  for await (const lines of readParts(path, meter)) {
    yield parser.add(lines);
    if (parser.isDone()) return;
  }
  yield parser.finish();
}

/** Some hundred lines at a time, so that what is made of them is gone before memory is cleared. */
async function* readParts(path: string, meter: Meter | undefined): AsyncGenerator<readonly Line[]> {
  for await (const lines of readLines(path, { meter })) {
    for (let start = 0; start < lines.length; start += PART_LINES) {
      yield lines.slice(start, start + PART_LINES);
    }
  }
}

/** Blank nodes keep their labels, and those without get the same one in each reading: a label that no file can write. */
function createFactory() {
  let count = 0;
  const blankNode = (label?: string) => DataFactory.blankNode(label ?? `#${(count += 1)}`);
  return { ...DataFactory, blankNode };
}

const OPTIONS = { blankNodePrefix: '_:', maxTripleTermDepth: DEEPEST };

function createLineReader(): (line: Line) => readonly RdfRecord[] {
  const factory = createFactory();
  const parser = new Parser({ ...OPTIONS, format: 'N-Quads', factory });
  // RDF-star as it was before RDF 1.2 is not in the grammar of N-Quads any more.
  const starParser = new Parser({ ...OPTIONS, factory });
  return (line) => {
    const { number, text } = line;
    const content = text.trimStart();
    if (content === '' || content.startsWith('#')) return [];
    const problem = findProblem(line);
    if (problem !== undefined) return [toFault(line, problem)];
    try {
      const isStar = text.includes('<<') && !text.includes('<<(');
      const quads = (isStar ? starParser : parser).parse(text);
      return quads.map((quad) => ({ kind: 'statement', quad, line: number, raw: text }));
    } catch (error) {
      return [toFault(line, explain(error))];
    }
  };
}

function findProblem({ isBroken, isCut }: Line): string | undefined {
  if (isBroken) return 'it is not UTF-8; save the file as UTF-8';
  return isCut ? 'the line is longer than 1 MiB; divide the text' : undefined;
}

function toFault({ number, text }: Line, reason: string): RdfRecord {
  return { kind: 'fault', line: number, reason, raw: text.slice(0, SHOWN) };
}

/** Tells why something cannot be read, as the end of a sentence. */
export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `it is not RDF as it should stand here: ${message.replace(/ on line \d+\.?$/u, '')}`;
}

function createBlockReader(format: 'N3' | 'TriG') {
  const parser = new Parser({ ...OPTIONS, format, factory: createFactory() });
  const input = new EventEmitter();
  let records: RdfRecord[] = [];
  let line: Line = { number: 1, text: '', isCut: false, isBroken: false };
  let isDone = false;

  function stop(reason: string): void {
    if (isDone) return;
    isDone = true;
    const told = `${reason}; nothing from here on is read. Correct it and load the file again`;
    records.push(toFault(line, told));
  }

  parser.parse(input, (error: Error | null, quad: RdfQuad | null) => {
    if (error) stop(explain(error));
    else if (quad && !isDone) records.push({ kind: 'statement', quad, line: line.number, raw: undefined });
  });

  function feed(event: 'data' | 'end', text?: string): void {
    try {
      input.emit(event, text);
    } catch (error) {
      stop(explain(error));
    }
  }

  function take(): readonly RdfRecord[] {
    const taken = records;
    records = [];
    return taken;
  }

  return {
    add: (lines: readonly Line[]): readonly RdfRecord[] => {
      for (const next of lines) {
        if (isDone) break;
        line = next;
        const problem = findProblem(next);
        if (problem === undefined) feed('data', `${next.text}\n`);
        else stop(problem);
      }
      return take();
    },
    finish: (): readonly RdfRecord[] => {
      if (!isDone) feed('end');
      return take();
    },
    isDone: () => isDone,
  };
}

/** Writes a statement as a line of N-Quads, for the rejects. */
export function toNQuad({ subject, predicate, object, graph }: RdfQuad): string {
  const terms = [subject, predicate, object, ...(graph.termType === 'DefaultGraph' ? [] : [graph])];
  return `${terms.map(toToken).join(' ')} .`;
}

function toToken(term: RdfTerm): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType === 'Quad') {
    const { subject, predicate, object } = term;
    return `<<( ${[subject, predicate, object].map((part) => (part ? toToken(part) : '')).join(' ')} )>>`;
  }
  const text = JSON.stringify(term.value);
  if (term.language) return `${text}@${term.language}`;
  return term.datatype ? `${text}^^<${term.datatype.value}>` : text;
}
