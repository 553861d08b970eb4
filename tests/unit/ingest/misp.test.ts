import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf, textsOf } from './read-files';
import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

const boat = {
  name: 'vehicle',
  uuid: 'boat',
  Attribute: [{ uuid: 'plate', object_relation: 'license-plate-number', type: 'text', value: 'LK 7' }],
};
const captain = {
  name: 'person',
  uuid: 'captain',
  Attribute: [
    { uuid: 'first', object_relation: 'first-name', type: 'first-name', value: 'Ida' },
    { uuid: 'last', object_relation: 'last-name', type: 'last-name', value: 'Moe' },
    { uuid: 'alias', object_relation: 'alias', type: 'text', value: 'Tern' },
  ],
  ObjectReference: [
    {
      uuid: 'r1',
      object_uuid: 'captain',
      referenced_uuid: 'boat',
      relationship_type: 'owner-of',
      comment: 'Seen at the quay.',
    },
    { uuid: 'r2', object_uuid: 'captain', referenced_uuid: 'site', relationship_type: 'owns' },
    { uuid: 'r3', object_uuid: 'captain', referenced_uuid: 'gone', relationship_type: 'owns' },
    { uuid: 'r4', object_uuid: 'captain', referenced_uuid: 'site', relationship_type: 'uses', deleted: true },
  ],
};
const event = {
  uuid: 'e1',
  info: 'Night boats',
  date: '2024-02-03',
  Orgc: { name: 'Quay Watch' },
  Tag: [{ name: 'tlp:amber' }, { name: 'boats' }],
  Attribute: [
    { uuid: 'site', type: 'domain', value: 'tern.example' },
    { uuid: 'lone', type: 'ip-dst', value: '192.0.2.1' },
  ],
  Object: [boat, captain],
};

/** Each document once; it may come with a passage and with a row. */
function booksOf(read: ReadInput) {
  return [...new Map(documentsOf(read).map((document) => [document.id, document])).values()];
}

describe('events of MISP', () => {
  it('join what refers to something and that, by what names them, and cite the event', async () => {
    const read = await readText('events.json', JSON.stringify({ response: [{ Event: event }] }, null, 1));

    expect(read.input.format).toBe('misp');
    expect(sentencesOf(read)).toEqual(['Ida Moe owner of LK 7', 'Ida Moe owns tern.example']);
    expect(entitiesOf(read).map(({ name, kind, aliases }) => [name, kind, aliases])).toEqual([
      ['Ida Moe', 'person', ['Tern']],
      ['LK 7', 'thing', []],
      ['tern.example', 'thing', []],
    ]);
    expect(booksOf(read).map(({ title, published, publisher }) => [title, published, publisher])).toEqual([
      ['Night boats', '2024-02-03', 'Quay Watch'],
    ]);
    expect(textsOf(read)).toEqual(['Seen at the quay.']);
    expect(
      read.triples.map(({ evidence: { passage, document } }) => [passage, document].map(Boolean)),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('tell what nothing joins, what was deleted and markings, and refuse what refers to nothing', async () => {
    const read = await readText('event.json', JSON.stringify({ Event: event }));

    expect(read.rejects.map(({ column, reason }) => [column, reason])).toEqual([
      ['object', "there is no attribute or object 'gone' in the file; add its event"],
    ]);
    expect(noticesOf(read).split('\n')).toEqual([
      'Attributes and objects that no reference joins, so that they are not read: ip-dst (1).',
      'Attributes, objects and references that were deleted and are not read: 1.',
      'Events marked for whom they are, which nothing here enforces: TLP:AMBER (1).',
    ]);
  });

  it('are one entity where two of them have the same attribute', async () => {
    const second = {
      ...event,
      uuid: 'e2',
      info: 'Day boats',
      Attribute: [{ uuid: 'site2', type: 'domain', value: 'tern.example' }],
      Object: [
        {
          ...captain,
          uuid: 'mate',
          ObjectReference: [{ uuid: 'r9', referenced_uuid: 'site2', relationship_type: 'owns' }],
        },
      ],
    };
    const read = await readText('list.json', JSON.stringify([{ Event: event }, { Event: second }]));

    expect(entitiesOf(read).filter(({ name }) => name === 'tern.example')).toHaveLength(1);
    expect(booksOf(read).map(({ title }) => title)).toEqual(['Night boats', 'Day boats']);
  });
});
