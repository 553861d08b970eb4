'use client';

import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';

import { searchGroups, type SearchOption } from './search-options';
import { SearchWords } from './search-words';
import type { Found } from './use-search';

interface SearchListProps {
  readonly options: readonly SearchOption[];
  /** What Enter goes to while nothing is walked to. */
  readonly best: SearchOption | undefined;
  readonly found: Found;
  readonly awaited: string | undefined;
}

/** What was found, by group: entities, relations, passages with the words marked and the way to their document below. */
export function SearchList({ options, best, found, awaited }: SearchListProps) {
  return (
    <ListBox className="search-list" renderEmptyState={() => <SearchWords found={found} awaited={awaited} />}>
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
                className={`search-option ${isRow(option) ? '' : 'search-option-more'}`}
              >
                <Name option={option} />
                {option.detail !== '' && (
                  <Text slot="description" className="search-detail">
                    {option.detail}
                  </Text>
                )}
                {option === best && (
                  <kbd className="search-enter" aria-hidden="true">
                    Enter
                  </kbd>
                )}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        );
      })}
    </ListBox>
  );
}

/** Whether an option is a hit of its own, not a second way from the one above. */
function isRow(option: SearchOption): boolean {
  return option.group !== 'Passages' || option.snippet.length > 0;
}

function Name({ option }: { readonly option: SearchOption }) {
  if (option.group !== 'Passages') {
    return (
      <Text slot="label" className="search-name">
        <bdi>{option.name}</bdi>
      </Text>
    );
  }
  if (option.snippet.length === 0) {
    return (
      <Text slot="label" className="search-more">
        {option.name}
      </Text>
    );
  }
  return (
    <Text slot="label" className="search-passage">
      {option.snippet.map(({ text, isFound }, index) =>
        isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </Text>
  );
}
