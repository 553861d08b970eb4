'use client';

import { describeAmount } from '@/lib/graph/describe-amount';
import { isFiltered } from '@/lib/graph/filters/filter';
import type { Picture } from '@/lib/graph/picture';

import { countOf } from '../../_ui/count-of';
import { useFacets, usePicture, useSession } from '../explorer-context';

/** What one should know about the picture: that it is only a part, that something did not come, that nothing passes. */
export function StatusLine() {
  const { loader, explorer } = useSession();
  const picture = usePicture();
  const { failure, status } = picture.loaded;
  return (
    <div className="status-lines">
      {status === 'failed' && (
        <p className="status-line" role="alert">
          {failure?.message ?? 'The graph could not be loaded.'}{' '}
          {picture.loaded.steps.length > 0 && 'What is on screen is what was loaded before. '}
          <button type="button" className="text-button" onClick={loader.retry}>
            Try again
          </button>
        </p>
      )}
      {status !== 'failed' && <Amount picture={picture} />}
      {status === 'ready' && isFiltered(picture.state.filters) && picture.visible.relations.size === 0 && (
        <p className="status-line" role="status">
          No relation passes these filters.{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => {
              explorer.change((state) => ({ ...state, filters: {} }));
            }}
          >
            Clear the filters
          </button>{' '}
          to see {countOf(picture.arrangement.facts.size, 'relation', 'relations')}.
        </p>
      )}
    </div>
  );
}

/** "Showing 300 of 23,033 entities and 3,000 of 90,730 relations, those with the most evidence." */
function Amount({ picture }: { readonly picture: Picture }) {
  const { all, passing } = useFacets();
  if (all?.total.entities === 0) {
    return (
      <p className="status-line" role="status">
        The store holds no entities yet. Load a folder with <code>npm run load -- graph-data/…</code>, then
        reload this page.
      </p>
    );
  }
  if (!passing || picture.loaded.status !== 'ready') return null;
  const sentences = describeAmount(picture, passing);
  return sentences.length === 0 ? null : (
    <p className="status-line" role="status">
      {sentences.join(' ')}
    </p>
  );
}
