/** PLOVER's modes, which say how an event was done, as relation types (PLOVER manual 2.0; POLECAT's column `Event Mode`). */
import { RelationTypeName, type RelationClass, type RelationType } from '@/lib/model/relation-type';

import { ploverTypes } from '../../names/plover-types';
import { toTypeName } from '../../names/type-index';

type Words = readonly [label: string, inverse: string];

const modes: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    'CONSULT visit': ['visited', 'was visited by'],
    'CONSULT phone': ['phoned', 'was phoned by'],
    'CONSULT third-party': ['consulted, with a third party, with', 'was consulted, with a third party, by'],
    'CONSULT multilateral': ['held multilateral talks with', 'held multilateral talks with'],
    'RETREAT withdraw': ['withdrew from', 'saw the withdrawal of'],
    'RETREAT release': ['released', 'was released by'],
    'RETREAT return': ['returned something to', 'had something returned by'],
    'RETREAT disarm': ['disarmed before', 'saw the disarmament of'],
    'RETREAT ceasefire': ['ceased fire with', 'saw a ceasefire by'],
    'RETREAT access': ['gave access to', 'was given access by'],
    'RETREAT resign': ['resigned before', 'saw the resignation of'],
    'REQUEST assist': ['asked for assistance of', 'was asked for assistance by'],
    'REQUEST change': ['asked for a change of', 'was asked for a change by'],
    'REQUEST yield': ['asked to yield', 'was asked to yield by'],
    'REQUEST meet': ['asked for a meeting with', 'was asked for a meeting by'],
    'ACCUSE disapprove': ['disapproved of', 'met the disapproval of'],
    'ACCUSE allege': ['made allegations against', 'faced allegations by'],
    'ACCUSE investigate': ['investigated', 'was investigated by'],
    'REJECT assist': ['refused assistance to', 'was refused assistance by'],
    'REJECT change': ['refused a change asked for by', 'was refused a change by'],
    'REJECT yield': ['refused to yield to', 'met a refusal to yield by'],
    'REJECT meet': ['refused to meet', 'was refused a meeting by'],
    'THREATEN restrict': ['threatened restrictions on', 'was threatened with restrictions by'],
    'THREATEN ban': ['threatened a ban on', 'was threatened with a ban by'],
    'THREATEN arrest': ['threatened arrests of', 'was threatened with arrests by'],
    'THREATEN relations': ['threatened to reduce relations with', 'was threatened with reduced relations by'],
    'THREATEN expel': ['threatened to expel', 'was threatened with expulsion by'],
    'THREATEN territory': ['threatened to occupy territory of', 'was threatened with occupation by'],
    'THREATEN violence': ['threatened violence against', 'was threatened with violence by'],
    'PROTEST demo': ['demonstrated against', 'faced a demonstration by'],
    'PROTEST riot': ['rioted against', 'faced a riot by'],
    'PROTEST strike': ['went on strike against', 'faced a strike by'],
    'PROTEST hunger': ['went on hunger strike against', 'faced a hunger strike by'],
    'PROTEST boycott': ['boycotted', 'was boycotted by'],
    'PROTEST obstruct': ['obstructed', 'was obstructed by'],
    'SANCTION convict': ['convicted', 'was convicted by'],
    'SANCTION expel': ['expelled', 'was expelled by'],
    'SANCTION withdraw': ['withdrew, in sanction, from', 'was sanctioned by the withdrawal of'],
    'SANCTION discontinue': ['discontinued dealings with', 'saw dealings discontinued by'],
    'MOBILIZE troops': ['mobilised troops against', 'faced troops mobilised by'],
    'MOBILIZE weapons': ['mobilised weapons against', 'faced weapons mobilised by'],
    'MOBILIZE police': ['mobilised police against', 'faced police mobilised by'],
    'MOBILIZE militia': ['mobilised a militia against', 'faced a militia mobilised by'],
    'COERCE seize': ['seized property of', 'had property seized by'],
    'COERCE restrict': ['imposed restrictions on', 'was restricted by'],
    'COERCE ban': ['banned', 'was banned by'],
    'COERCE censor': ['censored', 'was censored by'],
    'COERCE curfew': ['imposed a curfew on', 'was put under a curfew by'],
    'COERCE martial-law': ['imposed martial law on', 'was put under martial law by'],
    'COERCE arrest': ['arrested', 'was arrested by'],
    'COERCE deport': ['deported', 'was deported by'],
    'COERCE withhold': ['withheld something from', 'had something withheld by'],
    'COERCE misinform': ['misinformed', 'was misinformed by'],
    'COERCE cyber': ['made a cyber attack on', 'faced a cyber attack by'],
  } as const satisfies Readonly<Record<string, Words>>),
);

/** POLECAT's `Quad Code`, in the words of its files and in PLOVER's numbers, for events that are not known here. */
const QUADS: ReadonlyMap<string, RelationClass> = new Map([
  ['VERBAL COOPERATION', 'verbal-cooperation'],
  ['MATERIAL COOPERATION', 'material-cooperation'],
  ['VERBAL CONFLICT', 'verbal-conflict'],
  ['MATERIAL CONFLICT', 'material-conflict'],
  ['1', 'verbal-cooperation'],
  ['2', 'material-cooperation'],
  ['3', 'verbal-conflict'],
  ['4', 'material-conflict'],
]);

/**
 * @param event - PLOVER's event: ACCUSE
 * @param mode - how it was done, as far as that is said
 * @param quad - the quad class of the row, which counts for an event that PLOVER has not
 * @returns the type; a mode that is not known stands in brackets
 */
export function toModeType(event: string, mode: string, quad: string): RelationType {
  const name = event.toUpperCase();
  const known = ploverTypes.get(name);
  const label = known?.label ?? `was the actor of ${event} towards`;
  const inverse = known?.inverse ?? `was the recipient of ${event} by`;
  const base: RelationType = known ?? {
    type: RelationTypeName.parse(toTypeName(event)),
    label,
    inverse,
    plover: null,
    cameo: null,
    class: QUADS.get(quad.toUpperCase()) ?? 'none',
    symmetric: false,
  };
  if (mode === '') return base;
  const how = mode.toLowerCase();
  const [does, has] = modes.get(`${name} ${how}`) ?? [`${label} (${how})`, `${inverse} (${how})`];
  return {
    ...base,
    type: RelationTypeName.parse(toTypeName(`${name} ${how}`)),
    label: does,
    inverse: has,
    symmetric: does === has,
  };
}
