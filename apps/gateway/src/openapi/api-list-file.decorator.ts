import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

/** Documents a list that is answered as a file, CSV or XLSX. */
export function ApiListFile(): MethodDecorator {
  return applyDecorators(
    ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } }),
  );
}
