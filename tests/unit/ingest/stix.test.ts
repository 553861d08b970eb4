import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf, textsOf } from './read-files';
import { noticesOf, readText, sentencesOf } from './read-written';

type Members = Readonly<Record<string, unknown>>;

/** An object of STIX; its id ends with the number. */
function stix(type: string, number: number, members: Members = {}): Members {
  const created = '2024-03-01T10:00:00.000Z';
  return { type, spec_version: '2.1', id: idOf(type, number), created, modified: created, ...members };
}

function idOf(type: string, number: number): string {
  return `${type}--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const cell = stix('identity', 1, { name: 'Quay Watch', identity_class: 'organization' });
const crew = stix('intrusion-set', 2, {
  name: 'Grey Gull',
  aliases: ['GG-7'],
  external_references: [{ source_name: 'list', external_id: 'G0700', url: 'https://list.example/G0700' }],
});
const tool = stix('malware', 3, { name: 'Bilge', is_family: true });

function uses(number: number, members: Members = {}): Members {
  const ends = { source_ref: idOf('intrusion-set', 2), target_ref: idOf('malware', 3) };
  return stix('relationship', number, { relationship_type: 'uses', ...ends, ...members });
}

async function readBundle(...objects: readonly Members[]) {
  const bundle = { type: 'bundle', id: idOf('bundle', 0), objects };
  return await readText('bundle.json', JSON.stringify(bundle, null, 1));
}

describe('a bundle of STIX', () => {
  it('joins things by their names, with kinds, other names and dates', async () => {
    const read = await readBundle(
      cell,
      crew,
      tool,
      uses(4, { start_time: '2022-05-01T00:00:00Z', confidence: 85 }),
    );

    expect(read.input.format).toBe('stix');
    expect(sentencesOf(read)).toEqual(['Grey Gull uses Bilge 2022-05-01']);
    expect(read.triples.map(({ evidence }) => evidence.confidence)).toEqual([85]);
    expect(entitiesOf(read).map(({ name, kind, aliases, sameAs }) => [name, kind, aliases, sameAs])).toEqual([
      ['Quay Watch', 'organisation', [], undefined],
      ['Grey Gull', 'organisation', ['GG-7', 'G0700'], 'https://list.example/G0700'],
      ['Bilge', 'thing', [], undefined],
    ]);
  });

  it('cites the words of a relationship, said by whoever made it, and each reference as a document', async () => {
    const read = await readBundle(
      cell,
      crew,
      tool,
      uses(4, {
        created_by_ref: idOf('identity', 1),
        description: 'Grey Gull has used Bilge. (Citation: Pier 2022)',
        external_references: [
          {
            source_name: 'Pier 2022',
            description: 'Pier. (2022). The Bilge.',
            url: 'https://pier.example/b',
          },
          { source_name: 'Mole 2023' },
        ],
      }),
    );

    expect(textsOf(read)).toEqual(['Grey Gull has used Bilge. (Citation: Pier 2022)']);
    expect(documentsOf(read).map(({ title, url, note }) => [title, url, note])).toEqual([
      ['bundle', undefined, undefined],
      ['Pier 2022', 'https://pier.example/b', 'Pier. (2022). The Bilge.'],
      ['Mole 2023', undefined, undefined],
    ]);
    const [own, pier] = read.triples.map(({ evidence }) => evidence);
    expect([own?.attributedTo, own?.statement]).toEqual(['Quay Watch', undefined]);
    expect([pier?.attributedTo, pier?.statement]).toEqual([
      undefined,
      'Grey Gull has used Bilge. (Citation: Pier 2022)',
    ]);
    expect(new Set(read.triples.map(({ relation }) => relation.id)).size).toBe(1);
  });

  it('takes reports, notes and opinions on a relationship as evidence, and opinions for or against', async () => {
    const refs = { object_refs: [idOf('relationship', 4)] };
    const read = await readBundle(
      ...[cell, crew, tool, uses(4)],
      stix('report', 5, { name: 'Gulls at sea', published: '2023-02-03T00:00:00Z', ...refs }),
      stix('note', 6, { content: 'Seen twice.', authors: ['Ida Moe'], ...refs }),
      stix('opinion', 7, {
        opinion: 'strongly-disagree',
        explanation: 'Not them.',
        created_by_ref: idOf('identity', 1),
        ...refs,
      }),
      stix('opinion', 8, { opinion: 'neutral', ...refs }),
      stix('report', 9, { name: 'Bilge', object_refs: [idOf('malware', 3)] }),
    );

    expect(documentsOf(read).map(({ title, published }) => [title, published])).toEqual([
      ['bundle', undefined],
      ['Gulls at sea', '2023-02-03'],
    ]);
    expect(
      read.triples.map(({ evidence: { stance, attributedTo, passage, document } }) => [
        ...[stance, attributedTo, passage !== undefined, document !== undefined],
      ]),
    ).toEqual([
      ['supports', undefined, false, false],
      ['supports', undefined, false, true],
      ['supports', 'Ida Moe', true, false],
      ['denies', 'Quay Watch', true, false],
    ]);
    expect(noticesOf(read)).toContain(
      'About things and not about what joins them, so that they are no evidence: report (1).',
    );
    expect(noticesOf(read)).toContain('Opinions that are neutral, and are no evidence: 1.');
  });

  it('reads who saw what, where, and what was not seen', async () => {
    const place = stix('location', 5, { country: 'NO' });
    const sighting = (number: number, members: Members) =>
      stix('sighting', number, { sighting_of_ref: idOf('malware', 3), ...members });
    const read = await readBundle(
      ...[cell, tool, place],
      sighting(6, {
        where_sighted_refs: [idOf('identity', 1), idOf('location', 5)],
        first_seen: '2023-01-02T03:04:05Z',
      }),
      sighting(7, { where_sighted_refs: [idOf('identity', 1)], x_opencti_negative: true }),
      sighting(8, {}),
    );

    expect(sentencesOf(read)).toEqual([
      'Quay Watch sighted Bilge 2023-01-02',
      'Bilge sighted in NO 2023-01-02',
      'Quay Watch sighted Bilge',
    ]);
    expect(read.triples.map(({ evidence }) => evidence.stance)).toEqual(['supports', 'supports', 'denies']);
    expect(read.rejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('does not say who saw it'),
    ]);
  });

  it('leaves out what was revoked and what a newer version replaces, and tells how much', async () => {
    const later = '2024-04-01T10:00:00.000Z';
    const read = await readBundle(
      ...[crew, tool, uses(4, { modified: later, relationship_type: 'controls' }), uses(4)],
      stix('tool', 5, { name: 'Oar', revoked: true }),
      uses(6, { target_ref: idOf('tool', 5) }),
      uses(7, { revoked: true }),
    );

    expect(sentencesOf(read)).toEqual(['Grey Gull controls Bilge']);
    expect(entitiesOf(read).map(({ name }) => name)).toEqual(['Grey Gull', 'Bilge']);
    expect(noticesOf(read)).toContain('Objects that were revoked and are not read: 2.');
    expect(noticesOf(read)).toContain('Relationships of objects that were revoked, which are not read: 1.');
    expect(noticesOf(read)).toContain('Versions of objects of which a newer one was read: 1.');
  });

  it('refuses a relationship whose end is not in the file or has no name, and only that', async () => {
    const read = await readBundle(
      ...[crew, tool, uses(4), uses(5, { target_ref: idOf('tool', 9) })],
      stix('observed-data', 6, { number_observed: 1 }),
      uses(7, { source_ref: idOf('observed-data', 6) }),
    );

    expect(sentencesOf(read)).toEqual(['Grey Gull uses Bilge']);
    expect(read.rejects.map(({ column, reason }) => [column, reason])).toEqual([
      ['object', `there is no object '${idOf('tool', 9)}' in the file; add the bundle that has it`],
      ['subject', `the observed-data '${idOf('observed-data', 6)}' has no name; give it one`],
    ]);
  });

  it('takes observables only where something joins them, and tells markings', async () => {
    const red = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed';
    const domain = { type: 'domain-name', id: idOf('domain-name', 5), value: 'gull.example' };
    const other = { ...domain, id: idOf('domain-name', 6), value: 'tern.example' };
    const read = await readBundle(
      ...[tool, domain, other],
      uses(7, {
        source_ref: idOf('malware', 3),
        target_ref: idOf('domain-name', 5),
        object_marking_refs: [red],
      }),
    );

    expect(sentencesOf(read)).toEqual(['Bilge uses gull.example']);
    expect(entitiesOf(read).map(({ name }) => name)).toEqual(['Bilge', 'gull.example']);
    expect(noticesOf(read)).toContain('Marked for whom they are, which nothing here enforces: TLP:RED (1).');
  });

  it('is read as a bare list too', async () => {
    const read = await readText('list.json', JSON.stringify([crew, tool, uses(4)]));

    expect([read.input.format, sentencesOf(read)]).toEqual(['stix', ['Grey Gull uses Bilge']]);
  });
});
