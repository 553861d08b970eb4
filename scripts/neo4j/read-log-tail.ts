import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TAIL_LINES = 15;

/** The last lines of what a Neo4j said in its home, ready to stand below a message; empty when it said nothing. */
export async function readLogTail(home: string): Promise<string> {
  const texts = await Promise.all(
    ['console.log', 'neo4j.log'].map((name) => readOrNothing(path.join(home, 'logs', name))),
  );
  const lines = texts
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return '';
  return `\nIts log ends with:\n${lines.slice(-TAIL_LINES).join('\n')}`;
}

async function readOrNothing(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}
