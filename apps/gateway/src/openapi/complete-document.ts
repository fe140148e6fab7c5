import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { API_PREFIX } from '../http/api-prefix';
import { NO_IDEMPOTENCY_EXTENSION } from '../idempotency/no-idempotency.decorator';
import { Problem } from '../problem/problem';
import { TITLES } from '../problem/status-table';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'The same key with the same request takes effect once and gives the same answer for a day',
  schema: { type: 'string' as const, maxLength: 200 },
};

/**
 * Adds to every operation what all of them share: problems and Idempotency-Key. Leaves out what is not of
 * the API: health checks and metrics.
 */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  document.paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path.startsWith(`/${API_PREFIX}/`)),
  );
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) complete(operation, method);
    }
  }
  return document;
}

function complete(operation: Operation, method: (typeof METHODS)[number]): void {
  const signedIn = (operation.security?.length ?? 0) > 0;
  for (const status of [400, ...(signedIn ? [401, 403] : []), 429, 500, 503]) {
    operation.responses[status] ??= {
      description: TITLES[status] ?? 'Error',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    };
  }
  const ignoresKey = NO_IDEMPOTENCY_EXTENSION in operation;
  if (method === 'post' && !ignoresKey) {
    operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  }
}
