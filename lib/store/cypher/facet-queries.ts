/** The questions behind facets: how many relations and entities pass, by what they are. */
import { gradesOf, type RelationPattern } from './relation-pattern';

/** All relations, those that are only denied apart: of few rows, every count by type, class, modality, grade and dispute can be added up. */
export const relationGroups = ({
  types,
  where,
}: RelationPattern) => `MATCH (a:Entity)-[r${types}]->(b:Entity) WHERE ${where('a', 'b')}
WITH type(r) AS type, r.class AS class, r.modality AS modality, r.contested AS contested, r.supports > 0 AS supported, r.evidence AS evidence,
  ${gradesOf('r')} AS grades
RETURN type, class, modality, contested, supported, grades, count(*) AS relations, sum(evidence) AS evidence`;

export const relationsPerSource = ({
  types,
  where,
}: RelationPattern) => `MATCH (a:Entity)-[r${types}]->(b:Entity) WHERE r.sources IS NOT NULL AND ${where('a', 'b')}
UNWIND r.sources AS source
RETURN source, count(*) AS n`;

export const entitiesPerKind = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity)-[r${types}]-(n:Entity) WHERE ${where('e', 'n')}
WITH DISTINCT e
RETURN e.kind AS kind, count(*) AS n`;
