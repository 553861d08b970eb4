'use client';

import styles from './console.module.css';
import type { ParameterTexts } from './statement-parameters';

interface ParametersFormProps {
  readonly names: readonly string[];
  readonly texts: ParameterTexts;
  readonly wrong: readonly string[];
  readonly onChange: (texts: ParameterTexts) => void;
}

/** A field for each `$name` of the statement. */
export function ParametersForm({ names, texts, wrong, onChange }: ParametersFormProps) {
  if (names.length === 0) return null;
  return (
    <fieldset className={styles['parameters']}>
      <legend>Parameters</legend>
      {names.map((name) => (
        <label key={name}>
          <code>{name}</code>
          <input
            value={texts[name] ?? ''}
            placeholder='"2023-01", 3, ["a"]'
            spellCheck={false}
            aria-invalid={wrong.includes(name)}
            aria-describedby="parameters-hint"
            onChange={(event) => {
              onChange({ ...texts, [name]: event.target.value });
            }}
          />
        </label>
      ))}
      <p id="parameters-hint" role={wrong.length > 0 ? 'alert' : undefined}>
        {wrong.length > 0
          ? `${wrong.join(', ')}: this is not JSON. Put text in double quotes: "2023-01".`
          : 'As JSON: text in double quotes, a number, true, null, a list. An empty field is null.'}
      </p>
    </fieldset>
  );
}
