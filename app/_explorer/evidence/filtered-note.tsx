'use client';

interface FilteredNoteProps {
  /** "8 of 47 pieces of evidence": what passes, of what there is. */
  readonly passing: string;
  /** "All 47 pieces of evidence". */
  readonly whole: string;
  readonly showsAll: boolean;
  readonly onChange: (showsAll: boolean) => void;
}

/** Says that the filters leave something out of the pane, or that the pane is shown without them; and the way to the other. */
export function FilteredNote({ passing, whole, showsAll, onChange }: FilteredNoteProps) {
  return (
    <p className="filtered-note" role="status">
      {showsAll ? `${whole}, without the filters` : `${passing} under these filters`}
      {' · '}
      <button
        type="button"
        className="text-button"
        onClick={() => {
          onChange(!showsAll);
        }}
      >
        {showsAll ? 'apply the filters' : 'show all'}
      </button>
    </p>
  );
}
