/** The events of PLOVER as relation types, for what names an event and gives no code (PLOVER manual of 2021; its draft of 2016 for the names that changed). */
import { RelationTypeName, type RelationClass, type RelationType } from '@/lib/model/relation-type';

type Entry = readonly [event: string, plover: string, type: RelationClass, label: string, inverse: string];

const entries: readonly Entry[] = [
  ['AGREE', 'AGREE', 'verbal-cooperation', 'agreed with', 'had the agreement of'],
  ['CONSULT', 'CONSULT', 'verbal-cooperation', 'consulted with', 'was consulted by'],
  ['SUPPORT', 'SUPPORT', 'verbal-cooperation', 'supported', 'was supported by'],
  ['CONCEDE', 'CONCEDE', 'verbal-cooperation', 'made a concession to', 'was granted a concession by'],
  ['COOPERATE', 'COOPERATE', 'material-cooperation', 'worked together with', 'had the cooperation of'],
  ['AID', 'AID', 'material-cooperation', 'aided', 'was aided by'],
  ['RETREAT', 'RETREAT', 'material-cooperation', 'retreated before', 'saw the retreat of'],
  ['YIELD', 'RETREAT', 'material-cooperation', 'yielded to', 'saw the yielding of'],
  ['REQUEST', 'REQUEST', 'verbal-conflict', 'requested something of', 'faced a request by'],
  ['DEMAND', 'REQUEST', 'verbal-conflict', 'demanded something of', 'faced a demand by'],
  ['ACCUSE', 'ACCUSE', 'verbal-conflict', 'made an accusation against', 'faced an accusation by'],
  ['DISAPPROVE', 'ACCUSE', 'verbal-conflict', 'disapproved of', 'met the disapproval of'],
  ['INVESTIGATE', 'ACCUSE', 'verbal-conflict', 'opened an investigation of', 'came under investigation by'],
  ['REJECT', 'REJECT', 'verbal-conflict', 'rejected', 'was rejected by'],
  ['THREATEN', 'THREATEN', 'verbal-conflict', 'made a threat against', 'faced a threat by'],
  ['PROTEST', 'PROTEST', 'material-conflict', 'staged a protest against', 'faced a protest by'],
  ['SANCTION', 'SANCTION', 'material-conflict', 'reduced its dealings with', 'saw dealings reduced by'],
  ['MOBILIZE', 'MOBILIZE', 'material-conflict', 'mobilised forces against', 'faced forces mobilised by'],
  ['COERCE', 'COERCE', 'material-conflict', 'used coercion against', 'was put under coercion by'],
  ['ASSAULT', 'ASSAULT', 'material-conflict', 'assaulted', 'was assaulted by'],
  ['FIGHT', 'FIGHT', 'material-conflict', 'took up arms against', 'was fought with arms by'],
];

/** By the name of the event. */
export const ploverTypes: ReadonlyMap<string, RelationType> = new Map(
  entries.map(([event, plover, quad, label, inverse]) => [
    event,
    {
      type: RelationTypeName.parse(event),
      label,
      inverse,
      plover,
      cameo: null,
      class: quad,
      symmetric: false,
    },
  ]),
);
