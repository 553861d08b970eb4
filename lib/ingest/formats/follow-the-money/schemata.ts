/** What the schemata of FollowTheMoney are here. From its model, version 4: https://followthemoney.tech/explorer/ */
import type { EntityKind } from '@/lib/model/entity';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';

import { toInverseLabel } from '../../names/read-vocabulary';

/** Which of its properties a link joins, and what the relation is called: a type of the base vocabulary, or one declared here. */
export interface FtmLink {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
}

const kinds: ReadonlyMap<string, EntityKind> = new Map([
  ...of('person', 'Person'),
  ...of('organisation', 'LegalEntity Organization Company PublicBody'),
  ...of('place', 'Address RealEstate'),
  ...of('event', 'Event Trip Project CallForTenders'),
  ...of('concept', 'Position'),
  ...of(
    'thing',
    'Thing Asset Vehicle Vessel Airplane Security BankAccount CryptoWallet UserAccount Contract License',
  ),
  ...of('work', 'Document Article Pages Email HyperText PlainText Image Video Audio Message Note'),
  ...of('work', 'Folder Package Workbook Table'),
]);

function of(kind: EntityKind, schemata: string): readonly (readonly [string, EntityKind])[] {
  return schemata.split(' ').map((schema) => [schema, kind]);
}

const links: ReadonlyMap<string, FtmLink> = new Map([
  ['Ownership', toLink('owner OWNS asset')],
  ['Directorship', toLink('director DIRECTOR_OF organization')],
  ['Membership', toLink('member MEMBER_OF organization')],
  ['Employment', toLink('employee WORKED_FOR employer')],
  ['Family', toLink('person FAMILY_OF relative')],
  ['Associate', toLink('person ASSOCIATE_OF associate')],
  ['Representation', toLink('agent REPRESENTED client')],
  ['UnknownLink', toLink('subject LINKED_TO object')],
  ['Payment', toLink('payer PAID beneficiary')],
  ['Debt', toLink('debtor IN_DEBT_TO creditor')],
  ['Occupancy', toLink('holder HOLDS_POSITION post')],
  ['Succession', toLink('successor SUCCEEDED predecessor')],
  ['Documentation', toLink('document DOCUMENTS entity')],
  ['ContractAward', toLink('supplier WON_CONTRACT contract')],
  ['ProjectParticipant', toLink('participant PARTICIPATED_IN project')],
  ['Mention', toLink('document MENTIONS resolved')],
  // Its authority is a name and no entity.
  ['Sanction', toLink('authority SANCTIONED entity')],
]);

/** Properties of things whose values are other things; `this` is the thing that has the property. */
const properties: ReadonlyMap<string, FtmLink> = new Map([
  ['parent', toLink('this PART_OF parent')],
  ['addressEntity', toLink('this LOCATED_IN addressEntity')],
  ['organizer', toLink('organizer ORGANISED this')],
  ['involved', toLink('involved PARTICIPATED_IN this')],
  ['owner', toLink('owner OWNS this')],
  ['operator', toLink('operator OPERATES this')],
  ['issuer', toLink('issuer ISSUED this')],
  ['mentionedEntities', toLink('this MENTIONS mentionedEntities')],
]);

function toLink(text: string): FtmLink {
  const [subject = '', type = '', object = ''] = text.split(' ');
  return { subject, type, object };
}

const declared: readonly (readonly [string, string, 'symmetric'?])[] = [
  ['OWNS', 'owns'],
  ['DIRECTOR_OF', 'is a director of'],
  ['FAMILY_OF', 'is family of', 'symmetric'],
  ['ASSOCIATE_OF', 'is an associate of', 'symmetric'],
  ['LINKED_TO', 'is linked to', 'symmetric'],
  ['PAID', 'paid'],
  ['IN_DEBT_TO', 'is in debt to'],
  ['HOLDS_POSITION', 'holds the position'],
  ['DOCUMENTS', 'documents'],
  ['WON_CONTRACT', 'won the contract'],
  ['OPERATES', 'operates'],
  ['ISSUED', 'issued'],
  ['MENTIONS', 'mentions'],
];

/** Returns the kind of the things of a schema; undefined for a schema that is not a thing. */
export function kindOfSchema(schema: string): EntityKind | undefined {
  return kinds.get(schema);
}

/** Returns what a schema joins; undefined for a schema that is not a link. */
export function linkOfSchema(schema: string): FtmLink | undefined {
  return links.get(schema);
}

/** Returns what a property of a thing joins; undefined for one whose values are not things. */
export function linkOfProperty(property: string): FtmLink | undefined {
  return properties.get(property);
}

/** Returns the type of that name where the base vocabulary has none. */
export function findFtmType(name: string, known: ReadonlySet<string>): RelationType | undefined {
  const found = declared.find(([type]) => type === name);
  if (!found || known.has(name)) return undefined;
  const [, label, symmetric] = found;
  const isSymmetric = symmetric !== undefined;
  const inverse = isSymmetric ? label : toInverseLabel(label);
  return {
    type: RelationTypeName.parse(name),
    label,
    inverse,
    plover: null,
    cameo: null,
    class: 'none',
    symmetric: isSymmetric,
  };
}
