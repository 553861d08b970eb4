/** The properties of KnowledgeNet, as sentences say them, and of what kind their ends are (Mesquita et al., EMNLP 2019, table 2). */
import type { EntityKind } from '@/lib/model/entity';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';

export interface FactType {
  readonly type: RelationType;
  readonly subject: EntityKind;
  readonly object: EntityKind;
}

type Entry = readonly [name: string, label: string, inverse: string, subject: EntityKind, object: EntityKind];

const entries: readonly Entry[] = [
  ['DATE_OF_BIRTH', 'was born on', 'is the date of birth of', 'person', 'thing'],
  ['DATE_OF_DEATH', 'died on', 'is the date of death of', 'person', 'thing'],
  ['PLACE_OF_BIRTH', 'has the place of birth', 'is the place of birth of', 'person', 'place'],
  ['PLACE_OF_RESIDENCE', 'has resided in', 'has been the residence of', 'person', 'place'],
  ['RESIDENCE', 'has the residence', 'is the residence of', 'person', 'place'],
  ['NATIONALITY', 'has the nationality', 'is the nationality of', 'person', 'place'],
  [
    'EMPLOYEE_OR_MEMBER_OF',
    'is employed by or a member of',
    'employs or counts as a member',
    'person',
    'organisation',
  ],
  ['EDUCATED_AT', 'was educated at', 'educated', 'person', 'organisation'],
  [
    'POLITICAL_AFFILIATION',
    'is politically affiliated with',
    'has the affiliation of',
    'person',
    'organisation',
  ],
  ['CHILD_OF', 'is a child of', 'is a parent of', 'person', 'person'],
  ['SPOUSE', 'is the spouse of', 'is the spouse of', 'person', 'person'],
  ['DATE_FOUNDED', 'was founded on', 'is the date of the foundation of', 'organisation', 'thing'],
  ['HEADQUARTERS', 'has its headquarters in', 'is the seat of', 'organisation', 'place'],
  ['SUBSIDIARY_OF', 'is a subsidiary of', 'has the subsidiary', 'organisation', 'organisation'],
  ['FOUNDED_BY', 'was founded by', 'is a founder of', 'organisation', 'person'],
  ['CEO', 'has the chief executive', 'is the chief executive of', 'organisation', 'person'],
];

export const factTypes: ReadonlyMap<string, FactType> = new Map(
  entries.map(([name, label, inverse, subject, object]) => [
    name,
    { type: toType(name, label, inverse), subject, object },
  ]),
);

function toType(name: string, label: string, inverse: string): RelationType {
  const rest = { plover: null, cameo: null, class: 'none', symmetric: label === inverse } as const;
  return { type: RelationTypeName.parse(name), label, inverse, ...rest };
}
