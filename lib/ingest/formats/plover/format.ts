/** Events as PLOVER's gold standard records have them, with several actors a side. */
import path from 'node:path';

import { kindOfActor } from '../../names/actor-kind';
import { openCameoIndex } from '../../names/cameo-index';
import { isRecord } from '../../json/json-value';
import { peekJson, recordsOf, toListLayout } from '../../json/peek-json';
import { isPlover } from './record';
import { createPloverReader } from './pieces';
import { openJson, toBrokenPiece } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';

export const plover: Format = {
  name: 'plover',
  title: "events as PLOVER's records have them",
  recognises: recognisedBy('its records are events with actors and a PLOVER type', (sample) =>
    recordsOf(peekJson(sample)).some(isPlover),
  ),
  open: async (sample, { meter, baseVocabulary, fallbackTypes }) => {
    const { path: file, name } = sample;
    const dataset = path.basename(name, path.extname(name));
    const json = await openJson(file, toListLayout(peekJson(sample)));
    const cameo = await openCameoIndex(baseVocabulary, fallbackTypes);
    const context = { dataset, file, cameo, fallbackTypes };
    let reader = createPloverReader(context);
    return {
      dataset,
      files: [file],
      kindOf: kindOfActor,
      notices: () => [...json.notices, ...reader.notices()],
      pieces: async function* () {
        reader = createPloverReader(context);
        for await (const records of json.records(meter))
          yield records.flatMap((record): readonly Piece[] => {
            if (record.problem !== undefined) return [toBrokenPiece(file, record, record.problem)];
            if (isRecord(record.value)) return reader.toPieces(record.value, record);
            return [toBrokenPiece(file, record, 'it is no record of an event')];
          });
      },
    };
  },
};
