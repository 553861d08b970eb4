/** Facts with offsets of characters, in the manner of KnowledgeNet: one on each line or in a list, or by document. */
import path from 'node:path';

import { createFactReader } from './pieces';
import { holdsFacts, toFacts } from './record';
import { isRecord } from '../../json/json-value';
import { peekJson, recordsOf, toListLayout } from '../../json/peek-json';
import { openJson, toBrokenPiece } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';
import { surveyFacts } from './survey-facts';

export const knowledgeNet: Format = {
  name: 'knowledgenet',
  title: 'facts with offsets, as KnowledgeNet has them',
  recognises: recognisedBy('its records have passages with facts', (sample) =>
    recordsOf(peekJson(sample)).some(holdsFacts),
  ),
  open: async (sample, { meter }) => {
    const { path: file, name } = sample;
    const dataset = path.basename(name, path.extname(name));
    const json = await openJson(file, toListLayout(peekJson(sample)));
    const survey = await surveyFacts(json);
    let reader = createFactReader(dataset, file, survey);
    return {
      dataset,
      files: [file],
      notices: () => [...json.notices, ...reader.notices()],
      pieces: async function* () {
        reader = createFactReader(dataset, file, survey);
        for await (const records of json.records(meter)) {
          yield records.flatMap((record): readonly Piece[] => {
            if (record.problem !== undefined) return [toBrokenPiece(file, record, record.problem)];
            const facts = isRecord(record.value) ? toFacts(record.value) : [];
            if (facts.length === 0)
              return [toBrokenPiece(file, record, 'it has no passage text; add passageText')];
            return facts.flatMap((fact) => reader.toPieces(fact, record));
          });
        }
      },
    };
  },
};
