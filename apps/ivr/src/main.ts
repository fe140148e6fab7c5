import 'reflect-metadata';
import { failStart, main } from '@switchyard/platform';
import { IvrConfig, loadIvrParts } from './ivr.config';
import { IvrModule } from './ivr.module';

try {
  void main({ name: 'ivr', module: IvrModule.forRoot(loadIvrParts()), Config: IvrConfig });
} catch (error) {
  failStart('ivr', error);
}
