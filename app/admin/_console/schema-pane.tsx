'use client';

import { call } from '@/lib/api/call';
import { schemaEndpoint } from '@/lib/api/schema-endpoint';
import type { SchemaOverview } from '@/lib/model/schema-overview';

import { FailureNotice } from '../../_ui/failure-notice';
import { Skeleton } from '../../_ui/skeleton';
import { useLoaded } from '../../_ui/use-loaded';

import styles from './console.module.css';

const SHOWN_TYPES = 12;

const examples = [
  {
    name: 'Who accused whom, and of what',
    text: `MATCH (a:Entity)-[r:ACCUSED]->(b:Entity)
RETURN a, r.about AS of, b, r.start AS since, r.evidence AS passages
ORDER BY passages DESC, since`,
  },
  {
    name: 'Contested relations',
    text: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.contested
RETURN a, type(r) AS type, r.about AS about, b
ORDER BY a.name, b.name`,
  },
  {
    name: 'Passages behind a type',
    text: `MATCH (a:Entity)-[r:MET]->(b:Entity)
MATCH (e:Evidence)-[:CITES]->(p:Passage)-[:PART_OF]->(d:Document)
WHERE e.relation = r.id
RETURN a, b, d.publisher AS publisher, p.index AS paragraph, p.text AS text
LIMIT 50`,
  },
  {
    name: 'Evidence by stance',
    text: `MATCH (e:Evidence)
RETURN e.stance AS stance, count(e) AS pieces
ORDER BY pieces DESC`,
  },
] as const;

/** What the graph holds, in the words of a query; pressing one puts a statement into the editor. */
export function SchemaPane({ onPick }: { readonly onPick: (statement: string) => void }) {
  const schema = useLoaded(loadSchema);
  return (
    <aside className={styles['schema']} aria-label="Schema and examples">
      {schema.status === 'loading' && <Skeleton label="Reading the schema" />}
      {schema.status === 'failed' && <FailureNotice {...schema} />}
      {schema.status === 'ready' && <Schema schema={schema.value} onPick={onPick} />}
      <section>
        <h2>Examples</h2>
        <ul>
          {examples.map(({ name, text }) => (
            <li key={name}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  onPick(text);
                }}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

function Schema({
  schema,
  onPick,
}: {
  readonly schema: SchemaOverview;
  readonly onPick: (statement: string) => void;
}) {
  const { engine, labels } = schema;
  const relationshipTypes = schema.relationshipTypes.toSorted((one, other) => other.count - one.count);
  return (
    <>
      <p className={styles['engine']}>
        {engine.name} {engine.version}
        <br />
        {engine.address}
      </p>
      <section>
        <h2>Labels</h2>
        <ul>
          {labels.map(({ label, count, properties }) => (
            <Count
              key={label}
              name={label}
              count={count}
              title={properties.join(', ')}
              onPick={() => {
                onPick(`MATCH (n:${label})\nRETURN n\nLIMIT 100`);
              }}
            />
          ))}
        </ul>
      </section>
      <section>
        <h2>Relationship types</h2>
        <TypeCounts types={relationshipTypes.slice(0, SHOWN_TYPES)} onPick={onPick} />
        {relationshipTypes.length > SHOWN_TYPES && (
          <details>
            <summary>{relationshipTypes.length - SHOWN_TYPES} more</summary>
            <TypeCounts types={relationshipTypes.slice(SHOWN_TYPES)} onPick={onPick} />
          </details>
        )}
      </section>
    </>
  );
}

interface TypeCountsProps {
  readonly types: SchemaOverview['relationshipTypes'];
  readonly onPick: (statement: string) => void;
}

function TypeCounts({ types, onPick }: TypeCountsProps) {
  return (
    <ul>
      {types.map(({ type, count, properties }) => (
        <Count
          key={type}
          name={type}
          count={count}
          title={properties.join(', ')}
          onPick={() => {
            onPick(`MATCH (a)-[r:${type}]->(b)\nRETURN a, r, b\nLIMIT 100`);
          }}
        />
      ))}
    </ul>
  );
}

interface CountProps {
  readonly name: string;
  readonly count: number;
  readonly title: string;
  readonly onPick: () => void;
}

function Count({ name, count, title, onPick }: CountProps) {
  return (
    <li className={styles['count']}>
      <button type="button" onClick={onPick} title={title === '' ? undefined : `Properties: ${title}`}>
        <code>:{name}</code>
        <span className="number">{count.toLocaleString('en-GB')}</span>
      </button>
    </li>
  );
}

function loadSchema(signal: AbortSignal): Promise<SchemaOverview> {
  return call(schemaEndpoint, {}, { signal });
}
