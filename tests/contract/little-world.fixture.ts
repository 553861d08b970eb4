/** A small graph with every case in it: disputes, denials, a self-relation, an entity alone, two documents, text beyond the basic plane. */
import type { Batch } from '@/lib/model/batch';
import { EntityId } from '@/lib/model/ids';

import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  declare,
  mention,
  relate,
} from './batch.fixture';

const older = createDocument('older', '2023-06-18');
const newer = createDocument('newer', '2023-08');
const undated = createDocument('undated');

export const balloon = createPassage(
  'older',
  1,
  '😀 The United States accused China of spying with a balloon.',
);
export const meeting = createPassage('older', 2, 'Blinken met Xi in Beijing, 习近平会见了布林肯。');
export const denial = createPassage(
  'newer',
  1,
  'China rejected the accusation of the United States; Müller listened.',
);
export const memory = createPassage('undated', 1, 'The United States belongs to NATO.');

export const usa = EntityId.parse('usa');
export const china = EntityId.parse('china');
export const blinken = EntityId.parse('blinken');
export const xi = EntityId.parse('xi');
export const alone = EntityId.parse('alone');

export const littleWorld: Batch = createBatch({
  types: [
    createType('ACCUSED', { label: 'accused', inverse: 'was accused by', class: 'verbal-conflict' }),
    createType('MET', { label: 'met', inverse: 'met', class: 'verbal-cooperation' }),
    createType('MEMBER_OF', { label: 'is a member of', inverse: 'has the member' }),
  ],
  entities: [
    declare('usa', 'United States', { aliases: ['USA', 'Washington'] }),
    declare('china', 'China', { aliases: ['PRC', '中国'] }),
    declare('china-daily', 'China Daily', { kind: 'organisation' }),
    declare('blinken', 'Antony Blinken', { kind: 'person', description: 'Secretary of State' }),
    declare('xi', 'Xi Jinping', { kind: 'person', aliases: ['习近平'] }),
    declare('muller', 'Jürgen Müller', { kind: 'person' }),
    declare('nato', 'NATO', { kind: 'organisation' }),
    declare('alone', 'Liechtenstein'),
  ],
  documents: [older, newer, undated],
  passages: [balloon, meeting, denial, memory],
  mentions: [
    mention(balloon, 'usa', 'United States'),
    mention(balloon, 'china', 'China'),
    mention(meeting, 'blinken', 'Blinken'),
    mention(meeting, 'xi', '习近平'),
    mention(denial, 'china', 'China'),
    mention(denial, 'usa', 'United States'),
    mention(denial, 'muller', 'Müller'),
    mention(memory, 'usa', 'United States'),
  ],
  relations: [
    relate('accused', 'usa ACCUSED china', { about: 'spying', start: '2023-02' }),
    relate('met', 'blinken MET xi', { start: '2023-06-18', end: '2023-06-19', place: 'Beijing' }),
    relate('member', 'usa MEMBER_OF nato'),
    relate('denied', 'china ACCUSED usa', { about: 'smearing', start: '2023-02-04' }),
    relate('itself', 'china MET china', { start: '2022', modality: 'hypothetical' }),
  ],
  evidence: [
    cite(['v-accused', 'accused'], balloon, { quote: 'accused China' }),
    cite(['v-accused-again', 'accused'], denial, { quote: 'the accusation' }),
    cite(['v-rejected', 'accused'], denial, { quote: 'rejected', denies: true }),
    cite(['v-met', 'met'], meeting, { quote: '习近平会见了布林肯' }),
    cite(['v-member', 'member'], memory),
    citeLine(['v-member-line', 'member'], 7),
    cite(['v-denied', 'denied'], denial, { denies: true }),
    citeLine(['v-itself', 'itself'], 8),
  ],
});
