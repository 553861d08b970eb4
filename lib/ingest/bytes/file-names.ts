/** What the name of a file in a folder tells. */
import path from 'node:path';

const DOCUMENT_NAME = /\.(?:md|markdown|txt|html?|pdf|docx|epub|eml|mbox)$/iu;
const DATA_NAME =
  /\.(?:csv|tsv|jsonl?|ndjson|xml|gexf|graphml|xgmml|gml|net|dot|gv|sif|cyjs|cx2?|ttl|nt|nq|trig|n3|zip|xlsx|ann)(?:\.gz)?$/iu;
/** Files about a folder, which are no part of what it holds. */
const ABOUT = /^(?:readme|licen[cs]e|copying|notice|changelog|contributing|authors)(?:[._-]|$)/iu;

export function isAboutFolder(name: string): boolean {
  return ABOUT.test(path.basename(name));
}

export function isDocumentName(name: string): boolean {
  return DOCUMENT_NAME.test(name) && !isAboutFolder(name);
}

/** Whether it may hold data: also a `.txt`, which may turn out to be a table. */
export function isDataName(name: string): boolean {
  return !isAboutFolder(name) && (DATA_NAME.test(name) || DOCUMENT_NAME.test(name));
}
