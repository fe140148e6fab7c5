import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types that the route takes as a raw body; with it, multipart/form-data too. */
    uploads?: readonly string[];
  }
}

/**
 * The route takes a file: as `multipart/form-data` in the field `file`, or as the body itself with one of
 * these media types. Other routes answer such bodies with 415.
 */
export const AcceptsUpload = (...rawTypes: string[]): MethodDecorator =>
  applyDecorators(
    RouteConfig({ uploads: rawTypes }),
    ApiConsumes('multipart/form-data', ...rawTypes),
    ApiBody({
      required: true,
      schema: {
        type: 'object',
        properties: { file: { type: 'string', format: 'binary', description: 'The file' } },
      },
    }),
  );
