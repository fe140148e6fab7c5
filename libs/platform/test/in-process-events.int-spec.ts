import { InProcessBus, InProcessTransport } from '../src';
import { eventsContract } from './contract/events.contract';

describe('events in process', () => {
  const bus = new InProcessBus();
  eventsContract(() => () => new InProcessTransport(bus));
});
