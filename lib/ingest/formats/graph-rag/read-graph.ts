import type {
  ExtractedChunk,
  ExtractedDocument,
  ExtractedEntity,
  ExtractedRelation,
} from '../../extracted/extracted-graph';
import { toShown } from '../../json/json-value';
import type { RecordRow } from '../../table/read-parquet';
import { CLAIM_COLUMNS, type ClaimReader } from './claims';
import type { Tables } from './find-tables';
import { readTable, textOf, toIds, type TableReading } from './read-table';

const ENTITY_COLUMNS = ['name', 'title', 'type', 'description', 'text_unit_ids'];
const RELATION_COLUMNS = ['source', 'target', 'description', 'text_unit_ids'];
const UNIT_COLUMNS = ['id', 'text', 'chunk', 'document_ids', 'document_id'];
const DOCUMENT_COLUMNS = ['id', 'title', 'text_unit_ids'];

export interface GraphTables {
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
}

/** Reads entities, relationships and claims; they are held in memory. */
export async function readGraphTables(
  tables: Tables,
  claims: ClaimReader,
  reading: TableReading,
): Promise<GraphTables> {
  const entities: ExtractedEntity[] = [];
  const relations: ExtractedRelation[] = [];
  const { entities: entityFile, relationships: relationFile, covariates: claimFile } = tables;
  if (entityFile !== undefined)
    for await (const rows of readTable(entityFile, ENTITY_COLUMNS, reading))
      entities.push(...rows.map((row) => toEntity(row, entityFile)));
  if (relationFile !== undefined)
    for await (const rows of readTable(relationFile, RELATION_COLUMNS, reading))
      relations.push(...rows.map((row) => toRelation(row, relationFile)));
  if (claimFile !== undefined)
    for await (const rows of readTable(claimFile, CLAIM_COLUMNS, reading))
      relations.push(...rows.flatMap((row) => claims.toRelations(row, claimFile)));
  return { entities, relations };
}

/** Reads the texts, a part at a time, with the documents that they stand in. */
export async function* readUnits(
  { text_units: unitFile, documents: documentFile }: Tables,
  reading: TableReading,
): AsyncGenerator<readonly ExtractedChunk[]> {
  if (unitFile === undefined) return;
  const documents = await readDocuments(documentFile, reading);
  for await (const rows of readTable(unitFile, UNIT_COLUMNS, reading))
    yield rows.map(({ value, line }) => {
      const key = textOf(value, 'id') ?? '';
      const text = typeof value['text'] === 'string' ? value['text'] : (textOf(value, 'chunk') ?? '');
      const ids = [...new Set([...toIds(value, 'document_ids'), ...toIds(value, 'document_id')])];
      return {
        key,
        text,
        documents: ids.map((id) => documents.byId.get(id) ?? { key: id, title: id }),
        index: ids.length === 1 ? documents.numberOf.get(key) : undefined,
        file: unitFile,
        line,
      };
    });
}

interface Documents {
  readonly byId: ReadonlyMap<string, ExtractedDocument>;
  /** The number of a text in its document, counted from 1. */
  readonly numberOf: ReadonlyMap<string, number>;
}

async function readDocuments(file: string | undefined, reading: TableReading): Promise<Documents> {
  const byId = new Map<string, ExtractedDocument>();
  const numberOf = new Map<string, number>();
  if (file === undefined) return { byId, numberOf };
  for await (const rows of readTable(file, DOCUMENT_COLUMNS, reading))
    for (const { value } of rows) {
      const key = textOf(value, 'id');
      if (key === undefined) continue;
      byId.set(key, { key, title: textOf(value, 'title') ?? key });
      toIds(value, 'text_unit_ids').forEach((unit, at) => numberOf.set(unit, at + 1));
    }
  return { byId, numberOf };
}

function toEntity({ value, line }: RecordRow, file: string): ExtractedEntity {
  const name = textOf(value, 'title', 'name') ?? '';
  const kinds = [textOf(value, 'type') ?? ''];
  const description = textOf(value, 'description');
  const chunks = toIds(value, 'text_unit_ids');
  return { key: name, name, kinds, description, chunks, file, line, raw: toShown(value) };
}

/** The ends of a relationship are titles. */
function toRelation({ value, line }: RecordRow, file: string): ExtractedRelation {
  return {
    source: textOf(value, 'source') ?? '',
    target: textOf(value, 'target') ?? '',
    isDirected: true,
    statement: textOf(value, 'description'),
    evidence: [...new Set(toIds(value, 'text_unit_ids'))].map((chunk) => ({ chunk })),
    file,
    line,
    raw: toShown(value),
  };
}
