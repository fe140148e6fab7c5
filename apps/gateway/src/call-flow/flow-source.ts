import { text } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { FLOW_SOURCE_MAX } from '@switchyard/contracts';
import { DomainError, FILE_STORE, type FileStore } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { isUpload, Uploads } from '../uploads/uploads';

/** The text of a call-flow document in a request: the JSON body itself, or YAML as a body or in a form. */
@Injectable()
export class FlowSource {
  constructor(
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  /** @throws DomainError request.too-large */
  async read(request: FastifyRequest): Promise<string> {
    if (!isUpload(request)) return JSON.stringify(request.body ?? null);
    const { key, bytes } = await this.uploads.keep(request, { folder: 'call-flows' });
    try {
      // A character is one byte at least, and four at most.
      if (bytes > FLOW_SOURCE_MAX * 4) throw tooLarge();
      const source = await text(await this.files.get(key));
      if (source.length > FLOW_SOURCE_MAX) throw tooLarge();
      return source;
    } finally {
      await this.files.remove(key);
    }
  }
}

const tooLarge = (): DomainError =>
  new DomainError(
    'request.too-large',
    `A call flow has at most ${FLOW_SOURCE_MAX} characters; divide it into several.`,
  );
