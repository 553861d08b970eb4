'use client';

import { useRef } from 'react';

import type { PickedFile } from '@/lib/api/call-datasets';

import styles from './load.module.css';
import { readChosen } from './read-dropped';

/** An attribute that every browser has and React's types do not know. */
const asFolder = { webkitdirectory: '' };

interface FilePickerProps {
  readonly isOver: boolean;
  readonly isCompact: boolean;
  readonly onPick: (files: readonly PickedFile[]) => void;
}

/** Where files are dropped, and the same by keyboard: a button for files, one for a folder. */
export function FilePicker({ isOver, isCompact, onPick }: FilePickerProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onChange = (event: React.ChangeEvent<HTMLInputElement>) => {
    onPick(readChosen(event.target.files));
    // So that the same files can be chosen again after they were mended.
    event.target.value = '';
  };
  return (
    <section
      className={styles['drop']}
      data-over={isOver || undefined}
      data-compact={isCompact || undefined}
      aria-label="Files to load"
    >
      <p className={styles['dropTitle']}>
        {isOver ? 'Drop to preview them' : isCompact ? 'Drop other files' : 'Drop files or a folder here'}
      </p>
      {!isCompact && (
        <p className={styles['quiet']}>
          They are previewed first. Nothing is stored before you have seen what was recognised.
        </p>
      )}
      <div className={styles['buttons']}>
        <button type="button" className="push-button" onClick={() => files.current?.click()}>
          Choose files
        </button>
        <button type="button" className="push-button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
      </div>
      <input ref={files} type="file" multiple hidden aria-label="Files" onChange={onChange} />
      <input ref={folder} type="file" {...asFolder} hidden aria-label="Folder" onChange={onChange} />
    </section>
  );
}
