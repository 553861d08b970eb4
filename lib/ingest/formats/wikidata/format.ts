/** Entities of Wikidata, or another Wikibase, as JSON: an answer for some of them, one by itself, or a dump. */
import path from 'node:path';

import type { FileSample } from '../../bytes/take-sample';
import { peekJson } from '../../json/peek-json';
import { recognisedBy } from '../../recognise';
import type { Format, OpenOptions, Source } from '../../source';
import { createWikibasePieces } from './pieces';
import { readWikibase } from './read-wikibase';

export const wikidata: Format = {
  name: 'wikidata',
  title: 'entities of Wikidata',
  recognises: recognisedBy('it has entities with labels and claims, as a Wikibase writes them', isWikibase),
  open: (sample, options) => Promise.resolve(openWikibase(sample, options)),
};

/** An answer may stand on one line, and is no list of lines for all that. */
const ANSWER = /^\s*\{\s*"entities"\s*:\s*\{\s*"[QPL]\d+"\s*:\s*\{/u;
const SIGNS = [
  ANSWER,
  /^\s*(?:\[\s*)?\{[^{}]*"type"\s*:\s*"(?:item|property)"[^{}]*"labels"\s*:/u,
  /"claims"\s*:\s*\{\s*"P\d+"\s*:\s*\[\s*\{/u,
];

function isWikibase({ isFolder, text }: FileSample): boolean {
  return !isFolder && /^\s*[[{]/u.test(text) && SIGNS.some((sign) => sign.test(text));
}

function openWikibase(sample: FileSample, { meter }: OpenOptions): Source {
  const { path: file, name } = sample;
  const layout = ANSWER.test(sample.text) ? 'members' : (peekJson(sample)?.layout ?? 'members');
  const dataset = path.basename(name, path.extname(name));
  const graph = createWikibasePieces(
    (reading) => readWikibase(file, layout, reading === 'claims' ? meter : undefined),
    { file, dataset },
  );
  return { dataset, files: [file], notices: () => graph.notices(), pieces: () => graph.pieces() };
}
