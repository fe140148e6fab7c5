import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '../problem/problem';
import { completeDocument } from './complete-document';

export const DOCS_PATH = 'api/docs';

const DESCRIPTION = `Contact-centre platform for public utilities.

Sign in at \`POST /api/v1/sign-in\`, send the access token as \`Authorization: Bearer …\`.
Every error is \`application/problem+json\` (RFC 9457) with a stable \`code\`.
A POST may carry an \`Idempotency-Key\`. Lists are paged by \`limit\` and \`cursor\`.
Amounts are in fen, times in ISO 8601 with a zone.`;

/** Serves the description of the API and a page to try it; neither needs the Internet. */
export function serveDocumentation(app: NestFastifyApplication): void {
  const outline = new DocumentBuilder()
    .setTitle('Switchyard')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  SwaggerModule.setup(
    DOCS_PATH,
    app,
    () => completeDocument(SwaggerModule.createDocument(app, outline, { extraModels: [Problem] })),
    {
      jsonDocumentUrl: `${DOCS_PATH}-json`,
      yamlDocumentUrl: `${DOCS_PATH}-yaml`,
      customSiteTitle: 'Switchyard API',
      swaggerOptions: { validatorUrl: null, persistAuthorization: false },
    },
  );
}
