import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { XLSX } from '../http/media-types';

/** Media types whose bodies are handed on as streams; each route says which of them it takes. */
export const RAW_TYPES = [
  'text/csv',
  'application/octet-stream',
  'application/yaml',
  'application/vnd.ms-excel',
  XLSX,
];

/** Lets uploads stream: nothing of a file is held in memory. */
export async function addUploadParsers(app: NestFastifyApplication, maxBytes: number): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(multipart, {
    limits: { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 64 * 1024, parts: 30 },
  });
  fastify.addContentTypeParser(RAW_TYPES, (request, payload, done) => {
    const type = mediaType(request);
    if (request.routeOptions.config.uploads?.includes(type)) done(null, payload);
    else done(unsupported(type), undefined);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    const refused = request.isMultipart() && request.routeOptions.config.uploads === undefined;
    done(refused ? unsupported('multipart/form-data') : undefined);
  });
}

export const mediaType = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const unsupported = (type: string): Error =>
  new UnsupportedMediaTypeException(`This path does not take ${type}; /api/docs says what it takes.`);
