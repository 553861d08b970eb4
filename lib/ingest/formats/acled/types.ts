/**
 * The sub-events of ACLED as relation types (ACLED codebook: 6 types of events, 25 of sub-events). The codebook gives the order of the actors
 * no meaning, so that a type says what both were party to, and not who acted; only where the second are civilians, who by ACLED's
 * definition do no violence, does it say what the first did to them. The class is that of the PLOVER event (manual of 2021).
 */
import { RelationTypeName, type RelationClass, type RelationType } from '@/lib/model/relation-type';

import { toTypeName } from '../../names/type-index';

interface SubEvent {
  /** What both were party to. */
  readonly noun: string;
  readonly plover: 'ASSAULT' | 'PROTEST' | 'COERCE' | 'AGREE' | null;
  /** What the first did to civilians, and what these had done to them. */
  readonly against?: readonly [label: string, inverse: string] | undefined;
}

const CLASSES: Readonly<Record<NonNullable<SubEvent['plover']>, RelationClass>> = {
  ASSAULT: 'material-conflict',
  PROTEST: 'material-conflict',
  COERCE: 'material-conflict',
  AGREE: 'verbal-cooperation',
};

function assault(noun: string): SubEvent {
  return {
    noun,
    plover: 'ASSAULT',
    against: [`carried out ${noun} against`, `was the target of ${noun} by`],
  };
}

const subEvents: ReadonlyMap<string, SubEvent> = new Map(
  Object.entries({
    'Armed clash': { noun: 'an armed clash', plover: 'ASSAULT' },
    'Government regains territory': {
      noun: 'a battle in which a government regained territory',
      plover: 'ASSAULT',
    },
    'Non-state actor overtakes territory': {
      noun: 'a battle in which a non-state actor took over territory',
      plover: 'ASSAULT',
    },
    'Chemical weapon': assault('a chemical attack'),
    'Air/drone strike': assault('an air or drone strike'),
    'Suicide bomb': assault('a suicide bombing'),
    'Shelling/artillery/missile attack': assault('shelling, artillery fire or a missile attack'),
    'Remote explosive/landmine/IED': assault('an explosion of a remote explosive, landmine or IED'),
    Grenade: assault('a grenade attack'),
    'Sexual violence': {
      noun: 'sexual violence',
      plover: 'ASSAULT',
      against: ['committed sexual violence against', 'suffered sexual violence by'],
    },
    Attack: {
      noun: 'an attack on civilians',
      plover: 'ASSAULT',
      against: ['attacked', 'was attacked by'],
    },
    'Abduction/forced disappearance': {
      noun: 'an abduction or forced disappearance',
      plover: 'COERCE',
      against: ['abducted or made disappear', 'was abducted or made disappear by'],
    },
    'Peaceful protest': { noun: 'a peaceful protest', plover: 'PROTEST' },
    'Protest with intervention': { noun: 'a protest with an intervention', plover: 'PROTEST' },
    'Excessive force against protesters': { noun: 'excessive force against protesters', plover: 'PROTEST' },
    'Violent demonstration': { noun: 'a violent demonstration', plover: 'PROTEST' },
    'Mob violence': {
      noun: 'mob violence',
      plover: 'PROTEST',
      against: ['carried out mob violence against', 'was the target of mob violence by'],
    },
    Agreement: { noun: 'an agreement', plover: 'AGREE' },
    Arrests: { noun: 'arrests', plover: 'COERCE' },
    'Change to group/activity': { noun: 'a change of a group or its activity', plover: null },
    'Disrupted weapons use': { noun: 'a disrupted use of weapons', plover: null },
    'Headquarters or base established': { noun: 'the setting up of a headquarters or base', plover: null },
    'Looting/property destruction': { noun: 'looting or destruction of property', plover: 'COERCE' },
    'Non-violent transfer of territory': { noun: 'a non-violent transfer of territory', plover: null },
    Other: { noun: 'another strategic development', plover: null },
    // The types of events, for rows that say no more.
    Battles: { noun: 'a battle', plover: 'ASSAULT' },
    'Explosions/Remote violence': assault('an explosion or remote violence'),
    'Violence against civilians': {
      noun: 'violence against civilians',
      plover: 'ASSAULT',
      against: ['used violence against', 'suffered violence by'],
    },
    Protests: { noun: 'a protest', plover: 'PROTEST' },
    Riots: { noun: 'a riot', plover: 'PROTEST' },
    'Strategic developments': { noun: 'a strategic development', plover: null },
  } as const satisfies Readonly<Record<string, SubEvent>>).map(([name, event]) => [
    name.toLowerCase(),
    event,
  ]),
);

/**
 * @param subEvent - what ACLED calls it; what is not known here is called so, and has no class
 * @param isAgainstCivilians - whether the second actor are civilians
 */
export function toSubEventType(subEvent: string, isAgainstCivilians: boolean): RelationType {
  const known = subEvents.get(subEvent.toLowerCase());
  const { noun, plover, against } = known ?? { noun: `“${subEvent}”`, plover: null, against: undefined };
  const isDirected = isAgainstCivilians && against !== undefined;
  const label = `was party to ${noun} with`;
  const [does, suffers] = isDirected ? against : [label, label];
  const name = `${isDirected ? 'ACLED against civilians' : 'ACLED'} ${subEvent}`;
  return {
    type: RelationTypeName.parse(toTypeName(name)),
    label: does,
    inverse: suffers,
    plover,
    cameo: null,
    class: plover === null ? 'none' : CLASSES[plover],
    symmetric: !isDirected,
  };
}
