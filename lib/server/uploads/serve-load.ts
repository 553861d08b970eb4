import 'server-only';

import { existsSync } from 'node:fs';
import path from 'node:path';

import { loadEndpoint, type LoadEvent } from '@/lib/api/datasets-endpoint';
import type { Parsed } from '@/lib/api/endpoint';
import { loadPaths } from '@/lib/load/load-paths';
import type { LoadFailure, LoadReport } from '@/lib/load/load-report';

import { authorise } from '../session/authorise';
import { checkOrigin } from '../http/check-origin';
import { getEnv } from '../get-env';
import { getPeer } from '../http/get-peer';
import { logger } from '../logger';
import { openServerStore } from '../open-server-store';
import { acquireLock } from '../mutex';
import { parseRequest } from '../http/parse-request';
import { getProcessState } from '../process-state';
import { countTry } from '../rate-limit';
import { receiveFiles } from './receive-files';
import { toRejectsLink } from './rejects-files';
import { respond } from '../http/respond';
import { streamJob } from '../http/stream-job';
import { toLoadPaths } from './to-load-paths';
import { openUploadFolder } from './upload-folder';

type Wish = Parsed<(typeof loadEndpoint)['request']>;
type Report = Extract<LoadEvent, { report: unknown }>;
type Progress = Extract<LoadEvent, { progress: unknown }>['progress'];

/**
 * Loads or previews the files of a request. The checks come first: who asks, from where, how often, and whether the lock is free. Then
 * the files are received in a temporary folder, which is removed when the answer ends. A problem before the first row is answered with
 * its status, a later one with a line.
 */
export const serveLoad = respond(async (request, { params }) => {
  await authorise(request);
  checkOrigin(request, 'files');
  const peer = getPeer(request);
  await countTry(getProcessState().uploads, peer);
  const wish = await parseRequest(loadEndpoint, request, await params);
  const release = await acquireLock(wish.dryRun ? 'preview' : 'change', request.signal);
  try {
    const { paths, baseFolder, remove } = await receive(request);
    return streamJob<Progress, Report>(request, {
      work: async ({ signal, onProgress }) => {
        const report = await load(paths, wish, {
          baseFolder,
          signal,
          onOpening: (opened, bytes) => {
            onProgress({ rows: 0, share: 0, opening: { path: opened, bytes } });
          },
          onProgress: (rows, share) => {
            onProgress({ rows, share });
          },
        });
        writeAudit(report, wish, peer);
        return { report: toAnswer(report) };
      },
      onEnd: async () => {
        await remove();
        release();
      },
    });
  } catch (error) {
    release();
    throw error;
  }
});

interface Received {
  readonly paths: readonly string[];
  readonly baseFolder: string;
  readonly remove: () => Promise<void>;
}

async function receive(request: Request): Promise<Received> {
  const { data, uploadMaxBytes } = getEnv();
  const folder = await openUploadFolder(data);
  try {
    const names = await receiveFiles(request, { folder: folder.path, maxBytes: uploadMaxBytes });
    return { paths: await toLoadPaths(folder.path, names), baseFolder: folder.path, remove: folder.remove };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

interface LoadOptions {
  readonly baseFolder: string;
  readonly signal: AbortSignal;
  readonly onOpening: (path: string, bytes: number) => void;
  readonly onProgress: (rows: number, share: number) => void;
}

async function load(
  paths: readonly string[],
  { dryRun, datasetFormat, mappings, keepsMappings, idsAsNames }: Wish,
  options: LoadOptions,
): Promise<LoadReport> {
  return await loadPaths(await openServerStore(), paths, {
    ...options,
    dataFolder: getEnv().data,
    isDryRun: dryRun,
    format: datasetFormat,
    mappings,
    idsAsNames,
    keepsMappings: keepsMappings ? 'data' : undefined,
    baseVocabulary: findBaseVocabulary(),
  });
}

/** The server runs in the project's folder. */
function findBaseVocabulary(): string | undefined {
  const file = path.join(process.cwd(), 'graph-data', 'vocabulary.csv');
  return existsSync(file) ? file : undefined;
}

function toAnswer({ rejectsFile, ...report }: LoadReport): Report['report'] {
  const { inputs, notices, failures, skipped, reasons, shownRejects, ...numbers } = report;
  return {
    ...numbers,
    notices: [...notices],
    failures: failures.map(toFailure),
    skipped: skipped.map(toFailure),
    reasons: [...reasons],
    shownRejects: [...shownRejects],
    inputs: inputs.map((input) => ({
      ...input,
      columns: [...input.columns],
      sentences: [...input.sentences],
    })),
    rejects: rejectsFile === null ? null : toRejectsLink(rejectsFile),
  };
}

function toFailure({
  path: given,
  message,
  question,
  isNameless,
}: LoadFailure): Report['report']['failures'][number] {
  return { path: given, message, ...(question && { question }), ...(isNameless && { isNameless }) };
}

function writeAudit(report: LoadReport, { dryRun }: Wish, peer: string): void {
  const { read, created, rejected, seconds, isStopped, failures, inputs } = report;
  logger.info({
    event: dryRun ? 'preview' : 'load',
    peer,
    loads: inputs.map(({ load: id }) => id),
    read,
    created,
    rejected,
    failed: failures.length,
    isStopped,
    seconds,
  });
}
