'use client';

import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import { countEvidence, relationsFrom } from '@/lib/reading/group-evidence';
import type { Selection } from '@/lib/graph/selection';
import type { Entity } from '@/lib/model/entity';
import type { RelationDetail } from '@/lib/model/relation-detail';

import { EvidenceList } from './evidence-list';

interface PairEvidenceProps {
  readonly one: Entity;
  readonly other: Entity;
  readonly relations: readonly RelationDetail[];
  readonly onSelect: (selection: Selection) => void;
}

/** The evidence of a pair: all of it, or one direction; a pair that is related in one direction only needs no choice. */
export function PairEvidence({ one, other, relations, onSelect }: PairEvidenceProps) {
  const forth = relationsFrom(relations, one.id);
  const back = one.id === other.id ? [] : relationsFrom(relations, other.id);
  if (forth.length === 0 || back.length === 0) {
    return <EvidenceList relations={relations} onSelect={onSelect} />;
  }
  const directions = [
    { id: 'all', name: 'All', relations },
    { id: 'forth', name: `${one.name} → ${other.name}`, relations: forth },
    { id: 'back', name: `${other.name} → ${one.name}`, relations: back },
  ];
  return (
    <Tabs>
      <TabList className="directions" aria-label="Direction">
        {directions.map((direction) => (
          <Tab key={direction.id} id={direction.id} className="direction">
            {direction.name}{' '}
            <span className="direction-count number">{countEvidence(direction.relations).evidence}</span>
          </Tab>
        ))}
      </TabList>
      {directions.map((direction) => (
        <TabPanel key={direction.id} id={direction.id} className="direction-panel">
          <EvidenceList relations={direction.relations} onSelect={onSelect} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
