import { describe, expect, it } from '@jest/globals';

import { createEntityIndex } from '@/lib/ingest/names/entity-index';
import { joinTokens } from '@/lib/ingest/spans/join-tokens';
import { EntityId } from '@/lib/model/ids';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

const FILE = 'doc-red/documents.txt';

function passagesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'passage' ? [item] : []));
}

function entitiesOf({ items }: ReadInput) {
  const all = items.flatMap((item) => {
    if (item.kind === 'entity') return [item.entry.entity];
    return item.kind === 'triple' ? item.triple.entities.map(({ entity }) => entity) : [];
  });
  return [...new Map(all.map((entity) => [entity.id, entity])).values()];
}

describe('documents with relations', () => {
  it('are recognised whatever the file is called, each sentence a passage that reads as text', async () => {
    const read = await readInput(fixture(FILE));

    expect(read.input.format).toBe('docred');
    expect(passagesOf(read).map(({ passage }) => [passage.index, passage.text])).toEqual([
      [1, 'Ada Maria Holm (1943 – 2016) was a Canadian-Swedish captain of Norrhavn-Rederi A/S.'],
      [2, "She said: \"I don't sail\", the sailors' union's paper wrote."],
      [4, 'Canada remembers Ada Holm in Paris.'],
      [1, 'Paris is an album made in Paris, by __proto__.'],
    ]);
  });

  it('mark every mention where it stands in the text, and one at a wrong place where its words are', async () => {
    const read = await readInput(fixture(FILE));

    expect(
      passagesOf(read).map(({ passage, mentions }) =>
        mentions.map(({ start, end }) => sliceCodePoints(passage.text, start, end)),
      ),
    ).toEqual([
      ['Holm', 'Ada Maria Holm', 'Canadian', 'Norrhavn-Rederi A/S', '1943'],
      ["sailors' union"],
      ['Ada Holm', 'Canada', 'Paris'],
      ['Paris', 'Paris', '__proto__'],
    ]);
  });

  it('make an entity of each cluster: the most telling name, the others as aliases, homonyms apart by kind', async () => {
    const read = await readInput(fixture(FILE));

    expect(entitiesOf(read).map(({ name, kind, aliases }) => [name, kind, aliases])).toEqual([
      ['Ada Maria Holm', 'person', ['Holm', 'Ada Holm']],
      ['Canada', 'place', ['Canadian']],
      ['Norrhavn-Rederi A/S', 'organisation', []],
      ['1943', 'thing', []],
      ["sailors' union", 'organisation', []],
      ['Paris', 'place', []],
      ['Paris', 'thing', []],
      ['__proto__', 'person', []],
    ]);
  });

  it('give a row for each sentence of the evidence, and where there is none one that cites the document', async () => {
    const { items } = await readInput(fixture(FILE));
    const rows = items.flatMap((item) => (item.kind === 'triple' ? [item] : []));
    const titles = new Map<string, string>(
      items.flatMap((item) =>
        item.kind === 'document' ? [[item.document.id, item.document.title] as const] : [],
      ),
    );
    const passages = new Map(
      items.flatMap((item) =>
        item.kind === 'passage' ? [[item.passage.id, item.passage.text] as const] : [],
      ),
    );

    expect(
      rows.map(({ wording, triple: { evidence } }) => {
        const text = evidence.passage && passages.get(evidence.passage);
        const cited =
          text === undefined
            ? `document ${titles.get(evidence.document ?? '') ?? ''} ${evidence.file ?? ''}`
            : sliceCodePoints(text, evidence.start ?? 0, evidence.end ?? 4);
        return [`${wording.subject} | ${wording.label} | ${wording.object}`, cited];
      }),
    ).toEqual([
      [
        'Ada Maria Holm | employer | Norrhavn-Rederi A/S',
        'Holm (1943 – 2016) was a Canadian-Swedish captain of Norrhavn-Rederi A/S',
      ],
      ['Ada Maria Holm | country of citizenship | Canada', 'Holm (1943 – 2016) was a Canadian'],
      ['Ada Maria Holm | country of citizenship | Canada', 'Canada remembers Ada Holm'],
      ['Ada Maria Holm | date of birth | 1943', 'document Ada Holm '],
      ['Ada Maria Holm | P551 | Paris', 'She '],
      ['Paris | country | Paris', 'Paris'],
    ]);
  });

  it('are refused part by part, with the document and what is wrong', async () => {
    const { rejects, input } = await readInput(fixture(FILE));

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [1, 'vertexSet', expect.stringContaining('Ada Holm: sent_id')],
      [1, 'labels', expect.stringContaining('Ada Holm: h')],
      [1, 'vertexSet', 'Ada Holm: there is no sentence 9; they count from 0'],
      [1, 'vertexSet', "Ada Holm: tokens 0 to 1 of sentence 1 are not 'Atlantis', nor is it elsewhere in it"],
      [1, 'object', 'there is no entity 6 that could be used'],
      [1, 'evidence', 'there is no sentence 2; they count from 0'],
      [1, 'object', 'there is no entity 99 that could be used'],
      [3, '', 'its sents are not lists of tokens'],
      [4, '', 'it has no sents and vertexSet; a document needs both'],
    ]);
    expect(input.notices()).toContain(
      'Relations without a name in rel_info.json, named by their ids: P551 (1).',
    );
  });

  it('with the same title are documents of their own', async () => {
    const { items } = await readInput(fixture(FILE));
    const documents = items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));

    expect(documents.map(({ title }) => title)).toEqual(['Ada Holm', 'Ada Holm']);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(2);
  });
});

describe('an entity that is looked up by its name alone', () => {
  const found = { id: EntityId.parse('city'), name: 'City of Light', kind: 'place' } as const;

  it('is the one of that name in the store, and none that has it as an alias', async () => {
    const byAlias = await readInput(fixture(FILE), {
      findNames: () => Promise.resolve(new Map([['Paris', [{ ...found, by: 'alias' }]]])),
    });
    const byName = await readInput(fixture(FILE), {
      findNames: () => Promise.resolve(new Map([['Paris', [{ ...found, name: 'Paris', by: 'name' }]]])),
    });

    expect(byAlias.triples.map(({ relation }) => relation.object)).not.toContain('city');
    expect(byName.triples.map(({ relation }) => relation.object)).toContain('city');
  });

  it('is not an entity of the dataset that has it as an alias', () => {
    const index = createEntityIndex();
    index.add({ ...found, aliases: ['Paris'] });

    expect(index.find({ name: 'Paris' }).status).toBe('known');
    expect(index.find({ name: 'Paris', matches: 'name' }).status).toBe('unknown');
  });
});

describe('joining tokens', () => {
  it.each([
    [['Costs', '$', '5', ',', 'or', '10', '%', '!'], 'Costs $5, or 10%!'],
    [['a', '“', 'b', '”', "'", 'c', "'", 'd'], "a “b” 'c' d"],
    [['one', '[', '2', ']', '-', 'three', '...'], 'one [2] - three...'],
    [['8', '\u00a0', 'km', 'e\u0301'], '8\u00a0km é'],
  ])('writes %j as people do', (tokens, text) => {
    const joined = joinTokens(tokens);

    expect(joined.text).toBe(text);
    expect(joined.tokens.map(({ start, end }) => sliceCodePoints(joined.text, start, end))).toEqual(
      tokens.map((token) => token.normalize('NFC')),
    );
  });
});
