import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type {
  Code,
  Definition,
  FootnoteDefinition,
  Heading,
  LinkReference,
  ListItem,
  Nodes,
  Parents,
} from 'mdast';

import { readHtmlWords } from './html-words';
import { showWikiLinks } from './show-wiki-links';
import type { MarkdownText } from './markdown-text';

/** One tilde is no mark: `~5` is "about five". The transforms only make links of more addresses, whose text stays the same. */
const options = {
  extensions: [gfm({ singleTilde: false })],
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
};
const ADDRESS = /[/#:?@\\]|\.[\p{L}\p{N}]/u;
const NUMBER = /^\d{1,9}[.)]/u;
const BLOCKS = new Set<Nodes['type']>(['heading', 'paragraph', 'tableRow']);
const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** Whether a link could lead there. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** A run of lines of Markdown, the place of its first line in the document, and the labels it uses that are defined elsewhere. */
export interface MarkdownRun {
  readonly lines: readonly string[];
  readonly start: number;
  readonly labels: readonly string[];
}

/**
 * Reads a run of lines of Markdown by the rules of CommonMark and GitHub, and adds every word of it to the line of `body` on which it
 * stands, without its mark-up. Footnotes go to `notes`.
 */
export function renderMarkdown(run: MarkdownRun, body: MarkdownText, notes: MarkdownText): void {
  const source = [run.lines.join('\n'), ...run.labels.map((label) => `[${label}]: #`)].join('\n\n');
  const notesWriter = createWriter(source, run, notes);
  writeAll(fromMarkdown(source, options), createWriter(source, run, body), notesWriter);
}

type Writer = ReturnType<typeof createWriter>;

/** Writes to the line of the document on which a node stands. */
function createWriter(source: string, run: MarkdownRun, text: MarkdownText) {
  const last = run.start + run.lines.length - 1;
  let line = run.start;
  /** What goes before the next words: the number of an item, the sign of a footnote. */
  let sign = '';

  function goTo(node: Nodes, offset = 0): void {
    const found = node.position?.start.line;
    if (found !== undefined) line = Math.min(run.start + found - 1 + offset, last);
  }

  return {
    goTo,
    begin(node: Nodes, offset = 0): void {
      goTo(node, offset);
      text.begin(line);
      text.add(line, sign);
      sign = '';
    },
    /** Adds words; each line break among them leads to the next line. */
    add(words: string): void {
      for (const [at, part] of words.split('\n').entries()) {
        if (at > 0) line = Math.min(line + 1, last);
        text.add(line, part);
      }
    },
    dropSign(): void {
      sign = '';
    },
    addSign(words: string): void {
      sign += words;
    },
    noteHeading(node: Heading): void {
      // A line of dashes below a paragraph is mostly meant as a rule.
      const isUnderlined = source[node.position?.start.offset ?? 0] !== '#';
      if (isUnderlined && node.depth > 1) return;
      text.noteHeading(Math.min(run.start + (node.position?.start.line ?? 1) - 1, last), line);
    },
    sourceOf: (node: Nodes): string => source.slice(node.position?.start.offset, node.position?.end.offset),
  };
}

function writeAll(parent: Parents, writer: Writer, notes: Writer): void {
  for (const node of parent.children) {
    if (node.type === 'html' && HOLDS_BLOCKS.has(parent.type)) writer.begin(node);
    write(node, writer, notes);
  }
}

function write(node: Nodes, writer: Writer, notes: Writer): void {
  if (!('children' in node)) writeLeaf(node, writer);
  else if (node.type === 'listItem') writeItem(node, writer, notes);
  else if (node.type === 'footnoteDefinition') writeNote(node, notes);
  else if (node.type === 'linkReference') writeReference(node, writer, notes);
  else {
    if (BLOCKS.has(node.type)) writer.begin(node);
    writeAll(node, writer, notes);
    if (node.type === 'tableCell') writer.add(' ');
    if (node.type === 'heading') writer.noteHeading(node);
  }
}

function writeItem(node: ListItem, writer: Writer, notes: Writer): void {
  const number = NUMBER.exec(writer.sourceOf(node))?.[0];
  if (number !== undefined) writer.addSign(`${number} `);
  writeAll(node, writer, notes);
  writer.dropSign();
}

function writeNote(node: FootnoteDefinition, notes: Writer): void {
  notes.addSign(`[^${node.label ?? node.identifier}]: `);
  writeAll(node, notes, notes);
  notes.dropSign();
}

/** A number in brackets that leads somewhere is mostly a citation: it keeps the brackets. */
function writeReference(node: LinkReference, writer: Writer, notes: Writer): void {
  const isCitation = node.referenceType === 'shortcut' && /^\d+$/u.test(node.identifier);
  if (isCitation) {
    writer.goTo(node);
    writer.add(`[${node.identifier}]`);
  } else writeAll(node, writer, notes);
}

type Leaf = Exclude<Nodes, Parents>;

function writeLeaf(node: Leaf, writer: Writer): void {
  if (node.type === 'code') writeCode(node, writer);
  else if (node.type === 'definition') writeDefinition(node, writer);
  else {
    writer.goTo(node);
    writer.add(wordsOf(node));
  }
}

function wordsOf(node: Leaf): string {
  if (node.type === 'html') return readHtmlWords(node.value);
  if (node.type === 'text') return showWikiLinks(node.value);
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`;
  if ('alt' in node) return (node.alt ?? '').replace(/\s+/gu, ' ');
  return 'value' in node ? node.value : '';
}

function writeCode(node: Code, writer: Writer): void {
  writer.begin(node, /^[`~]{3}/u.test(writer.sourceOf(node)) ? 1 : 0);
  writer.add(node.value);
}

/** Where a link leads is no text, but `[Ana]: Yes.` is one in which somebody speaks. */
function writeDefinition(node: Definition, writer: Writer): void {
  if (isAddress(node.url)) return;
  writer.begin(node);
  writer.add(writer.sourceOf(node));
}
