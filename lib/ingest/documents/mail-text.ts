import type { Address, Attachment, Email } from 'postal-mime';

import { refuseLine } from '../rows/check-cell';
import { readHtml } from './html-text';
import { splitPlainText, type Paragraph } from './split-paragraphs';

/** A file that came with a mail. */
export interface MailAttachment {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a mail says of itself, and its text. */
export interface MailText {
  /** Its subject. */
  readonly title: string | undefined;
  /** Who sent it. */
  readonly author: string | undefined;
  /** The day on which it was sent, where the sender was. */
  readonly published: string | undefined;
  /** To whom it went. */
  readonly note: string | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly attachments: readonly MailAttachment[];
}

/** One of these has every mail. */
const HEADERS = new Set('from sender date subject to received message-id return-path'.split(' '));
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY = /(?<day>\d{1,2})\s+(?<month>[A-Za-z]{3})[a-z]*\.?\s+(?<year>\d{4}|\d{2})\b/u;
const QUOTE = /^(?:>\s?)+/u;
const MAIL_TYPE = 'message/rfc822';
const LIMITS = { maxNestingDepth: 100, forceRfc822Attachments: true };

/**
 * Reads a mail. Its text is that of its plain part, where it has one, else that of its HTML; what it quotes is part of it.
 *
 * @throws `invalid` when it is no mail, or nested without end
 */
export async function readMail(bytes: Buffer): Promise<MailText> {
  // Only who loads a mail waits for what reads it.
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, LIMITS).catch(refuseMail);
  if (!mail.headers.some(({ key }) => HEADERS.has(key)))
    refuseLine(1, 'it has no header as mails have; save its text as .txt');
  return {
    title: toText(mail.subject),
    author: mail.from && nameOf(mail.from),
    published: toDay(mail.headers.find(({ key }) => key === 'date')?.value ?? ''),
    note: toNote(mail),
    paragraphs: toParagraphs(mail),
    attachments: mail.attachments.filter(({ related }) => related !== true).map(toFile),
  };
}

function refuseMail(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return refuseLine(1, `the mail cannot be read (${reason}); save its text as .txt`);
}

function toText(words: string | undefined): string | undefined {
  const plain = words?.replace(/\s+/gu, ' ').trim().normalize('NFC');
  return plain === '' ? undefined : plain;
}

function nameOf({ name, address = '' }: Address): string | undefined {
  return toText(name) ?? toText(address);
}

/** The day as it is written: in the sender's time, of which the hour is not kept. */
function toDay(date: string): string | undefined {
  const { day = '', month = '', year = '' } = DAY.exec(date)?.groups ?? {};
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at === -1) return undefined;
  const century = Number(year) < 50 ? '20' : '19';
  return `${year.length === 2 ? century : ''}${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function toNote({ to = [], cc = [] }: Email): string | undefined {
  const lines = [
    ['To', to],
    ['Cc', cc],
  ] as const;
  const said = lines.flatMap(([word, people]) => {
    const names = people.flatMap((each) => nameOf(each) ?? []);
    return names.length === 0 ? [] : [`${word}: ${names.join(', ')}`];
  });
  return said.length === 0 ? undefined : said.join('. ');
}

function toParagraphs({ text, html }: Email): MailText['paragraphs'] {
  if (text !== undefined && text.trim() !== '') return splitText(text);
  const paragraphs = html === undefined ? [] : readHtml(html).paragraphs;
  return paragraphs.map(({ text: words }, at) => ({ text: words, index: at + 1, line: 1 }));
}

/** Of a quoted paragraph the mark at its beginning stays, and those of its other lines go. */
function splitText(text: string): MailText['paragraphs'] {
  const given = text.replace(/\r\n?/gu, '\n').split('\n');
  const marks = given.map((line) => QUOTE.exec(line)?.[0].replace(/\s/gu, '') ?? '');
  const bare = given.map((line) => line.replace(QUOTE, ''));
  const begins = (at: number): boolean => at > 0 && marks[at] !== marks[at - 1];
  return splitPlainText(bare, 1, (_, at) => begins(at)).map(({ text: words, index, line }) => {
    const mark = marks[line - 1] ?? '';
    return { text: mark === '' ? words : `${mark} ${words}`, index, line: 1 };
  });
}

/** A forwarded mail has no name of its own. */
function toFile({ filename, mimeType, content }: Attachment, at: number): MailAttachment {
  const isMail = mimeType === MAIL_TYPE;
  const given = toText(filename ?? undefined)?.replaceAll(/[/\\]/gu, '-') ?? `attachment ${at + 1}`;
  const name = isMail && !/\.eml$/iu.test(given) ? `${given}.eml` : given;
  return {
    name,
    bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
  };
}
