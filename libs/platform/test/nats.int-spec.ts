import { describeWithLab } from '@switchyard/testing';
import { Logger, NatsTransport } from '../src';
import { eventsContract } from './contract/events.contract';
import { operationsContract } from './contract/operations.contract';

describeWithLab(
  'over NATS',
  (lab) => {
    const connect = (service: string) => new NatsTransport(service, lab().natsUrl, Logger.silent());
    describe('operations', () => operationsContract(connect));
    describe('events', () => eventsContract(() => connect));
  },
  { name: 'platform' },
);
