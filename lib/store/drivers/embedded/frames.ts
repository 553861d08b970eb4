/** Frames on the host's socket: four bytes of length, then JSON in UTF-8. */

const HEADER_BYTES = 4;

/** A frame larger than this is not one of ours. */
const FRAME_BYTES_MAX = 512 * 1024 * 1024;

/** Encodes a message of plain values as a frame. */
export function encodeFrame(message: object): Buffer {
  const body = JSON.stringify(message);
  const bytes = Buffer.byteLength(body);
  const frame = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  frame.writeUInt32BE(bytes, 0);
  frame.write(body, HEADER_BYTES);
  return frame;
}

/**
 * Creates a decoder that takes bytes as they arrive and returns each message once it is complete.
 * @throws for bytes that are not frames
 */
export function createFrameDecoder(): (chunk: Buffer) => readonly unknown[] {
  let chunks: Buffer[] = [];
  let bytes = 0;
  return (chunk) => {
    chunks.push(chunk);
    bytes += chunk.length;
    const messages: unknown[] = [];
    for (let wanted = wantedBytes(chunks); bytes >= wanted; wanted = wantedBytes(chunks)) {
      const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, bytes);
      if (bytes < HEADER_BYTES + all.readUInt32BE(0)) {
        chunks = [all];
        break;
      }
      messages.push(JSON.parse(all.toString('utf8', HEADER_BYTES, wantedBytes([all]))));
      const rest = all.subarray(wantedBytes([all]));
      chunks = rest.length > 0 ? [rest] : [];
      bytes = rest.length;
    }
    return messages;
  };
}

/** How many bytes make the next frame whole; the header alone while not even that is there. */
function wantedBytes(chunks: readonly Buffer[]): number {
  const header = Buffer.alloc(HEADER_BYTES);
  let filled = 0;
  for (const chunk of chunks) {
    filled += chunk.copy(header, filled, 0, HEADER_BYTES - filled);
    if (filled === HEADER_BYTES) break;
  }
  if (filled < HEADER_BYTES) return HEADER_BYTES;
  const length = header.readUInt32BE(0);
  if (length > FRAME_BYTES_MAX)
    throw new RangeError('What came over the socket is not a frame of the embedded host.');
  return HEADER_BYTES + length;
}
