'use client';

import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { usePicture } from '../explorer-context';

import { FilterPane } from './filter-pane';
import './filter-sheet.css';

/** The filters where there is no room for a pane: a button that says how many are set, and a sheet. */
export function FilterSheet() {
  const set = Object.keys(usePicture().state.filters).length;
  return (
    <DialogTrigger>
      <Button className="push-button filter-open">
        Filter{set > 0 && <span className="filter-set number"> {set}</span>}
      </Button>
      <ModalOverlay className="sheet-overlay" isDismissable>
        <Modal className="filter-modal">
          <Dialog className="filter-dialog">
            <div className="filter-sheet-head">
              <Heading slot="title" className="filter-sheet-title">
                Filter
              </Heading>
              <Button slot="close" className="push-button">
                Done
              </Button>
            </div>
            <FilterPane />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
