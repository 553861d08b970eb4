/** Interests of one party in another: what they are called, how large they are, and since when. */
import type { ExtractedDocument } from '../../extracted/extracted-graph';
import { fieldOf, firstFieldOf, isRecord, toList, toText, type JsonRecord } from '../../json/json-value';
import { textOf } from './statements';

export interface BodsInterest {
  /** Reads "party type subject". */
  readonly type: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly statement: string | undefined;
}

/** Of the standard's list of interest types, in the letters of 0.3. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['shareholding', 'holds shares in'],
  ['votingRights', 'has voting rights in'],
  ['appointmentOfBoard', 'appoints the board of'],
  ['influenceOrControl', 'has influence or control over'],
  ['otherInfluenceOrControl', 'has other influence or control over'],
  ['seniorManagingOfficial', 'is a senior managing official of'],
  ['settlor', 'is a settlor of'],
  ['settlorOfTrust', 'is a settlor of'],
  ['trustee', 'is a trustee of'],
  ['trusteeOfTrust', 'is a trustee of'],
  ['protector', 'is a protector of'],
  ['protectorOfTrust', 'is a protector of'],
  ['beneficiaryOfLegalArrangement', 'is a beneficiary of'],
  ['beneficiaryOfTrust', 'is a beneficiary of'],
  ['rightsToSurplusAssets', 'has rights to the surplus assets of'],
  ['rightsToSurplusAssetsOnDissolution', 'has rights to the surplus assets of'],
  ['rightsToProfitOrIncome', 'has rights to the profit or income of'],
  ['rightsGrantedByContract', 'has rights by contract over'],
  ['conditionalRightsGrantedByContract', 'has conditional rights by contract over'],
  ['controlViaCompanyRulesOrArticles', 'controls by company rules'],
  ['controlByLegalFramework', 'controls by law'],
  ['boardMember', 'is a board member of'],
  ['boardChair', 'chairs the board of'],
  ['enjoymentAndUseOfAssets', 'has the use of the assets of'],
  ['rightToProfitOrIncomeFromAssets', 'has rights to the income from assets of'],
  ['nominee', 'is a nominee for'],
  ['nominator', 'is a nominator of'],
]);
const SOME_INTEREST = 'has an interest in';

/** Returns the interests of a statement; one of an unknown sort where it names none. */
export function toInterests(details: JsonRecord): readonly BodsInterest[] {
  const interests = toList(fieldOf(details, 'interests')).filter(isRecord);
  return (interests.length === 0 ? [{}] : interests).map((interest) => ({
    type: nameType(textOf(interest, 'type')),
    cells: toCells(interest),
    statement: textOf(interest, 'details'),
  }));
}

/** Earlier versions write voting-rights for votingRights. A type that is none of the standard's is told in its own words. */
function nameType(type: string | undefined): string {
  if (type === undefined || /^un(?:known|published)/u.test(type)) return SOME_INTEREST;
  const name = type.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const words = name.replace(/([a-z])([A-Z])/gu, '$1 $2').toLowerCase();
  return TYPES.get(name) ?? `has an interest (${words}) in`;
}

function toCells(interest: JsonRecord): ReadonlyMap<string, string> {
  const level = toText(firstFieldOf(interest, ['directOrIndirect', 'interestLevel']));
  const isBeneficial = fieldOf(interest, 'beneficialOwnershipOrControl') === true;
  const about = [
    toShare(fieldOf(interest, 'share')),
    level === 'indirect' ? 'indirect' : undefined,
    isBeneficial ? 'beneficial' : undefined,
  ];
  const cells = {
    about: about.filter((part) => part !== undefined).join(', '),
    start: textOf(interest, 'startDate'),
    end: textOf(interest, 'endDate'),
  };
  return new Map(Object.entries(cells).flatMap(([name, cell]) => (cell ? [[name, cell] as const] : [])));
}

function toShare(share: unknown): string | undefined {
  if (!isRecord(share)) return undefined;
  const exact = textOf(share, 'exact');
  if (exact !== undefined) return `${exact}%`;
  const lowest = toText(firstFieldOf(share, ['minimum', 'exclusiveMinimum']));
  const highest = toText(firstFieldOf(share, ['maximum', 'exclusiveMaximum']));
  if (lowest === undefined) return highest === undefined ? undefined : `up to ${highest}%`;
  return highest === undefined ? `from ${lowest}%` : `${lowest}% to ${highest}%`;
}

/** Returns where a statement comes from, or else who publishes it. */
export function toSource(value: JsonRecord): ExtractedDocument | undefined {
  return toStatedSource(fieldOf(value, 'source')) ?? toPublication(fieldOf(value, 'publicationDetails'));
}

function toStatedSource(source: unknown): ExtractedDocument | undefined {
  if (!isRecord(source)) return undefined;
  const [by] = toList(fieldOf(source, 'assertedBy')).filter(isRecord);
  const publisher = by && textOf(by, 'name');
  const [title, url] = [textOf(source, 'description') ?? publisher, textOf(source, 'url')];
  const key = url ?? title;
  return key === undefined ? undefined : { key, title: title ?? key, url, publisher };
}

function toPublication(publication: unknown): ExtractedDocument | undefined {
  const publisher = isRecord(publication) ? fieldOf(publication, 'publisher') : undefined;
  if (!isRecord(publication) || !isRecord(publisher)) return undefined;
  const [name, url] = [textOf(publisher, 'name'), textOf(publisher, 'url')];
  const title = name ?? url;
  if (title === undefined) return undefined;
  return { key: `publisher ${title}`, title, url, published: textOf(publication, 'publicationDate') };
}
