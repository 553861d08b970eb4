/** Edges as lines of text: with arrows, in parentheses, or with blanks under a header. Only text of nothing else is read so. */
import { EntenteError } from '@/lib/model/entente-error';

import type { FileSample } from '../../bytes/take-sample';
import { openEdgeLines, type LineReading } from '../../graph-files/edge-lines';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { arrows, parentheses, type Form } from './forms';
import { toSpaced } from './spaces';

const TEXT = /^\.(?:txt|text|edges?|edgelist|el|)$/u;
const FEWEST = 2;
/** In characters: a longer line is prose. */
const LONGEST_EDGE = 4000;
const UNFIT =
  'the line is not written like those before it; write an edge on it, as on the first line, or remove it';

export const edgeLines: Format = {
  name: 'edge-lines',
  title: 'a list of edges as text',
  recognises: recognisedBy('each of its lines is an edge', (sample) => {
    if (sample.isFolder || !TEXT.test(sample.extension)) return false;
    return findForm(sample) !== undefined;
  }),
  open: (sample, options) => {
    const found = findForm(sample);
    if (found === undefined)
      throw new EntenteError(
        'invalid',
        `${sample.path} is not a list of edges: write each line as (A, relation, B), or as A -> relation -> B.`,
      );
    const { form, header } = found;
    const read = (text: string): LineReading => {
      if (text === header || isComment(text)) return { edges: [] };
      return fit(form, text) ?? { problem: UNFIT };
    };
    return openEdgeLines(sample, read, options);
  },
};

interface FoundForm {
  readonly form: Form;
  readonly header?: string;
}

/** The form in which all lines are written that show. */
function findForm({ text, bytes }: FileSample): FoundForm | undefined {
  const all = text.split(/\r\n?|\n/u).map((line) => line.trim());
  // The last line of a beginning may stand there in part.
  const whole = bytes.length < 64 * 1024 ? all : all.slice(0, -1);
  const lines = whole.filter((line) => line !== '' && !isComment(line));
  const [header = '', ...rest] = lines;
  const spaced = header.includes('\t') || header.includes(',') ? undefined : toSpaced(header);
  if (spaced)
    return rest.length > 0 && rest.every((line) => fit(spaced, line)) ? { form: spaced, header } : undefined;
  if (lines.length < FEWEST) return undefined;
  const form = [arrows, parentheses].find((each) => lines.every((line) => fit(each, line)));
  return form && { form };
}

function fit(form: Form, line: string): LineReading | undefined {
  return line.length > LONGEST_EDGE ? undefined : form(line);
}

function isComment(line: string): boolean {
  return line.startsWith('#') || line.startsWith('%');
}
