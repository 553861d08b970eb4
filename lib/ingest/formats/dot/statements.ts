/** From the words of DOT to statements: nodes with their attributes, and edges between groups of nodes. */
import type { DotToken } from './tokens';

export type DotAttributes = ReadonlyMap<string, string>;

/** A statement, with what its nodes and edges have by default where it stands. */
export interface DotStatement {
  /** The ids of nodes, one group for each place that an edge may lead to. */
  readonly groups: readonly (readonly string[])[];
  /** `->` or `--`, between the groups. */
  readonly edges: readonly string[];
  readonly attributes: DotAttributes;
  readonly nodeDefaults: DotAttributes;
  readonly edgeDefaults: DotAttributes;
  readonly line: number;
}

/** What a word completes: the statement that ends before it; and in `problem`, why nothing behind it can be read. */
export interface Completed {
  readonly statement?: DotStatement;
  readonly problem?: string;
}

/** A statement that has begun. */
interface Begun {
  readonly line: number;
  readonly groups: string[][];
  readonly edges: string[];
  readonly attributes: Map<string, string>;
  /** Of `node [shape=box]`: what the attributes are the defaults of. */
  defaultsOf: 'node' | 'edge' | 'graph' | undefined;
  /** Whether the last edge leads nowhere yet. */
  isOpen: boolean;
}

/** Braces that are open. */
interface Scope {
  readonly line: number;
  readonly node: Map<string, string>;
  readonly edge: Map<string, string>;
  readonly graph: Map<string, string>;
  /** The nodes that stand in it, each once. */
  readonly members: Set<string>;
  /** The statement that the braces are a part of. */
  readonly outer: Begun | undefined;
}

type After = 'nothing' | 'value' | 'port' | 'more text' | 'name of subgraph';

const DEEPEST = 100;
const LIST_SIGNS: ReadonlyMap<string, After> = new Map([
  ['=', 'value'],
  ['+', 'more text'],
]);

/** Has read a graph up to some word. Give it the words in order. */
export class DotParser {
  readonly #scopes: Scope[] = [];
  #begun: Begun | undefined;
  #after: After = 'nothing';
  #isInList = false;
  /** The attribute of the list at hand. */
  #name: string | undefined;

  readonly #signs: ReadonlyMap<string, (line: number) => Completed> = new Map([
    ['{', this.#enter.bind(this)],
    ['}', this.#leave.bind(this)],
    [';', this.#flush.bind(this)],
    [',', this.#flush.bind(this)],
    ['[', this.#openList.bind(this)],
    ['=', this.#assign.bind(this)],
    [':', this.#await.bind(this, 'port')],
    ['+', this.#await.bind(this, 'more text')],
    ['->', this.#lead.bind(this, '->')],
    ['--', this.#lead.bind(this, '--')],
  ]);

  /** The line on which the graph begins that has not ended. */
  get openLine(): number | undefined {
    return this.#scopes[0]?.line;
  }

  take(token: DotToken, line: number): Completed {
    if (this.#isInList) {
      if (token.kind === 'sign') this.#takeListSign(token.value);
      else this.#takeInList(token.value);
      return {};
    }
    if (token.kind === 'sign') return this.#signs.get(token.value)?.(line) ?? {};
    // Before the first brace stand `digraph` and the name of the graph.
    return this.#scopes.length === 0 || this.#isContinuation(token.value) ? {} : this.#takeId(token, line);
  }

  #flush(): Completed {
    const scope = this.#scopes.at(-1);
    const whole = this.#begun;
    this.#begun = undefined;
    this.#after = 'nothing';
    if (!scope || !whole) return {};
    if (whole.defaultsOf !== undefined) {
      for (const [key, value] of whole.attributes) scope[whole.defaultsOf].set(key, value);
      return {};
    }
    for (const id of whole.groups.flat()) scope.members.add(id);
    const { groups, edges, attributes, line } = whole;
    const defaults = { nodeDefaults: new Map(scope.node), edgeDefaults: new Map(scope.edge) };
    return { statement: { groups, edges, attributes, line, ...defaults } };
  }

  /** Ends the statement at hand unless what comes now belongs to it. */
  #flushWhole(): Completed {
    const begun = this.#begun;
    if (begun === undefined || begun.isOpen) return {};
    return begun.groups.length > 0 || begun.defaultsOf !== undefined ? this.#flush() : {};
  }

  #enter(line: number): Completed {
    if (this.#scopes.length >= DEEPEST) return { problem: `braces are nested more than ${DEEPEST} deep` };
    const around = this.#scopes.at(-1);
    const flushed = this.#flushWhole();
    const defaults = {
      node: new Map(around?.node),
      edge: new Map(around?.edge),
      graph: new Map<string, string>(),
    };
    this.#scopes.push({ line, ...defaults, members: new Set(), outer: this.#begun });
    this.#begun = undefined;
    this.#after = 'nothing';
    return flushed;
  }

  #leave(): Completed {
    const flushed = this.#flush();
    const scope = this.#scopes.pop();
    if (!scope) return { problem: "this '}' closes a brace that was not opened" };
    if (this.#scopes.length === 0) return flushed;
    this.#begun = scope.outer ?? toBegun(scope.line);
    this.#begun.groups.push([...scope.members]);
    this.#begun.isOpen = false;
    return flushed;
  }

  #openList(): Completed {
    this.#isInList = true;
    return {};
  }

  /** `rankdir = LR` is about the graph, and what looked like a node was the name of an attribute. */
  #assign(): Completed {
    this.#begun?.groups.pop();
    return this.#await('value');
  }

  #await(after: After): Completed {
    this.#after = after;
    return {};
  }

  #lead(sign: string): Completed {
    if (this.#begun === undefined) return {};
    this.#begun.edges.push(sign);
    this.#begun.isOpen = true;
    return {};
  }

  #takeListSign(sign: string): void {
    if (sign === ']') this.#isInList = false;
    this.#after = LIST_SIGNS.get(sign) ?? 'nothing';
    if (this.#after === 'nothing') this.#name = undefined;
  }

  #takeInList(value: string): void {
    const attributes = this.#begun?.attributes;
    const name = this.#name;
    if (name === undefined || this.#after === 'nothing') this.#name = value.toLowerCase();
    else if (this.#after === 'value') attributes?.set(name, value);
    else attributes?.set(name, (attributes.get(name) ?? '') + value);
    this.#after = 'nothing';
  }

  /** Whether a word belongs to what stands before it, as a port does. */
  #isContinuation(value: string): boolean {
    const after = this.#after;
    this.#after = 'nothing';
    const group = this.#begun?.groups.at(-1);
    if (after === 'more text' && group) group.push(`${group.pop() ?? ''}${value}`);
    if (after === 'value' && this.#begun?.groups.length === 0) this.#begun = undefined;
    return after !== 'nothing';
  }

  #takeId({ value, isQuoted }: DotToken & { kind: 'id' }, line: number): Completed {
    const flushed = this.#flushWhole();
    const word = isQuoted ? '' : value.toLowerCase();
    if (word === 'subgraph') return { ...flushed, ...this.#await('name of subgraph') };
    this.#begun ??= toBegun(line);
    if (word === 'node' || word === 'edge' || word === 'graph') this.#begun.defaultsOf = word;
    else this.#begun.groups.push([value]);
    this.#begun.isOpen = false;
    return flushed;
  }
}

function toBegun(line: number): Begun {
  return { line, groups: [], edges: [], attributes: new Map(), defaultsOf: undefined, isOpen: false };
}
