'use client';

import { useMemo } from 'react';

import { useSummary } from '../../_shell/summary-provider';
import { useHanFont } from '../../_ui/use-han-font';
import { usePicture } from '../explorer-context';

/**
 * Loads the Chinese font when a name or a relation of the picture needs it, for canvas and table
 * alike.
 * @returns whether the font is loaded
 */
export function usePictureFont(): boolean {
  const { facts, content } = usePicture().arrangement;
  const summary = useSummary();
  const text = useMemo(() => {
    const labels = summary.status === 'ready' ? summary.value.types.map(({ label }) => label) : [];
    return content === 0 ? '' : [...facts.mapNodes((_, { name }) => name), ...labels].join(' ');
  }, [facts, content, summary]);
  return useHanFont(text);
}
