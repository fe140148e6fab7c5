import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';

/** Whether the body is a stream that nobody has read yet: multipart, or a raw file. */
export const isUpload = (request: FastifyRequest): boolean =>
  request.isMultipart() || request.body instanceof Readable;
