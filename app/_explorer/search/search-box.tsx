'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import {
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components';

import { useHanFont } from '../../_ui/use-han-font';
import { useSession } from '../explorer-context';

import { searchGroups, toSearchOptions, type SearchOption } from './search-options';
import { useSearch, type Found } from './use-search';
import './search-box.css';

/** Finds entities by name and alias, types and passages, while one types. */
export function SearchBox() {
  const session = useSession();
  const router = useRouter();
  const [text, setText] = useState('');
  const found = useSearch(text);
  const options = found.status === 'found' ? toSearchOptions(found.result) : [];
  useHanFont(options.map(({ name, detail }) => name + detail).join(''));

  const choose = (option: SearchOption) => {
    setText('');
    if ('entity' in option) session.visit(option.entity.id);
    else if ('type' in option)
      session.explorer.change((state) => ({
        ...state,
        filters: { ...state.filters, type: [option.type.type] },
      }));
    else router.push(`/documents/${option.hit.document.id}#p-${option.hit.passage.index}`);
  };
  return (
    <ComboBox
      className="search-box"
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option) choose(option);
      }}
      allowsCustomValue
      allowsEmptyCollection={text.trim() !== ''}
      menuTrigger="input"
      defaultFilter={() => true}
    >
      <Label className="sr-only">Search</Label>
      <Input
        className="search-input"
        placeholder="Search people, relations, passages"
        data-search=""
        spellCheck={false}
      />
      <kbd className="search-key" aria-hidden="true">
        /
      </kbd>
      <Popover className="search-popover" offset={4}>
        <ListBox className="search-list" renderEmptyState={() => <SearchWords found={found} />}>
          {searchGroups.map((group) => {
            const rows = options.filter((option) => option.group === group);
            return rows.length === 0 ? null : (
              <ListBoxSection key={group} id={group}>
                <Header className="search-group">{group}</Header>
                {rows.map((option) => (
                  <ListBoxItem
                    key={option.id}
                    id={option.id}
                    textValue={option.name}
                    className="search-option"
                  >
                    <Text
                      slot="label"
                      className={option.group === 'Passages' ? 'search-passage' : 'search-name'}
                    >
                      {option.name}
                    </Text>
                    <Text slot="description" className="search-detail">
                      {option.detail}
                    </Text>
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            );
          })}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function SearchWords({ found }: { readonly found: Found }) {
  switch (found.status) {
    case 'idle':
      return <p className="search-words">Type a name, an alias or a word of a passage.</p>;
    case 'searching':
      return <p className="search-words">Searching…</p>;
    case 'found':
      return (
        <p className="search-words">Nothing is called that. Try a part of the name, or another spelling.</p>
      );
    case 'failed':
      return <p className="search-words">The search did not answer. {found.message}</p>;
  }
}
