import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf } from './read-files';
import type { ReadInput } from './read-input';
import { noticesOf, readText } from './read-written';

type Members = Readonly<Record<string, unknown>>;

function saidOf({ items }: ReadInput) {
  return items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { about, when } = item.triple.relation;
    return [[`${subject} ${label} ${object}`, about, when?.start, when?.end]];
  });
}

const source = {
  type: ['officialRegister'],
  description: 'Register of Norrby',
  url: 'https://register.example/7',
};
const quay = {
  statementID: 'c1',
  statementType: 'entityStatement',
  entityType: 'registeredEntity',
  name: 'Quay Ltd',
};
const eva = {
  statementID: 'p1',
  statementType: 'personStatement',
  personType: 'knownPerson',
  names: [
    { type: 'translation', fullName: 'Eva R.' },
    { type: 'individual', givenName: 'Eva', familyName: 'Rask' },
  ],
};

function owns(id: string, members: Members = {}): Members {
  return {
    statementID: id,
    statementType: 'ownershipOrControlStatement',
    subject: { describedByEntityStatement: 'c1' },
    interestedParty: { describedByPersonStatement: 'p1' },
    interests: [{ type: 'shareholding', share: { minimum: 25, maximum: 50 }, startDate: '2019-03-01' }],
    source,
    ...members,
  };
}

async function read(statements: readonly Members[], name = 'bods.json') {
  return await readText(name, JSON.stringify(statements, null, 1));
}

describe('statements of beneficial ownership', () => {
  it('give a relation for each interest, with share, dates and the source as document', async () => {
    const interests = [
      {
        type: 'voting-rights',
        share: { exact: 30 },
        interestLevel: 'indirect',
        startDate: '2019',
        endDate: '2021',
      },
      { type: 'boardChair', beneficialOwnershipOrControl: true, details: 'Since the founding.' },
      { type: 'goldenVote' },
      { type: 'unknownInterest' },
    ];
    const all = await read([quay, eva, owns('o1'), owns('o2', { interests })]);

    expect(all.input.format).toBe('bods');
    expect(entitiesOf(all).map(({ name, kind, aliases }) => [name, kind, aliases])).toEqual([
      ['Quay Ltd', 'organisation', []],
      ['Eva Rask', 'person', ['Eva R.']],
    ]);
    expect(saidOf(all)).toEqual([
      ['Eva Rask holds shares in Quay Ltd', '25% to 50%', '2019-03-01', undefined],
      ['Eva Rask has voting rights in Quay Ltd', '30%, indirect', '2019', '2021'],
      ['Eva Rask chairs the board of Quay Ltd', 'beneficial', undefined, undefined],
      ['Eva Rask has an interest (golden vote) in Quay Ltd', undefined, undefined, undefined],
      ['Eva Rask has an interest in Quay Ltd', undefined, undefined, undefined],
    ]);
    expect(documentsOf(all).map(({ title, url }) => [title, url])).toEqual([
      ['Register of Norrby', 'https://register.example/7'],
    ]);
    expect(all.triples[2]?.evidence.statement).toBe('Since the founding.');
  });

  it('count by what replaces them, and what names an older one means the newer', async () => {
    const renamed = { ...quay, statementID: 'c2', name: 'Pier Ltd', replacesStatements: ['c1'] };
    const all = await read([
      quay,
      renamed,
      eva,
      owns('o1'),
      owns('o2', { interests: [], replacesStatements: ['o1'] }),
    ]);

    expect(saidOf(all).map(([words]) => words)).toEqual(['Eva Rask has an interest in Pier Ltd']);
    expect(noticesOf(all)).toContain('Statements that others replace, which are not read: 2.');
  });

  it('tell interests of nobody, and refuse what is not in the file or has no name', async () => {
    const nobody = { unspecified: { reason: 'no-beneficial-owners' } };
    const stranger = { ...eva, statementID: 'p2', personType: 'unknownPerson', names: [] };
    const all = await read([
      ...[quay, eva, stranger, owns('o1', { interestedParty: nobody })],
      owns('o2', { interestedParty: { describedByPersonStatement: 'p2' } }),
      owns('o3', { subject: { describedByEntityStatement: 'c9' } }),
      { statementID: 'x' },
    ]);

    expect(saidOf(all)).toEqual([]);
    expect(noticesOf(all)).toContain(
      'Interests of nobody who is named, or in nothing, which are no relations: no-beneficial-owners (1).',
    );
    expect(all.rejects.map(({ column, reason }) => [column, reason])).toEqual([
      ['', 'it is no statement of BODS: it needs an id, and statementType or recordType'],
      ['subject', "the statement 'p2' names nobody"],
      ['object', "there is no statement 'c9' in the file; add it"],
    ]);
  });

  it('are read as records of version 0.4 on lines, the newest of each, with the publication for a source', async () => {
    const of = (statementId: string, record: Members, more: Members = {}) => ({
      ...{ statementId, ...record, statementDate: '2024-01-01', recordStatus: 'new' },
      publicationDetails: { publicationDate: '2024-02-01', publisher: { name: 'Norrby Registry' } },
      ...more,
    });
    const company = { recordType: 'entity', recordId: 'company' };
    const person = { recordType: 'person', recordId: 'person' };
    const relationship = { recordType: 'relationship', recordId: 'own' };
    const joins = (share: number) => ({
      subject: 'company',
      interestedParty: 'person',
      interests: [{ type: 'shareholding', directOrIndirect: 'direct', share: { exact: share } }],
    });
    const closed = { statementDate: '2024-05-01', recordStatus: 'closed' };
    const state = { entityType: { type: 'state' }, name: 'Norrby' };
    const known = { personType: 'knownPerson', names: [{ type: 'legal', fullName: 'Eva Rask' }] };
    const lines = [
      of('s4', { ...relationship, recordDetails: joins(70) }, closed),
      of('s1', { ...company, recordDetails: state }),
      of('s2', { ...person, recordDetails: known }),
      of('s3', { ...relationship, recordDetails: joins(60) }),
      of('s5', {
        ...{ ...relationship, recordId: 'none' },
        recordDetails: { ...joins(1), interestedParty: { reason: 'unknown' } },
      }),
    ];
    const all = await readText('bods.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));

    expect(all.input.format).toBe('bods');
    expect(saidOf(all)).toEqual([['Eva Rask holds shares in Norrby', '70%', undefined, undefined]]);
    expect(entitiesOf(all).map(({ kind }) => kind)).toEqual(['country', 'person']);
    expect(documentsOf(all).map(({ title, published }) => [title, published])).toEqual([
      ['Norrby Registry', '2024-02-01'],
    ]);
    expect(noticesOf(all)).toContain('Relationships whose record is closed, so that they may have ended: 1.');
    expect(noticesOf(all)).toContain('which are no relations: unknown (1).');
  });
});
