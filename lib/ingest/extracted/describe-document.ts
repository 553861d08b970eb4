import type { Attributes } from '../names/read-attributes';
import type { Builder } from './builders';
import { valueOf } from './built-graph';
import type { ExtractedDocument } from './extracted-graph';

const TITLES = [
  'title',
  'fileName',
  'file_name',
  'name',
  'source_description',
  'source',
  'path',
  'file_path',
];
const KEYS = [
  'uuid',
  'fileName',
  'ref_doc_id',
  'doc_id',
  'path',
  'file_path',
  'file_name',
  'source',
  'url',
  'id',
];
const WEB_ADDRESS = /^https?:\/\//iu;

/**
 * @param attributes - what a document says of itself, or a chunk says of the document that it is cut from
 * @param id - what tells the document apart where nothing else does
 * @param builder - which attributes are titles, where the usual ones are not
 * @returns the document, called like its file
 */
export function describeDocument(
  attributes: Attributes,
  id: string,
  { titles = [] }: Pick<Builder, 'titles'>,
): ExtractedDocument {
  const key = valueOf(attributes, KEYS) ?? id;
  const title = valueOf(attributes, [...titles, ...TITLES]) ?? key;
  const url = ['url', 'source', 'path']
    .map((name) => valueOf(attributes, [name]))
    .find((each) => each !== undefined && WEB_ADDRESS.test(each));
  const published = valueOf(attributes, ['valid_at'])?.slice(0, 10);
  const isWeb = WEB_ADDRESS.test(title);
  return {
    key,
    title: isWeb ? title : (title.split(/[/\\]/u).at(-1) ?? title),
    url,
    published: published !== undefined && /^\d{4}-\d\d-\d\d$/u.test(published) ? published : undefined,
  };
}
