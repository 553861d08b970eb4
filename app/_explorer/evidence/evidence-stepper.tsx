interface EvidenceStepperProps {
  readonly current: number;
  readonly total: number;
  /** What is stepped through. */
  readonly thing?: 'piece of evidence' | 'passage';
  readonly onStep: (by: -1 | 1) => void;
}

/** "3 of 17", and a way to the one before and the one after. */
export function EvidenceStepper({
  current,
  total,
  thing = 'piece of evidence',
  onStep,
}: EvidenceStepperProps) {
  if (total < 2) return null;
  return (
    <div className="evidence-stepper">
      <span className="number">
        {current} of {total}
      </span>
      <span className="evidence-steps">
        <button
          type="button"
          aria-label={`Previous ${thing}`}
          aria-keyshortcuts="p"
          disabled={current === 1}
          onClick={() => {
            onStep(-1);
          }}
        >
          <kbd>p</kbd>
          <span className="step-word">Previous</span>
        </button>
        <button
          type="button"
          aria-label={`Next ${thing}`}
          aria-keyshortcuts="n"
          disabled={current === total}
          onClick={() => {
            onStep(1);
          }}
        >
          <kbd>n</kbd>
          <span className="step-word">Next</span>
        </button>
      </span>
    </div>
  );
}
