/** Calls back whenever fonts have arrived: what was measured or written before may have been in another one. Returns what ends the watch. */
export function watchFonts(onArrival: () => void): () => void {
  document.fonts.addEventListener('loadingdone', onArrival);
  return () => {
    document.fonts.removeEventListener('loadingdone', onArrival);
  };
}
