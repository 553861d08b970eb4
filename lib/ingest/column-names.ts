/** What others call the fields of a triple, for tables and for JSON alike. */

/** The fields of `triples.csv`, each with the names by which it is known elsewhere, in lower-case letters and digits alone. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'subject',
    ['source', 'head', 'from', 'actor1', 'subj', 's', 'h', 'sub', 'sourcename', 'subjectname', 'entity1'],
  ],
  [
    'relation',
    [
      'predicate',
      'type',
      'label',
      'edge',
      'rel',
      'p',
      'r',
      'relationtype',
      'reltype',
      'property',
      'relationship',
      'verb',
    ],
  ],
  ['object', ['target', 'tail', 'to', 'actor2', 'obj', 'o', 't', 'targetname', 'objectname', 'entity2']],
  ['about', ['topic', 'ofwhat']],
  ['start', ['date', 'day', 'time', 'when', 'startdate', 'eventdate', 'validfrom']],
  ['end', ['enddate', 'until', 'validto']],
  ['place', ['location', 'where']],
  ['modality', []],
  ['stance', ['polarity']],
  ['attributed_to', ['attribution', 'saidby', 'according', 'accordingto']],
  ['document', []],
  ['paragraph', []],
  ['quote', []],
  ['subject_kind', ['subjecttype', 'sourcetype', 'headtype', 'sourcekind', 'subjectclass']],
  ['object_kind', ['objecttype', 'targettype', 'tailtype', 'targetkind', 'objectclass']],
]);

/**
 * In: the names that columns or members have. Out: for each field that one of them means, which one: the field's own name before a
 * synonym, and of several synonyms the first of the list. A name means one field at most.
 */
export function chooseColumns(names: readonly string[]): ReadonlyMap<string, string> {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = toKey(name);
    if (!byKey.has(key)) byKey.set(key, name);
  }
  const chosen = new Map<string, string>();
  const taken = new Set<string>();
  const choose = (field: string, key: string): void => {
    const name = byKey.get(key);
    if (name === undefined || chosen.has(field) || taken.has(name)) return;
    chosen.set(field, name);
    taken.add(name);
  };
  for (const field of SYNONYMS.keys()) choose(field, toKey(field));
  for (const [field, synonyms] of SYNONYMS) for (const synonym of synonyms) choose(field, synonym);
  return chosen;
}

function toKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
