import { z } from 'zod';

/** A stretch of a passage's text in Unicode code points: `start` included, `end` excluded (W3C TextPositionSelector). */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof Span>;
