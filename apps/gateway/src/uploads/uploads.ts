import { createHash, randomUUID } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import { COMMON_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, FILE_STORE, type FileStore } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config';
import { invalid } from '../problem/validate';
import { stateOf } from '../request-context/request-state';
import { isUpload } from './is-upload';
import { mediaType } from './upload-parsers';

export { isUpload } from './is-upload';

export interface KeptUpload {
  /** Key of the file in the file store. */
  readonly key: string;
  readonly fileName?: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Other fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

type Received = Omit<KeptUpload, 'key'>;
type Take = (content: Readable) => Promise<void>;

/** Takes uploaded files in a stream: hashed, limited, kept in the file store. */
@Injectable()
export class Uploads {
  constructor(
    @Inject(FILE_STORE) private readonly files: FileStore,
    private readonly config: GatewayConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps the file of the request under `<folder>/<day>/<uuid>`.
   * @throws DomainError `request.too-large`, or `request.invalid` without a file; nothing is kept then
   */
  async keep(request: FastifyRequest, { folder }: { readonly folder: string }): Promise<KeptUpload> {
    const key = `${folder}/${this.clock.now().toISOString().slice(0, 10)}/${randomUUID()}`;
    try {
      const received = await this.receive(request, (content) => this.files.put(key, content));
      stateOf(request).uploadDigest = digestOf(received);
      return { key, ...received };
    } catch (error) {
      await this.files.remove(key);
      throw error;
    }
  }

  /**
   * Keeps the file of the request for what `use` makes of it, and removes it where that is refused. Where nobody
   * answered in time it stays: what was asked for may have been done.
   */
  async keepFor<T>(
    request: FastifyRequest,
    options: { readonly folder: string },
    use: (upload: KeptUpload) => Promise<T>,
  ): Promise<T> {
    const upload = await this.keep(request, options);
    try {
      return await use(upload);
    } catch (error) {
      if (isRefusal(error)) await this.files.remove(upload.key);
      throw error;
    }
  }

  /** Reads the file of a repeated request only to compare it with the first. */
  async digest(request: FastifyRequest): Promise<string> {
    const received = await this.receive(request, async (content) => {
      for await (const _chunk of content) continue;
    });
    return digestOf(received);
  }

  private async receive(request: FastifyRequest, take: Take): Promise<Received> {
    const declared = Number(request.headers['content-length'] ?? 0);
    // Boundaries and fields of a form add a little to the file itself.
    if (declared > this.maxBytes + 1024 * 1024) throw this.tooLarge();
    if (request.isMultipart()) return this.receiveForm(request.parts(), take);
    if (!isUpload(request)) throw noFile();
    const content = await this.measure(request.body as Readable, take);
    return { ...content, fileName: fileNameIn(request), mediaType: mediaType(request), fields: {} };
  }

  private async receiveForm(parts: AsyncIterable<Multipart>, take: Take): Promise<Received> {
    const fields: Record<string, string> = {};
    let file: Omit<Received, 'fields'> | undefined;
    for await (const part of parts) {
      if (part.type === 'file') file = await this.receivePart(part, take);
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
    if (!file) throw noFile();
    return { ...file, fields };
  }

  private async receivePart(part: MultipartFile, take: Take): Promise<Omit<Received, 'fields'>> {
    const content = await this.measure(part.file, take);
    if (part.file.truncated) throw this.tooLarge();
    return { ...content, fileName: named(part.filename), mediaType: part.mimetype };
  }

  private async measure(source: Readable, take: Take): Promise<{ bytes: number; sha256: string }> {
    const hash = createHash('sha256');
    let bytes = 0;
    const { maxBytes } = this;
    const meter = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes > maxBytes) done(this.tooLarge());
        else done(null, chunk);
      },
    });
    source.once('error', (error) => meter.destroy(error));
    await take(source.pipe(meter));
    return { bytes, sha256: hash.digest('hex') };
  }

  private get maxBytes(): number {
    return this.config.uploadMaxMb * 1024 * 1024;
  }

  private tooLarge(): DomainError {
    const { uploadMaxMb } = this.config;
    return new DomainError(
      'request.too-large',
      `The file is larger than ${uploadMaxMb} MiB; send it in several parts.`,
      { uploadMaxMb },
    );
  }
}

/** An answer that says that nothing was done. */
function isRefusal(error: unknown): boolean {
  const unsure: readonly string[] = [COMMON_ERRORS.unavailable, COMMON_ERRORS.internal];
  return error instanceof DomainError && !unsure.includes(error.code);
}

/** No name has control characters, or halves of characters. */
const named = (name: string): string => name.replace(/[\p{Cc}\p{Surrogate}]/gu, '');

function digestOf({ sha256, fileName = '', fields }: Received): string {
  const rest = JSON.stringify([fileName, Object.entries(fields).sort()]);
  return createHash('sha256').update(`${sha256}\n${rest}`).digest('hex');
}

function fileNameIn(request: FastifyRequest): string | undefined {
  const { fileName } = request.query as Record<string, unknown>;
  return typeof fileName === 'string' ? named(fileName) : undefined;
}

const noFile = (): DomainError =>
  invalid([
    {
      field: 'file',
      reason: 'is missing',
      remedy: 'Send multipart/form-data with the file in the field `file`, or the file as the body.',
    },
  ]);
