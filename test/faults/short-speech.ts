import { createServer, type Server } from 'node:http';

const RATE = 8_000;
const TONE_HZ = 440;
const LOUDNESS = 8_000;
const HEADER_BYTES = 44;

/** Milliseconds of every segment, whatever it says. */
const SEGMENT_MS = 150;
/** On the lab's own address, so that audio made once is found again in the cache. */
const PORT = 8_077;

export interface ShortSpeech {
  readonly url: string;
  stop(): Promise<void>;
}

/** A speech provider that says everything in a moment, so that notices take seconds instead of a minute. */
export async function startShortSpeech(host: string): Promise<ShortSpeech> {
  const tone = wav(SEGMENT_MS);
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'audio/wav' }).end(tone));
  });
  await listen(server, host);
  return {
    url: `http://${host}:${PORT}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, host, () => resolve());
  });
}

/** A tone, 16 bit, mono. */
function wav(milliseconds: number): Buffer {
  const samples = (RATE * milliseconds) / 1000;
  const buffer = Buffer.alloc(HEADER_BYTES + samples * 2);
  buffer.write('RIFF', 0);
  buffer.writeUInt32LE(buffer.length - 8, 4);
  buffer.write('WAVEfmt ', 8);
  buffer.writeUInt32LE(16, 16);
  buffer.writeUInt16LE(1, 20);
  buffer.writeUInt16LE(1, 22);
  buffer.writeUInt32LE(RATE, 24);
  buffer.writeUInt32LE(RATE * 2, 28);
  buffer.writeUInt16LE(2, 32);
  buffer.writeUInt16LE(16, 34);
  buffer.write('data', 36);
  buffer.writeUInt32LE(samples * 2, 40);
  for (let sample = 0; sample < samples; sample++) {
    const value = Math.round(LOUDNESS * Math.sin((2 * Math.PI * TONE_HZ * sample) / RATE));
    buffer.writeInt16LE(value, HEADER_BYTES + sample * 2);
  }
  return buffer;
}
