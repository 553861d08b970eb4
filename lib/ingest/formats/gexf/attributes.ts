import type { Tally } from '../../rows/tally';

type Xml = ReadonlyMap<string, string>;

interface Definition {
  readonly title: string;
  fallback: string | undefined;
}

/** An element that attribute values belong to. */
interface Holder {
  readonly name: string;
  readonly values: Map<string, string[]>;
}

/** The attributes that a GEXF file defines for nodes and for edges, and the values that its elements have for them. */
export interface GexfAttributes {
  /** An element begins, inside `holder` where there is one. */
  enter(name: string, own: Xml, holder: Holder | undefined): void;
  leave(name: string): void;
  addText(text: string): void;
  /**
   * Returns the values of an element by the titles of their attributes, with the defaults of those
   * that it does not set.
   */
  withDefaults(holder: Holder): Map<string, string[]>;
}

/**
 * Creates the attributes of a GEXF file.
 * @param untold - counts what is not read
 */
export function createGexfAttributes(untold: Tally): GexfAttributes {
  const definitions = { node: new Map<string, Definition>(), edge: new Map<string, Definition>() };
  let open = definitions.node;
  let defined: Definition | undefined;
  let defaultText: string | undefined;

  const definitionsOf = ({ name }: Pick<Holder, 'name'>): Map<string, Definition> =>
    name === 'edge' ? definitions.edge : definitions.node;

  function define(own: Xml): void {
    const id = own.get('id') ?? '';
    defined = { title: own.get('title') ?? id, fallback: undefined };
    open.set(id, defined);
  }

  function addValue(own: Xml, holder: Holder): void {
    const id = own.get('for') ?? own.get('id') ?? '';
    const title = definitionsOf(holder).get(id)?.title ?? id;
    holder.values.set(title, [...(holder.values.get(title) ?? []), own.get('value') ?? '']);
    if (own.has('start') || own.has('end')) untold.add('times of attribute values');
  }

  return {
    enter: (name, own, holder) => {
      if (name === 'attributes') open = definitionsOf({ name: own.get('class') ?? '' });
      else if (name === 'attribute') define(own);
      else if (name === 'default') defaultText = '';
      else if (name === 'attvalue' && holder) addValue(own, holder);
    },
    leave: (name) => {
      if (name !== 'default' || defaultText === undefined) return;
      if (defined) defined.fallback = defaultText;
      defaultText = undefined;
    },
    addText: (text) => {
      if (defaultText !== undefined) defaultText += text;
    },
    withDefaults: (holder) => {
      const all = new Map(holder.values);
      for (const { title, fallback } of definitionsOf(holder).values()) {
        if (fallback !== undefined && !all.has(title)) all.set(title, [fallback]);
      }
      return all;
    },
  };
}
