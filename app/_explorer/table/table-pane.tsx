'use client';

import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import { usePicture } from '../explorer-context';

import { EntityTable } from './entity-table';
import { RelationTable } from './relation-table';
import './table.css';

const number = new Intl.NumberFormat('en-GB');

/** What the canvas shows, as lists: the same filters, the same selection. */
export function TablePane() {
  const { visible } = usePicture();
  const [tab, setTab] = useState<'relations' | 'entities'>('relations');
  return (
    <Tabs
      className="table-pane"
      selectedKey={tab}
      onSelectionChange={(key) => {
        setTab(key === 'entities' ? 'entities' : 'relations');
      }}
    >
      <TabList className="table-tabs" aria-label="What the table lists">
        <Tab id="relations" className="table-tab">
          Relations <span className="number">{number.format(visible.relations.size)}</span>
        </Tab>
        <Tab id="entities" className="table-tab">
          Entities <span className="number">{number.format(visible.entities.size)}</span>
        </Tab>
      </TabList>
      <TabPanel id="relations" className="table-panel">
        <RelationTable />
      </TabPanel>
      <TabPanel id="entities" className="table-panel">
        <EntityTable />
      </TabPanel>
    </Tabs>
  );
}
