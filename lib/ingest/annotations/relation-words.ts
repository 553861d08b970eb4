/** What corpora write where two spans are not related. */
const NONE = /^(?:na|n\/a|none|no[_ -]?relation|norel|no[_ -]?label)$/iu;
/** A property of Wikidata. */
const CODE = /^P\d+$/u;

/**
 * Makes the label of a relation read as words.
 *
 * @param label - as an input has it: "WorksFor", "PLACE_OF_BIRTH", "per:employee_of", "/people/person/place_of_birth"
 * @returns the same as words; undefined where it says that there is no relation
 */
export function toRelationWords(label: string): string | undefined {
  const plain = label.trim();
  if (plain === '' || NONE.test(plain)) return undefined;
  const last = plain.startsWith('/') ? plain.replace(/\/+$/u, '').replace(/^.*\//u, '') : plain;
  const own = last.replace(/^(?:per|org|gpe|loc|misc):/iu, '');
  if (/\s/u.test(own) || CODE.test(own)) return own;
  const words = own
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_-]+/gu, ' ')
    .trim();
  return words === '' ? own : words.toLowerCase();
}
