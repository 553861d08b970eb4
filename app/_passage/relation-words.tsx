import { marksText, type RelationMark, type RelationSentence } from '@/lib/reading/relation-sentence';
import './relation-words.css';

/** A relation's sentence: what keeps it from being a plain fact comes first, and who says it last. */
export function RelationWords({ sentence }: { readonly sentence: RelationSentence }) {
  const { marks, lead, verb, other, details, source } = sentence;
  const after = source === undefined ? details : [...details, source];
  return (
    <span className="relation-words">
      <RelationMarks marks={marks} />
      {marks.length > 0 && <span className="sr-only">: </span>}
      {lead && (
        <>
          <bdi>{lead.name}</bdi>{' '}
        </>
      )}
      <span className="relation-verb">{verb}</span> <bdi>{other.name}</bdi>
      {after.length > 0 && <span className="relation-details">, {after.join(', ')}</span>}
    </span>
  );
}

/** "denied", "contested", "expected", "hypothetical": words in a frame, each state with a frame of its own. */
export function RelationMarks({ marks }: { readonly marks: readonly RelationMark[] }) {
  return marks.map((mark, index) => (
    <span key={mark.state}>
      {index > 0 && <span className="sr-only">, </span>}
      <span className={`relation-state state-${mark.state}`}>{marksText([mark])}</span>
    </span>
  ));
}
