'use client';

import { useState } from 'react';
import { ComboBox, Input, Label, Popover } from 'react-aria-components';

import { useHanFont } from '../../_ui/use-han-font';

import { SearchList } from './search-list';
import { tellCommon, tellSearch } from './search-words';
import { useSearchBox } from './use-search-box';
import type { Found } from './use-search';
import './search-box.css';

/** Finds entities by name and alias, types and passages, while one types; Enter goes to the best hit, also before the list has come. */
export function SearchBox() {
  const { text, options, best, found, awaited, type, go, press } = useSearchBox();
  const [isOpen, setOpen] = useState(false);
  const isEmpty = text.trim() === '';
  useHanFont(options.map(({ name, detail }) => name + detail).join(''));
  return (
    <ComboBox
      className="search-box"
      inputValue={text}
      onInputChange={type}
      value={null}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option) go(option);
      }}
      onOpenChange={setOpen}
      allowsCustomValue
      allowsEmptyCollection={!isEmpty}
      menuTrigger="input"
      defaultFilter={() => true}
    >
      <Label className="sr-only">Search</Label>
      <div className="search-field" onKeyDownCapture={press}>
        <Input
          className="search-input"
          placeholder="Search people, relations, passages"
          data-search=""
          spellCheck={false}
        />
        <kbd className="search-key" aria-hidden="true">
          /
        </kbd>
      </div>
      <p role="status" className={isOpen ? 'sr-only' : 'search-status'}>
        {!isEmpty && tellSearch({ found, awaited })}
      </p>
      <Popover className="search-popover" offset={4}>
        <SearchList options={options} best={best} found={found} awaited={awaited} />
        <CommonWords text={text} found={found} />
      </Popover>
    </ComboBox>
  );
}

/** Says of a list that it is only of names, since the words are too common for more. */
function CommonWords({ text, found }: { readonly text: string; readonly found: Found }) {
  if (found.status !== 'found') return null;
  const { leftOut, total } = found.result;
  const isAll = leftOut.length > 0 && text.trim().split(/\s+/u).length === leftOut.length;
  if (!isAll || total.entities + total.types === 0) return null;
  return <p className="search-note">{tellCommon(leftOut)} These are called so, or begin so.</p>;
}
