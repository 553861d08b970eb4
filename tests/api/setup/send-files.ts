import { request as open, type ClientRequest } from 'node:http';

import type { LoadEvent, LoadReport } from '@/lib/api/datasets-endpoint';
import { LoadEvent as LoadEventShape } from '@/lib/api/datasets-endpoint';
import { UPLOAD_HEADER } from '@/lib/api/endpoint';

import { ask, readLines, type Answer } from './ask';
import type { TestServer } from './start-server';

const BOUNDARY = 'entente-test-boundary';

/** A file as it is sent: `name` goes over the wire as it stands. */
export interface SentFile {
  readonly name: string;
  readonly text: string;
}

/** Adds the headers of an upload to somebody's headers. */
export function ofUpload(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, [UPLOAD_HEADER]: '1' };
}

export function toMultipart(files: readonly SentFile[]): Buffer {
  return Buffer.from(files.map(({ name, text }) => `${openPart(name)}${text}\r\n`).join('') + CLOSE);
}

/** What stands before a file's text. */
export function openPart(name: string): string {
  const disposition = `form-data; name="files"; filename="${name}"`;
  return `--${BOUNDARY}\r\ncontent-disposition: ${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n`;
}

const CLOSE = `--${BOUNDARY}--\r\n`;

/** Sends files to be loaded; `query` is what stands behind the path. */
export function sendFiles(
  server: TestServer,
  headers: Readonly<Record<string, string>>,
  { files, query = '' }: { readonly files: readonly SentFile[]; readonly query?: string },
): Promise<Answer> {
  return ask(server, `/api/admin/datasets${query}`, {
    method: 'POST',
    headers: ofUpload(headers),
    body: toMultipart(files),
  });
}

/** Begins an upload that says nothing of its length; the caller writes on. */
export function beginUpload(server: TestServer, headers: Readonly<Record<string, string>>): ClientRequest {
  const request = open({
    host: '127.0.0.1',
    port: server.port,
    path: '/api/admin/datasets',
    method: 'POST',
    // A server that closes the connection behind its answer may cut off a client that still sends.
    headers: { ...ofUpload(headers), connection: 'keep-alive' },
    agent: false,
  });
  request.on('error', () => undefined);
  return request;
}

export function readEvents(answer: Answer): LoadEvent[] {
  return readLines(answer).map((line) => LoadEventShape.parse(line));
}

/** The report that an answer ends with. Throws when it ends with anything else. */
export function readReport(answer: Answer): LoadReport {
  const last = answer.status === 200 ? readEvents(answer).at(-1) : undefined;
  if (last && 'report' in last) return last.report;
  throw new Error(`There is no report: ${answer.status} ${answer.text.slice(0, 500)}`);
}
