import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventHousekeeping } from './event-housekeeping';
import { EventRuntime } from './event-runtime';
import { Inbox } from './inbox';
import { Outbox } from './outbox';
import { OutboxRelay } from './outbox-relay';

@Module({
  imports: [DiscoveryModule],
  providers: [Inbox, Outbox, OutboxRelay, EventHousekeeping, EventRuntime],
  exports: [Inbox, Outbox, EventRuntime],
})
export class EventsModule {}
