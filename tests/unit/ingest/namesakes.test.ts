import { describe, expect, it } from '@jest/globals';

import { readFiles } from './read-files';
import type { ReadInput } from './read-input';
import { noticesOf, readText } from './read-written';

/** Each row as "name:number name:number", the entities numbered as they come. */
function endsOf({ items }: ReadInput): readonly string[] {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  return items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { relation } = item.triple;
    return [
      `${item.wording.subject}:${numberOf(relation.subject)} ${item.wording.object}:${numberOf(relation.object)}`,
    ];
  });
}

async function readRows(header: string, ...rows: readonly string[]) {
  const read = await readText('rows.csv', [header, ...rows].join('\n'));
  expect(read.rejects).toEqual([]);
  return read;
}

describe('Names of one table', () => {
  it('that stand beside several ids are several entities, and others are one', async () => {
    const read = await readRows(
      'source_id,source_name,relation,target_id,target_name',
      '10,Eva Gry,aunt of,11,Eva Gry',
      '11,Eva Gry,met,12,Cy Ek',
      '10,Eva Gry,met,12,Cy Ek',
    );

    expect(endsOf(read)).toEqual(['Eva Gry:1 Eva Gry:2', 'Eva Gry:2 Cy Ek:3', 'Eva Gry:1 Cy Ek:3']);
    expect(noticesOf(read)).toContain("Names with several ids are several entities: 'Eva Gry' (10, 11).");
  });

  it('keep their entity where an id is all that stands beside them', async () => {
    const [withIds, without] = await Promise.all([
      readRows('source_id,source_name,relation,target_id,target_name', '1,Ana Lima,met,2,Cy Ek'),
      readRows('subject,relation,object', 'Ana Lima,met,Cy Ek'),
    ]);

    expect(withIds.triples[0]?.relation.subject).toBe(without.triples[0]?.relation.subject);
  });

  it.each([
    ['José Ruiz', 'Jose Ruiz'],
    ['Peña', 'Pena'],
    ['Muñoz', 'MUÑOZ'],
  ])('are one where %s is common and %s a slip, which is told', async (common, slip) => {
    const rows = Array.from({ length: 5 }, (_, at) => `${common},met,B${at}`);
    const read = await readRows('subject,relation,object', `${slip},met,Bo`, ...rows);

    expect(new Set(read.triples.map(({ relation }) => relation.subject)).size).toBe(1);
    expect(noticesOf(read)).toContain(`'${slip}' and '${common}'`);
  });

  it.each([
    ['as common', ['Peña', 'Pena', 'Peña', 'Pena']],
    ['a third beside them', ['Peña', 'Peña', 'Peña', 'Peña', 'Pena', 'Péna']],
    ['an acronym', ['WHO', 'WHO', 'WHO', 'WHO', 'WHO', 'Who']],
    ['another word of five letters', ['Apple', 'Apple', 'Apple', 'Apple', 'apple']],
    ['in a language of tones', ['Nguyễn Văn', 'Thanh', 'Thanh', 'Thanh', 'Thanh', 'Thành']],
  ])('stay apart where one is %s', async (_, names) => {
    const read = await readRows('subject,relation,object', ...names.map((name, at) => `${name},met,B${at}`));

    expect(new Set(read.triples.map(({ relation }) => relation.subject)).size).toBe(new Set(names).size);
    expect(noticesOf(read)).not.toContain('Merged into one');
  });

  it('are one entity of the commonest kind, whatever kinds rows give them', async () => {
    const read = await readRows(
      'subject,subject_type,relation,object',
      'Ana Lima,ORG,met,Bo',
      'Ana Lima,PERSON,met,Cy',
      'Ana Lima,,met,Di',
      'ana lima,Person,met,Ed',
      'Fog Club,ORG,met,Bo',
    );
    const implied = read.triples.flatMap(({ entities }) =>
      entities.map(({ entity }) => `${entity.name} ${entity.kind}`),
    );

    expect(new Set(read.triples.slice(0, 4).map(({ relation }) => relation.subject)).size).toBe(1);
    expect(implied).toContain('Ana Lima person');
    expect(implied).toContain('Fog Club organisation');
    expect(noticesOf(read)).toContain("'ana lima' (person, organisation)");
  });
});

describe('Names of a table beside a list of entities', () => {
  it('are those of the list, also where one looks like a slip', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => `Peña,met,B${at}`);
    const read = await readFiles({
      'entities.csv': 'id,name\np1,Peña\np2,Pena\n',
      'triples.csv': ['subject,relation,object', ...rows, 'Pena,met,Bo'].join('\n'),
    });

    expect(new Set(read.triples.map(({ relation }) => relation.subject))).toEqual(new Set(['p1', 'p2']));
  });
});
