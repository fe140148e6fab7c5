import 'reflect-metadata';
import { main } from '@switchyard/platform';
import { HrConfig } from './hr.config';
import { HrModule } from './hr.module';

void main({ name: 'hr', module: HrModule, Config: HrConfig });
