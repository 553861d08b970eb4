import { fieldOf, toText, type JsonRecord } from '../../json/json-value';
import { readMembers, type JsonMember } from '../../json/read-members';
import type { ExtractedDocument } from '../../extracted/extracted-graph';
import type { Workspace } from './find-workspace';

export interface WorkspaceDocuments {
  /** Returns the document of a chunk. */
  readonly documentOf: (key: string, chunk: JsonRecord) => ExtractedDocument;
  /** Sentences about documents that are not wholly there. */
  readonly notices: readonly string[];
}

interface Draft {
  file?: string | undefined;
  beginning?: string | undefined;
}

/** What stands for a file where there was none. */
const NO_FILE = new Set(['', 'unknown_source', 'no-file-path', 'unknown', 'custom_kg', 'none', 'null']);
const WEB_ADDRESS = /^https?:\/\//iu;
const LONGEST_BEGINNING = 60;
const SHOWN = 5;

/** Reads what a workspace says of its documents: what they are called, and how far they were worked on. Their texts are not held. */
export async function readWorkspaceDocuments({ files }: Workspace): Promise<WorkspaceDocuments> {
  const drafts = new Map<string, Draft>();
  const unfinished = new Map<string, string[]>();

  function take({ key, value }: JsonMember): void {
    const draft = drafts.get(key) ?? {};
    drafts.set(key, draft);
    addTo(draft, value);
    const status = toText(fieldOf(value, 'status'));
    if (status !== undefined && status !== 'processed')
      unfinished.set(status, [...(unfinished.get(status) ?? []), describe(key, draft, value)]);
  }

  for (const file of [files.documents, files.status]) {
    if (file === undefined) continue;
    for await (const { members } of readMembers(file)) for (const member of members) take(member);
  }
  return {
    documentOf: (key, chunk) => {
      const draft = drafts.get(key) ?? {};
      drafts.set(key, draft);
      addTo(draft, chunk);
      return toDocument(key, draft);
    },
    notices: [...unfinished].map(([status, all]) => noteUnfinished(status, all)),
  };
}

/** Returns the file that a text is from, unless there was none. */
export function toFilePath(value: unknown): string | undefined {
  const file = toText(value);
  return file === undefined || NO_FILE.has(file.toLowerCase()) ? undefined : file;
}

/** Returns a document, called like its file, or else by its first words. */
export function toDocument(key: string, { file, beginning }: Draft): ExtractedDocument {
  const isWeb = file !== undefined && WEB_ADDRESS.test(file);
  const name = isWeb ? file : file?.split(/[/\\]/u).at(-1);
  return { key, title: name ?? beginning ?? key, ...(isWeb && { url: file }) };
}

/** Returns the first words of a text, as many as a title may have. */
export function toBeginning(value: unknown): string | undefined {
  const text =
    typeof value === 'string'
      ? value
          .slice(0, 4 * LONGEST_BEGINNING)
          .replace(/\s+/gu, ' ')
          .trim()
      : '';
  if (text.length <= LONGEST_BEGINNING) return text || undefined;
  const cut = text.slice(0, LONGEST_BEGINNING);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_BEGINNING / 2))
    .trim()
    .toWellFormed()} …`;
}

function addTo(draft: Draft, value: JsonRecord): void {
  draft.file ??= toFilePath(fieldOf(value, 'file_path'));
  draft.beginning ??= toBeginning(fieldOf(value, 'content') ?? fieldOf(value, 'content_summary'));
}

function describe(key: string, draft: Draft, value: JsonRecord): string {
  const reason = toText(fieldOf(value, 'error_msg')) ?? toText(fieldOf(value, 'error'));
  const { title } = toDocument(key, draft);
  return reason === undefined ? title : `${title} (${reason.replace(/\s+/gu, ' ').slice(0, 120)})`;
}

function noteUnfinished(status: string, all: readonly string[]): string {
  const shown =
    all.slice(0, SHOWN).join(', ') + (all.length > SHOWN ? ` and ${all.length - SHOWN} more` : '');
  const many = all.length === 1 ? 'One document is' : `${all.length} documents are`;
  return `${many} not completely in this graph, since the status is '${status}': ${shown}.`;
}
