/** A mail of a mailbox, and the line on which it begins. */
export interface BoxedMail {
  readonly bytes: Buffer;
  readonly line: number;
}

const FROM = 'From ';
/** "From " at the beginning of a line of a mail has a mark put before it in a mailbox. */
const QUOTED_FROM = /^>+From /u;

/**
 * Divides a mailbox (mbox) into its mails: each begins with a line "From …", before which there is a blank one.
 *
 * @param bytes - the whole file
 */
export function splitMailbox(bytes: Buffer): readonly BoxedMail[] {
  const mails: BoxedMail[] = [];
  let open: string[] | undefined;
  let begun = 1;
  let isBlank = true;
  function end(): void {
    if (open !== undefined) mails.push({ bytes: Buffer.from(open.join('\n'), 'latin1'), line: begun });
  }
  // Latin-1 keeps each byte as it is; a mail says its encoding itself.
  for (const [at, line] of bytes.toString('latin1').split('\n').entries()) {
    if (isBlank && line.startsWith(FROM)) {
      end();
      open = [];
      begun = at + 1;
    } else open?.push(QUOTED_FROM.test(line) ? line.slice(1) : line);
    isBlank = line.trim() === '';
  }
  end();
  return mails;
}
