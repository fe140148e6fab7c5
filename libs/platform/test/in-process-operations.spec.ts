import { InProcessBus, InProcessTransport } from '../src';
import { operationsContract } from './contract/operations.contract';

describe('operations in process', () => {
  const bus = new InProcessBus();
  operationsContract(() => new InProcessTransport(bus));
});
