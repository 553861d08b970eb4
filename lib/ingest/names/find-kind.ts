import type { EntityKind } from '@/lib/model/entity';

/**
 * What other models call their classes, in lower-case letters alone: those of FOAF, schema.org, DBpedia, FollowTheMoney, of annotated
 * corpora (PER, ORG, GPE …) and of Wikidata (by number).
 */
const WORDS: ReadonlyMap<EntityKind, readonly string[]> = new Map([
  ['person', ['human', 'per', 'people', 'politician', 'actor', 'author', 'artist', 'q5']],
  [
    'organisation',
    ['organization', 'org', 'company', 'corporation', 'publicbody', 'legalentity', 'party', 'politicalparty']
      .concat(['government', 'governmentorganization', 'governmentagency', 'agency', 'newsmediaorganization'])
      .concat([
        'educationalorganization',
        'university',
        'school',
        'ngo',
        'group',
        'team',
        'sportsteam',
        'bank',
      ])
      .concat(['institution', 'militaryunit', 'q43229', 'q4830453', 'q7278', 'q327333']),
  ],
  ['country', ['state', 'nation', 'sovereignstate', 'q6256', 'q3624078']],
  [
    'place',
    ['location', 'loc', 'gpe', 'fac', 'city', 'town', 'village', 'settlement', 'populatedplace', 'region']
      .concat(['geo', 'geopoliticalentity'])
      .concat(['administrativearea', 'address', 'postaladdress', 'landmark', 'island', 'river', 'mountain'])
      .concat(['spatialthing', 'feature', 'continent', 'facility', 'q515', 'q618123', 'q2221906', 'q486972']),
  ],
  [
    'event',
    ['conflict', 'battle', 'war', 'election', 'meeting', 'conference', 'incident', 'q1656682', 'q1190554'],
  ],
  [
    'work',
    [
      'creativework',
      'book',
      'article',
      'newsarticle',
      'scholarlyarticle',
      'document',
      'film',
      'movie',
      'painting',
    ].concat(['report', 'song', 'album', 'webpage', 'website', 'q386724', 'q571', 'q11424', 'q13442814']),
  ],
  [
    'concept',
    ['class', 'topic', 'subject', 'skosconcept', 'conceptscheme', 'definedterm', 'category', 'norp'],
  ],
  [
    'thing',
    ['product', 'vehicle', 'vessel', 'ship', 'airplane', 'aircraft', 'weapon', 'device', 'realestate'],
  ],
]);

const kinds: ReadonlyMap<string, EntityKind> = new Map(
  [...WORDS].flatMap(([kind, words]) => [kind, ...words].map((word) => [word, kind] as const)),
);

/** What annotated corpora call classes of words that are none of our kinds, and what stands where there is no class. */
const OTHER_CLASSES = new Set(
  ['ordinal', 'cardinal', 'date', 'time', 'money', 'quantity', 'percent', 'language', 'law', 'misc'].concat([
    'nolabel',
    'none',
    'other',
    'unknown',
    'entity',
    'node',
  ]),
);

/** @returns whether a word is one for a class rather than a name: "Person", "ORG", "No label" */
export function isClassWord(word: string): boolean {
  return (
    findKind([word]) !== undefined || OTHER_CLASSES.has(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  );
}

/**
 * Returns our kind for the first word that has one.
 * @param words - what an input calls the class of an entity, the most telling first
 */
export function findKind(words: Iterable<string>): EntityKind | undefined {
  for (const word of words) {
    const kind = kinds.get(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
    if (kind !== undefined) return kind;
  }
  return undefined;
}
