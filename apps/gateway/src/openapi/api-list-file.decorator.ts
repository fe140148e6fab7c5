import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { XLSX } from '../http/media-types';

/** Documents a list that is answered as a file, CSV or XLSX. */
export function ApiListFile(): MethodDecorator {
  return applyDecorators(
    ApiProduces('text/csv', XLSX),
    ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } }),
  );
}
