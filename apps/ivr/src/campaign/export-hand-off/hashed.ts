import { createHash } from 'node:crypto';

/** Passes bytes on and knows afterwards what they were. */
export class Hashed {
  private readonly hash = createHash('sha256');
  bytes = 0;

  async *through(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.hash.update(chunk);
      this.bytes += chunk.byteLength;
      yield chunk;
    }
  }

  /** Once, when all has passed. */
  sha256(): string {
    return this.hash.digest('hex');
  }
}
