import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';

const boxSchema = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });

const reportSchema = z.object({
  nodes: z.array(
    z.object({ key: z.string(), name: z.string(), x: z.number(), y: z.number(), radius: z.number() }),
  ),
  names: z.array(boxSchema.extend({ key: z.string(), text: z.string() })),
  edges: z.array(z.string()),
});

export type Box = z.infer<typeof boxSchema>;

/** What the canvas shows, in pixels of the page. `ink`: how much of a name's box its bitmap has painted, from 0 to 1. */
export interface Drawing {
  readonly nodes: readonly { key: string; name: string; x: number; y: number; radius: number }[];
  readonly names: readonly (Box & { key: string; text: string; ink: number })[];
  readonly edges: readonly string[];
  readonly surface: Box;
  readonly layer: Box;
  /** Painted pixels of the names' bitmap that are in no name's box nor in its halo. */
  readonly strayInk: number;
}

/** A halo, and letters that reach out of their line, in pixels. */
const HALO = 4;

export function graph(page: Page): Locator {
  return page.getByRole('application', { name: /^Graph of/u });
}

export function evidence(page: Page): Locator {
  return page.getByRole('region', { name: 'Evidence' });
}

export function tools(page: Page): Locator {
  return page.getByRole('group', { name: 'Tools' });
}

export async function openSettled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
}

/**
 * Reads what stands on the canvas. The canvas itself tells where its nodes are and where in its bitmap it wrote; where the bitmap lies on
 * the page, how large it is shown and what is painted in it is asked of the browser.
 */
export async function readDrawing(page: Page): Promise<Drawing> {
  const surface = page.locator('.canvas-surface');
  const report = reportSchema.parse(await surface.evaluate(askReport));
  const { layer, bitmap, ink, ...rest } = await surface
    .locator('canvas.sigma-names')
    .evaluate(readBitmap, { boxes: report.names, halo: HALO });
  const [across, down] = [
    (layer.right - layer.left) / bitmap.width,
    (layer.bottom - layer.top) / bitmap.height,
  ];
  return {
    nodes: report.nodes.map((node) => ({
      ...node,
      x: rest.surface.left + node.x,
      y: rest.surface.top + node.y,
    })),
    names: report.names.map((name, index) => ({
      ...name,
      left: layer.left + name.left * across,
      right: layer.left + name.right * across,
      top: layer.top + name.top * down,
      bottom: layer.top + name.bottom * down,
      ink: ink[index] ?? 0,
    })),
    edges: report.edges,
    layer,
    ...rest,
  };
}

/** Runs in the page. */
function askReport(surface: Element): unknown {
  const ask: unknown = Reflect.get(surface, 'reportDrawing');
  return typeof ask === 'function' ? Reflect.apply(ask, surface, []) : undefined;
}

/** Runs in the page. */
function readBitmap(
  canvas: Element,
  { boxes, halo }: { readonly boxes: readonly Box[]; readonly halo: number },
) {
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The names stand on no canvas.');
  const toBox = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  const margin = halo * window.devicePixelRatio;
  const covered = new Uint8Array(width * height);
  const ink = boxes.map(({ left, top, right, bottom }) => {
    let [painted, all] = [0, 0];
    for (let y = Math.max(0, Math.floor(top - margin)); y < Math.min(height, bottom + margin); y += 1)
      for (let x = Math.max(0, Math.floor(left - margin)); x < Math.min(width, right + margin); x += 1) {
        covered[y * width + x] = 1;
        if (x < left || x > right || y < top || y > bottom) continue;
        all += 1;
        if (data?.[4 * (y * width + x) + 3]) painted += 1;
      }
    return painted / all;
  });
  let strayInk = 0;
  for (let at = 0; at < covered.length; at += 1) if (!covered[at] && data?.[4 * at + 3]) strayInk += 1;
  const parent = canvas.parentElement ?? canvas;
  return {
    surface: toBox(parent.getBoundingClientRect()),
    layer: toBox(canvas.getBoundingClientRect()),
    bitmap: { width, height },
    ink,
    strayInk,
  };
}
