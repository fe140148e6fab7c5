import { Module } from '@nestjs/common';
import { QualityFindings } from './findings.port';
import { PgQualityFacts } from './persistence/pg-quality-facts';
import { PgQualityFindings } from './persistence/pg-quality-findings';
import { QualityFacts } from './quality-facts.port';

/** What other features of the service may ask of quality control. */
@Module({
  providers: [
    { provide: QualityFacts, useClass: PgQualityFacts },
    { provide: QualityFindings, useClass: PgQualityFindings },
  ],
  exports: [QualityFacts, QualityFindings],
})
export class QualityFactsModule {}
