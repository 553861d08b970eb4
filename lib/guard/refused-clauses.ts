/** A clause that is refused. Adding one is adding a line. */
export interface RefusedClause {
  readonly word: string;
  /** Data is changed: refused in read mode only. Everything else is refused always. */
  readonly changesData?: true;
  /** What it does, as the end of a sentence that begins with the word. */
  readonly does: string;
  readonly instead: string;
  /** It only ever begins a statement, so that the word is free for names everywhere else. */
  readonly onlyFirst?: true;
  /** Words that may follow a name of this spelling, and never the clause. */
  readonly notBefore?: readonly string[];
}

const READ = 'Read with MATCH and RETURN.';
const DRIVER = 'Entente keeps indexes, constraints and databases itself.';
const LOADER = 'To bring data in, use npm run load.';
const ONE = 'Every statement runs in a transaction of its own.';

/** Sources: Cypher Manual 5, "Clauses" and "Administration"; what Grafeo 0.6.0 parses, measured in both its languages. */
export const refusedClauses: readonly RefusedClause[] = [
  { word: 'CREATE', changesData: true, does: 'makes entities or relations', instead: READ },
  { word: 'MERGE', changesData: true, does: 'makes what it does not find', instead: READ },
  { word: 'INSERT', changesData: true, does: 'makes entities or relations (GQL)', instead: READ },
  { word: 'SET', changesData: true, does: 'changes properties or labels', instead: READ },
  { word: 'REMOVE', changesData: true, does: 'takes properties or labels away', instead: READ },
  { word: 'DELETE', changesData: true, does: 'deletes', instead: READ },
  { word: 'DETACH', changesData: true, does: 'deletes, with all relations', instead: READ },
  { word: 'NODETACH', changesData: true, does: 'deletes', instead: READ },
  { word: 'FOREACH', changesData: true, does: 'changes data row by row', instead: 'Read lists with UNWIND.' },
  {
    word: 'LOAD',
    does: 'reads files and addresses outside the database',
    instead: LOADER,
    notBefore: ['AS', 'ORDER', 'SKIP', 'LIMIT', 'IS', 'AND', 'OR', 'ASC', 'DESC'],
  },
  { word: 'USE', does: 'goes to another database', instead: 'Name the database in the settings.' },
  { word: 'DROP', does: 'takes indexes, constraints or databases away', instead: DRIVER },
  { word: 'ALTER', does: 'changes databases, users or types', instead: DRIVER },
  {
    word: 'TERMINATE',
    does: 'ends the work of others',
    instead: 'Cancel your own statement with the button.',
  },
  {
    word: 'SHOW',
    does: 'may tell of users, settings and others’ work',
    instead: 'Show INDEXES or CONSTRAINTS, alone.',
  },
  { word: 'NEXT', onlyFirst: true, does: 'joins several statements', instead: 'Run them one by one.' },
  { word: 'CYPHER', onlyFirst: true, does: 'sets how the engine reads and plans', instead: 'Leave it out.' },
  { word: 'USING', onlyFirst: true, does: 'commits while it runs', instead: 'Leave it out.' },
  { word: 'GRANT', onlyFirst: true, does: 'gives rights', instead: 'Use the database’s own tools.' },
  { word: 'DENY', onlyFirst: true, does: 'takes rights', instead: 'Use the database’s own tools.' },
  { word: 'REVOKE', onlyFirst: true, does: 'takes rights', instead: 'Use the database’s own tools.' },
  {
    word: 'RENAME',
    onlyFirst: true,
    does: 'renames users or roles',
    instead: 'Use the database’s own tools.',
  },
  { word: 'ENABLE', onlyFirst: true, does: 'changes servers', instead: 'Use the database’s own tools.' },
  { word: 'DEALLOCATE', onlyFirst: true, does: 'changes servers', instead: 'Use the database’s own tools.' },
  { word: 'REALLOCATE', onlyFirst: true, does: 'changes servers', instead: 'Use the database’s own tools.' },
  {
    word: 'DRYRUN',
    onlyFirst: true,
    does: 'plans changes of servers',
    instead: 'Use the database’s own tools.',
  },
  { word: 'START', onlyFirst: true, does: 'starts databases or transactions', instead: ONE },
  { word: 'STOP', onlyFirst: true, does: 'stops databases', instead: 'Use the database’s own tools.' },
  { word: 'SESSION', onlyFirst: true, does: 'changes the session for others too', instead: ONE },
  { word: 'BEGIN', onlyFirst: true, does: 'begins a transaction', instead: ONE },
  { word: 'COMMIT', onlyFirst: true, does: 'ends a transaction', instead: ONE },
  { word: 'ROLLBACK', onlyFirst: true, does: 'ends a transaction', instead: ONE },
  { word: 'SAVEPOINT', onlyFirst: true, does: 'marks a transaction', instead: ONE },
  { word: 'RELEASE', onlyFirst: true, does: 'marks a transaction', instead: ONE },
  { word: 'COPY', onlyFirst: true, does: 'reads or writes files', instead: LOADER },
  { word: 'IMPORT', onlyFirst: true, does: 'reads files', instead: LOADER },
  { word: 'EXPORT', onlyFirst: true, does: 'writes files', instead: 'Export what the statement returns.' },
  { word: 'ATTACH', onlyFirst: true, does: 'opens other databases', instead: LOADER },
  { word: 'INSTALL', onlyFirst: true, does: 'adds code to the engine', instead: READ },
  { word: 'SELECT', onlyFirst: true, does: 'is GQL that the guard does not read', instead: READ },
];
