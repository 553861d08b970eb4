import type { RdfTerm } from './read-rdf';

const WIKIDATA = /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q[1-9]\d*)$/u;

/**
 * Returns the key of a term: its IRI, the same for all ways to write one of Wikidata; for a blank
 * node `_:` and its label.
 */
export function toKey({ termType, value }: RdfTerm): string {
  if (termType === 'BlankNode') return `_:${value}`;
  if (!value.includes('wikidata.org/')) return value;
  const number = WIKIDATA.exec(value)?.[1];
  return number === undefined ? value : `http://www.wikidata.org/entity/${number}`;
}
