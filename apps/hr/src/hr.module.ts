import { Module } from '@nestjs/common';
import { PersistenceModule } from '@switchyard/platform';

@Module({ imports: [PersistenceModule.forService({ schema: 'hr' })] })
export class HrModule {}
