import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Documents a page: `{ items, nextCursor? }`. */
export function ApiPage(item: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      description: 'One page',
      schema: {
        type: 'object',
        required: ['items'],
        properties: {
          items: { type: 'array', description: 'Rows of this page', items: { $ref: getSchemaPath(item) } },
          nextCursor: {
            type: 'string',
            description: 'Send it as `cursor` for the next page; absent on the last',
          },
        },
      },
    }),
  );
}
