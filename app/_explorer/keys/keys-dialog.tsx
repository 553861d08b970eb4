'use client';

import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import './keys-dialog.css';

interface KeysDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const keys = [
  { press: '/', does: 'Search; Enter goes to the best hit' },
  { press: '← → ↑ ↓', does: 'On the graph: walk to a neighbour' },
  { press: 'Enter', does: 'On the graph: read the evidence; again: show more around' },
  { press: 'Shift Enter', does: 'On the graph: what connects the last two' },
  { press: 'Esc', does: 'Nothing selected' },
  { press: '+  −  0', does: 'On the graph: zoom in, zoom out, show everything' },
  { press: 'n  p', does: 'Next and previous passage of the pair or entity that is open' },
  { press: 'Ctrl Z', does: 'Undo; with Shift: redo' },
  { press: '?', does: 'This list' },
] as const;

/** Every key there is. */
export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  return (
    <ModalOverlay className="keys-overlay" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="keys-modal">
        <Dialog className="keys-dialog">
          <Heading slot="title" className="keys-title">
            Keys
          </Heading>
          <dl className="keys-list">
            {keys.map(({ press, does }) => (
              <div key={press} className="keys-row">
                <dt>
                  <kbd>{press}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Button slot="close" className="push-button">
            Close
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
