/** The part of a document's page that lists what the input says stands in it without saying where. */
export const UNPLACED = 'place-not-given';
