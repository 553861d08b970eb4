/** The attributes that a GraphML file defines: each has an id, by which `data` gives its values, and a name. */
interface Key {
  readonly name: string;
  readonly target: string;
  fallback: string | undefined;
}

interface Holder {
  readonly name: string;
  readonly values: Map<string, string[]>;
}

export function createGraphmlKeys() {
  const keys = new Map<string, Key>();
  let last: Key | undefined;
  return {
    define: (own: ReadonlyMap<string, string>): void => {
      const id = own.get('id') ?? '';
      last = { name: own.get('attr.name') ?? id, target: own.get('for') ?? 'all', fallback: undefined };
      keys.set(id, last);
    },
    /** Sets the value that elements have for the attribute defined last when they give none. */
    setDefault: (text: string): void => {
      if (last) last.fallback = text;
    },
    nameOf: (id: string): string => keys.get(id)?.name ?? id,
    addDefaults: ({ name, values }: Holder): void => {
      for (const { name: attribute, target, fallback } of keys.values()) {
        const isMissing = fallback !== undefined && !values.has(attribute);
        if (isMissing && (target === name || target === 'all')) addValue(values, attribute, fallback);
      }
    },
  };
}

/** Adds a value; blanks around it, as indenting makes them, are left out, and an empty one is none. */
export function addValue(values: Map<string, string[]>, name: string, text: string): void {
  const value = text.trim();
  if (value !== '') values.set(name, [...(values.get(name) ?? []), value]);
}
